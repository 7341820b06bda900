import type { Board } from '../../board/board.ts';
import type { Command, Desk } from '../../engine/index.ts';
import { contactsOnDesk } from './address-line.ts';
import { deskOnScreen, playOnDesk, type Flow } from './flow.ts';
import { loadCanvas, type Canvas } from './canvas.ts';

/** The canvas of a desk, while the desk's screen is shown. */
export interface DeskCanvas {
  /**
   * Shows the current fields of the flow's cards.
   * @param signs the fields say who can see what is in them
   */
  show(flow: Flow, signs: boolean): void;
  /** Animates the envelope; resolves when it has left. */
  send(): Promise<void>;
  unsend(): void;
  close(): void;
}

/**
 * Opens the desk in an element of the page.
 * @param state called when the desk is ready, or could not be loaded
 * @param load fetches the code that draws the desk
 */
export function openDeskCanvas(
  host: HTMLElement,
  flow: Flow,
  signs: boolean,
  dispatch: (command: Command) => void,
  state: (state: 'ready' | 'failed') => void,
  load: () => Promise<Pick<Canvas, 'openBoard' | 'stageIn'>> = loadCanvas,
): DeskCanvas {
  let board: Board | null = null;
  let latest = flow;
  let latestSigns = signs;
  let closed = false;

  /** The desk without the cards that the player has to find by name, cached while it is the same. */
  let onDesk: { readonly of: Desk; readonly shown: Desk } | null = null;
  const deskNow = (): Desk | null => {
    const desk = deskOnScreen(latest);
    if (!desk) return null;
    const { placement, log } = playOnDesk(latest);
    const contacts = contactsOnDesk(latest.level, desk, placement, log);
    if (contacts === desk.contacts) return desk;
    if (onDesk?.of !== desk || String(onDesk.shown.contacts) !== String(contacts)) {
      onDesk = { of: desk, shown: { ...desk, contacts } };
    }
    return onDesk.shown;
  };

  const model = () => {
    const desk = deskNow();
    return desk && { level: latest.level, desk, placement: playOnDesk(latest).placement, signs: latestSigns };
  };

  const open = async () => {
    const canvas = await load();
    if (closed) return;
    const stage = await canvas.stageIn(host);
    const now = model();
    // The player may have moved on while the canvas was loading.
    if (closed || !now) return;
    board = canvas.openBoard(stage, now, dispatch);
    state('ready');
  };
  open().catch(() => {
    if (!closed) state('failed');
  });

  return {
    show(next, nextSigns) {
      if (next === latest && nextSigns === latestSigns) return;
      latest = next;
      latestSigns = nextSigns;
      const now = model();
      if (now) board?.update(now);
    },
    send: () => board?.send() ?? Promise.resolve(),
    unsend: () => board?.unsend(),
    close() {
      closed = true;
      board?.close();
      board = null;
    },
  };
}

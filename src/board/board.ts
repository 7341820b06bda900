import { announce } from '../access/announce.ts';
import { onSingleKeysChange } from '../access/single-keys.ts';
import { createTwin } from '../access/twin.ts';
import type { Command } from '../engine/index.ts';
import { onLanguageChange, t } from '../i18n/index.ts';
import { rightToLeft } from '../stage/canvas-text.ts';
import { play } from '../stage/sound.ts';
import type { Stage } from '../stage/stage.ts';
import { onThemeChange } from '../stage/theme.ts';
import { readGestures } from './input/gesture.ts';
import { createHand, cursorOf, hover } from './input/pointer-actions.ts';
import { targetAt } from './input/hit-test.ts';
import { listenToTwin } from './input/keyboard.ts';
import { layOut } from './layout/layout.ts';
import { movesBetween } from './moves.ts';
import { openPicture } from './draw/desk-picture.ts';
import { listenToPointer } from './input/pointer.ts';
import { keep, NOTHING } from './input/selection.ts';
import type { BoardModel, Doing, Table } from './state.ts';
import { twinModel } from './twin-view.ts';
import { deskWords } from './texts.ts';

export type { BoardModel } from './state.ts';

/** The desk where cards are put into the fields of a mail. */
export interface Board {
  update(model: BoardModel): void;
  /** Folds the letter, puts it into its envelope and lets it fly; resolves when it is gone, with little motion at once. */
  send(): Promise<void>;
  /** Brings the letter back. */
  unsend(): void;
  close(): void;
}

const AT_REST: Doing = {
  selection: NOTHING,
  pages: {},
  focused: null,
  hovered: null,
  held: null,
  over: null,
  band: null,
  away: false,
};

/**
 * Opens the desk on a stage.
 *
 * It draws, and says what the player did; what that means is decided by whoever gets the commands, who then updates the
 * board. It can be played at once, before the first picture is drawn.
 *
 * @param dispatch gets each command of the player
 */
export function openBoard(stage: Stage, first: BoardModel, dispatch: (command: Command) => void): Board {
  const { host } = stage;
  let model = first;
  let doing = AT_REST;
  let words = deskWords(model.level, model.desk);
  let layout = arrange();

  function arrange() {
    const { contacts, fields } = model.desk;
    const { placement } = model;
    return layOut({ ...stage.size(), contacts, fields, placement, pages: doing.pages, rightToLeft: rightToLeft() });
  }

  const table: Table = {
    get model() {
      return model;
    },
    get words() {
      return words;
    },
    get layout() {
      return layout;
    },
    get doing() {
      return doing;
    },
    set(change) {
      const before = doing;
      doing = { ...doing, ...change };
      host.style.cursor = cursorOf(doing);
      const { pages, selection, away } = before;
      // What only the picture shows does not concern the twin.
      if (pages !== doing.pages || selection !== doing.selection || away !== doing.away) refresh();
      else paint();
    },
    dispatch,
    say: announce,
    focus(contact, when) {
      if (when === undefined || document.activeElement === document.body) twin.focus(contact);
    },
    ask: (dialog) => twin.ask(dialog),
  };

  const gestures = readGestures((point) => targetAt(layout, point), createHand(table));
  const twin = createTwin(
    host,
    listenToTwin(table, () => {
      const { busy } = gestures;
      gestures.cancel();
      return busy;
    }),
  );
  const picture = openPicture(stage);

  function paint(still = false): void {
    const { selection, focused, hovered, held, over, band, away } = doing;
    const pointed = hovered?.kind === 'card' ? hovered.contact : null;
    const chosen = selection.contacts.size === 1 ? [...selection.contacts][0] : undefined;
    const looked = held?.contacts[0] ?? pointed ?? focused ?? chosen ?? null;
    const { desk, placement } = model;
    const frame = band?.box ?? null;
    picture.show(
      { layout, words, desk, placement, selection, looked, hovered: pointed, over, held, frame, away },
      still,
    );
  }

  function refresh(still = false): void {
    layout = arrange();
    twin.show(twinModel(layout, words, model.desk, model.placement, doing.selection, !doing.away));
    paint(still);
  }

  const stops = [
    listenToPointer(host, gestures, {
      awake: () => !doing.away,
      hover: (point, finger) => hover(table, point, finger),
    }),
    stage.onResize(() => refresh(true)),
    onThemeChange(() => refresh(true)),
    onSingleKeysChange(() => refresh(true)),
    onLanguageChange(() => {
      words = deskWords(model.level, model.desk);
      refresh(true);
    }),
  ];
  refresh(true);

  return {
    update(next) {
      const { level, desk, placement } = model;
      if (next.level === level && next.desk === desk && next.placement === placement) return;
      const other = next.level !== level || next.desk.id !== desk.id;
      model = next;
      words = deskWords(model.level, model.desk);
      doing = other ? AT_REST : { ...doing, selection: keep(doing.selection, model.desk.contacts) };
      refresh(other);
      const moves = other ? [] : movesBetween(model.desk, placement, model.placement);
      if (moves.length === 0) return;
      play('drop');
      announce(moves.map(({ contacts, field }) => words.moved(contacts, field, model.placement)).join(' '));
    },
    async send() {
      gestures.cancel();
      table.set({ selection: NOTHING, hovered: null, over: null, away: true });
      await picture.fly();
    },
    unsend() {
      if (!doing.away) return;
      table.set({ away: false });
      picture.land();
      announce(t('board.back'));
    },
    close() {
      gestures.cancel();
      for (const stop of stops) stop();
      host.style.cursor = '';
      twin.close();
      picture.close();
    },
  };
}

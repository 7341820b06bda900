import { render } from 'lit';
import { openDialog, type Dialog, type DialogModel } from './dialog.ts';
import { readKey, type DeskKey } from './keys.ts';
import { placeTwin, twinDesk } from './twin-desk.ts';
import type { TwinEvents, TwinModel } from './twin-model.ts';
import { stopsOf, walk } from './walk.ts';

/** The desk for keyboard and screen reader: a list of cards and a bar of fields over the canvas. */
export interface Twin {
  show(model: TwinModel): void;
  focus(contact: string): void;
  /**
   * Opens a dialog over the desk, and closes the one that is open.
   * @param choose receives the choice while the dialog is still open, so that the focus returns to a card that has
   *   already moved
   * @returns a promise that resolves when the dialog has closed
   */
  ask(model: DialogModel, choose: (value: string) => void): Promise<void>;
  close(): void;
}

function contactOf(target: EventTarget | null): string | null {
  return (target instanceof HTMLElement && target.dataset['contact']) || null;
}

function isEditable(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.closest('input, textarea, select, [contenteditable]') !== null;
}

/**
 * Puts the twin over a canvas.
 * @param host the element that the canvas fills, which keeps its pointer events
 */
export function createTwin(host: HTMLElement, events: TwinEvents): Twin {
  const root = document.createElement('div');
  root.className = 'twin';
  const desk = document.createElement('div');
  root.append(desk);
  host.append(root);

  const stop = new AbortController();
  let dialog: Dialog | null = null;
  let shown: TwinModel | null = null;
  let silent = false;
  let drawing = false;
  /** Where Tab enters the list of cards and the bar of fields: at the element that had the focus last. */
  let card: string | null = null;
  let tool: string | null = null;
  /**
   * The card whose dialog has just closed. The dialog read everything out, so the card says only its name and place.
   */
  let told: string | null = null;

  const find = (name: string) => root.querySelector<HTMLElement>(`[data-stop="${CSS.escape(name)}"]`);
  const focused = () => (root.contains(document.activeElement) ? contactOf(document.activeElement) : null);

  const draw = () => {
    // Removing the focused element fires `focusout`, which would call this function while it renders.
    if (!shown || drawing) return;
    drawing = true;
    const { cards, trays } = shown;
    const tools = trays.flatMap(({ field, pager }) => [`tray ${field}`, ...(pager ? [`pager ${field}`] : [])]);
    card = cards.find(({ contact }) => contact === card)?.contact ?? cards[0]?.contact ?? null;
    tool = tools.find((name) => name === tool) ?? tools[0] ?? null;
    render(twinDesk(shown, { card, tool, told }), desk);
    drawing = false;
  };

  /** Moves the focus from where it is; returns false when there is no card to go to. */
  const go = (key: Extract<DeskKey, { type: 'go' | 'go-to' }>): boolean => {
    if (!shown) return false;
    const stops = stopsOf(shown);
    const cards = stops.filter(({ name }) => name.startsWith('card '));
    const here = document.activeElement instanceof HTMLElement ? document.activeElement.dataset['stop'] : undefined;
    const next =
      key.type === 'go-to'
        ? cards.at(key.end === 'first' ? 0 : -1)
        : walk(stops, here ?? null, key.direction, getComputedStyle(root).direction === 'rtl');
    if (next) find(next.name)?.focus({ preventScroll: true });
    return cards.length > 0;
  };

  /** Performs the action of a key; returns false when the browser should handle it. */
  const act = (key: DeskKey, contact: string | null): boolean => {
    switch (key.type) {
      case 'place':
        events.place(contact, key.tray);
        return true;
      case 'go':
      case 'go-to':
        return go(key);
      case 'all':
        events.selectAll(contact);
        return true;
      case 'clear':
        events.clear();
        return true;
      case 'toggle':
      case 'range':
      case 'menu':
        if (contact === null) return false;
        if (key.type === 'menu') events.menu(contact);
        else events.select(contact, key.type);
        return true;
    }
  };

  const onKey = (event: KeyboardEvent) => {
    delete root.dataset['pointer'];
    if (event.defaultPrevented || !shown?.awake || isEditable(event.target)) return;
    // Checks the page, because a key can arrive before the dialog's close event.
    if (document.querySelector('dialog[open]')) return;
    const key = readKey(event);
    if (!key) return;
    // These keys work on the desk, or when nothing has the focus. Those that work anywhere on its page, such as undo, are the
    // page's own.
    if (!root.contains(event.target as Node) && event.target !== document.body) return;
    const contact = contactOf(event.target);
    // Leave Space and Enter to the buttons.
    if (contact === null && event.target !== document.body && (key.type === 'toggle' || key.type === 'menu')) return;
    if (act(key, contact)) event.preventDefault();
  };
  document.addEventListener('keydown', onKey, { signal: stop.signal });

  // Anyone who points at a card can see which one it is, so the focus ring is for everyone else.
  host.addEventListener('pointerdown', () => (root.dataset['pointer'] = ''), { signal: stop.signal });
  // Real pointers only reach the canvas. Assistive technology sends its presses to the twin, without coordinates; the
  // desk would take them for presses on its empty surface.
  for (const type of ['pointerdown', 'pointermove', 'pointerup']) {
    root.addEventListener(type, (event) => event.stopPropagation());
  }

  root.addEventListener('click', (event) => {
    const target = event.target instanceof HTMLElement ? event.target : null;
    if (!target) return;
    const { contact, put, pager, read } = target.dataset;
    if (contact !== undefined) events.menu(contact);
    else if (put !== undefined) events.put(put);
    else if (pager !== undefined) events.turn(pager);
    else if (read !== undefined) events.read();
  });
  root.addEventListener('focusin', ({ target }) => {
    const contact = contactOf(target);
    const name = target instanceof HTMLElement ? target.dataset['stop'] : undefined;
    if (contact !== null) card = contact;
    else if (name !== undefined && name !== 'read') tool = name;
    draw();
    if (!silent) events.look(contact);
  });
  root.addEventListener('focusout', ({ target, relatedTarget }) => {
    if (told !== null && contactOf(target) === told && !dialog) {
      told = null;
      draw();
    }
    if (!silent && !(relatedTarget instanceof Node && root.contains(relatedTarget))) events.look(null);
  });

  return {
    show(model) {
      shown = model;
      // Rendering can move the focus off an element that disappears, which does not count as looking at another card.
      silent = true;
      desk.inert = !model.awake;
      draw();
      placeTwin(root, model);
      silent = false;
    },
    focus(contact) {
      find(`card ${contact}`)?.focus({ preventScroll: true });
    },
    async ask(model, choose) {
      dialog?.close();
      const asking = focused();
      const opened = openDialog(model, choose);
      dialog = opened;
      told = asking;
      draw();
      await opened.closed;
      if (dialog === opened) dialog = null;
    },
    close() {
      stop.abort();
      dialog?.close();
      root.remove();
    },
  };
}

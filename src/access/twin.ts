import { html, nothing, render, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { openDialog, type Dialog, type DialogModel } from './dialog.ts';
import { readKey, type DeskKey } from './keys.ts';
import { stopsOf, walk } from './walk.ts';
import type { TwinBox, TwinEvents, TwinModel, TwinTray } from './twin-model.ts';

/** The desk as a keyboard and a screen reader have it: real buttons over the canvas, each where its card is drawn. */
export interface Twin {
  show(model: TwinModel): void;
  focus(contact: string): void;
  /** Opens a dialog over the desk; one that is open already gives way. */
  ask(model: DialogModel): Promise<string | null>;
  close(): void;
}

function place(element: HTMLElement, box: TwinBox, from: { readonly x: number; readonly y: number }): void {
  // Through the object model, as the security policy forbids styles in markup.
  element.style.left = `${String(box.x - from.x)}px`;
  element.style.top = `${String(box.y - from.y)}px`;
  element.style.width = `${String(box.width)}px`;
  element.style.height = `${String(box.height)}px`;
}

function contactOf(target: EventTarget | null): string | null {
  return (target instanceof HTMLElement && target.dataset['contact']) || null;
}

function isEditable(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.closest('input, textarea, select, [contenteditable]') !== null;
}

/**
 * Lays the twin over a canvas.
 *
 * @param host the element that the canvas fills; the pointer stays its own
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

  const button = (contact: string) => root.querySelector<HTMLElement>(`[data-contact="${CSS.escape(contact)}"]`);
  const focused = () => (root.contains(document.activeElement) ? contactOf(document.activeElement) : null);

  const tray = ({ field, label, cards, put, pager }: TwinTray): TemplateResult =>
    html`<div role="group" data-tray=${field} aria-label=${label}>
      <button
        type="button"
        data-put=${field}
        data-stop=${`tray ${field}`}
        aria-label=${put.label}
        aria-disabled=${put.does === 'nothing' ? 'true' : nothing}
      ></button>
      ${repeat(
        cards,
        ({ contact }) => contact,
        (card) =>
          html`<button
            type="button"
            class="twin-card"
            data-contact=${card.contact}
            data-stop=${`card ${card.contact}`}
            data-field=${field}
            aria-pressed=${card.selected ? 'true' : 'false'}
            aria-haspopup="dialog"
            aria-label=${card.label}
            aria-describedby=${card.note === '' ? nothing : `twin-note-${card.contact}`}
          ></button>`,
      )}
      ${cards.map(({ contact, note }) =>
        note === '' ? nothing : html`<span id="twin-note-${contact}" hidden>${note}</span>`,
      )}
      ${
        pager
          ? html`<button
              type="button"
              data-pager=${field}
              data-stop=${`pager ${field}`}
              aria-label=${pager.label}
            ></button>`
          : nothing
      }
    </div>`;

  const draw = (model: TwinModel) =>
    html`<div role="group" class="twin-desk" aria-label=${model.label} aria-describedby="twin-keys">
      <p id="twin-keys" class="twin-region">${model.keys}</p>
      <button type="button" data-read data-stop="read" aria-haspopup="dialog" aria-label=${model.read.label}></button>
      ${model.trays.map((each) => tray(each))}
    </div>`;

  const put = (model: TwinModel) => {
    const corner = { x: 0, y: 0 };
    const find = (selector: string) => root.querySelector<HTMLElement>(selector);
    const read = find('[data-read]');
    if (read) place(read, model.read.box, corner);
    for (const { field, box, cards, put: putHere, pager } of model.trays) {
      const group = find(`[data-tray="${field}"]`);
      if (group) place(group, box, corner);
      for (const card of cards) {
        const element = button(card.contact);
        if (element) place(element, card.box, box);
      }
      const [putButton, pagerButton] = [find(`[data-put="${field}"]`), find(`[data-pager="${field}"]`)];
      if (putButton) place(putButton, putHere.box, box);
      if (pagerButton && pager) place(pagerButton, pager.box, box);
    }
  };

  /** Goes on from what has the focus; false when there is nowhere to go. */
  const go = (key: Extract<DeskKey, { type: 'go' | 'go-to' }>): boolean => {
    if (!shown) return false;
    const stops = stopsOf(shown);
    const cards = stops.filter(({ name }) => name.startsWith('card '));
    const here = document.activeElement instanceof HTMLElement ? document.activeElement.dataset['stop'] : undefined;
    const next =
      key.type === 'go-to'
        ? cards.at(key.end === 'first' ? 0 : -1)
        : walk(stops, here ?? null, key.direction, getComputedStyle(root).direction === 'rtl');
    if (next) root.querySelector<HTMLElement>(`[data-stop="${CSS.escape(next.name)}"]`)?.focus({ preventScroll: true });
    return cards.length > 0;
  };

  /** Does what a key says; false when it is the browser's. */
  const act = (key: DeskKey, contact: string | null): boolean => {
    switch (key.type) {
      case 'undo':
      case 'redo':
        events[key.type]();
        return true;
      case 'place':
        if (key.tray >= (shown?.trays.length ?? 0)) return false;
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
    // Asked of the page: a dialog that is closed is told of later, and a key may come first.
    if (document.querySelector('dialog[open]')) return;
    const key = readKey(event);
    if (!key) return;
    // The keys of the desk hold on the desk, or where nothing has the focus; undo and redo everywhere on its page.
    const here = root.contains(event.target as Node) || event.target === document.body;
    if (!here && key.type !== 'undo' && key.type !== 'redo') return;
    const contact = contactOf(event.target);
    // A button that is not a card is pressed by its own keys.
    if (contact === null && event.target !== document.body && (key.type === 'toggle' || key.type === 'menu')) return;
    if (act(key, contact)) event.preventDefault();
  };
  document.addEventListener('keydown', onKey, { signal: stop.signal });

  // Whoever points at cards sees what they point at; the ring is for those who do not.
  host.addEventListener('pointerdown', () => (root.dataset['pointer'] = ''), { signal: stop.signal, capture: true });

  root.addEventListener('click', (event) => {
    const target = event.target instanceof HTMLElement ? event.target : null;
    if (!target) return;
    const { contact, put: putField, pager, read } = target.dataset;
    if (contact !== undefined) events.menu(contact);
    else if (putField !== undefined) events.put(putField);
    else if (pager !== undefined) events.turn(pager);
    else if (read !== undefined) events.read();
  });
  root.addEventListener('focusin', (event) => {
    if (!silent) events.look(contactOf(event.target));
  });
  root.addEventListener('focusout', (event) => {
    if (!silent && !(event.relatedTarget instanceof Node && root.contains(event.relatedTarget))) events.look(null);
  });

  return {
    show(model) {
      const contact = focused();
      shown = model;
      // A card that moves to another tray gets a button there, and keeps the focus.
      silent = true;
      desk.inert = !model.awake;
      render(draw(model), desk);
      put(model);
      if (contact !== null && focused() === null && model.awake) button(contact)?.focus({ preventScroll: true });
      silent = false;
    },
    focus(contact) {
      button(contact)?.focus({ preventScroll: true });
    },
    async ask(model) {
      dialog?.close();
      const opened = openDialog(model);
      dialog = opened;
      const answer = await opened.answer;
      if (dialog === opened) dialog = null;
      return answer;
    },
    close() {
      stop.abort();
      dialog?.close();
      root.remove();
    },
  };
}

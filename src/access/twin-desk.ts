import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { TwinBox, TwinCard, TwinModel, TwinTray } from './twin-model.ts';

/** The Tab stops of the desk, and how much of a card screen readers say. */
export interface TwinFocus {
  /** The card at which Tab enters the list. */
  readonly card: string | null;
  /** The button at which Tab enters the bar of fields. */
  readonly tool: string | null;
  /** The card whose details its dialog has just read out. */
  readonly told: string | null;
}

/**
 * Renders the desk as HTML: a button for the letter, a listbox with all cards, and a toolbar with the fields.
 * Screen readers pass keys on to a page by themselves only in composite widgets such as listbox and toolbar (ARIA
 * Authoring Practices). All cards are options of one listbox, rather than one listbox for each field, so that a moved
 * card stays the same element. Its name is then not read again, and the effect of the move is announced first.
 */
export function twinDesk(model: TwinModel, focus: TwinFocus): TemplateResult {
  const { label, keys, read, cards, cardsLabel, trays, traysLabel } = model;
  return html`<div role="group" class="twin-desk" aria-label=${label}>
    <p class="twin-region">${keys}</p>
    <button type="button" data-read data-stop="read" aria-haspopup="dialog" aria-label=${read.label}></button>
    ${
      // A listbox without options is none. Its cards come once the player has typed whom the mail is for.
      cards.length === 0
        ? nothing
        : html`<div role="listbox" class="twin-layer" data-cards aria-label=${cardsLabel} aria-multiselectable="true">
            ${repeat(
              cards,
              ({ contact }) => contact,
              (card) => option(card, focus),
            )}
          </div>`
    }
    ${cards.map(({ contact, note }) =>
      note === '' ? nothing : html`<span id="twin-note-${contact}" hidden>${note}</span>`,
    )}
    <div role="toolbar" class="twin-layer" data-fields aria-label=${traysLabel}>
      ${repeat(
        trays,
        ({ field }) => field,
        (each) => tray(each, focus),
      )}
    </div>
  </div>`;
}

function option({ contact, field, label, note, selected }: TwinCard, { card, told }: TwinFocus): TemplateResult {
  return html`<div
    role="option"
    class="twin-card"
    data-contact=${contact}
    data-stop=${`card ${contact}`}
    data-field=${field}
    tabindex=${contact === card ? 0 : -1}
    aria-selected=${selected ? 'true' : 'false'}
    aria-label=${label}
    aria-describedby=${note === '' || contact === told ? nothing : `twin-note-${contact}`}
  ></div>`;
}

function tray({ field, label, put, pager }: TwinTray, { tool }: TwinFocus): TemplateResult {
  const tabindex = (name: string) => (name === tool ? 0 : -1);
  return html`<div role="group" data-tray=${field} aria-label=${label}>
    <button
      type="button"
      data-put=${field}
      data-stop=${`tray ${field}`}
      tabindex=${tabindex(`tray ${field}`)}
      aria-label=${put.label}
      aria-describedby=${put.note === '' ? nothing : `twin-tray-note-${field}`}
      aria-disabled=${put.does === 'nothing' ? 'true' : nothing}
    ></button>
    ${put.note === '' ? nothing : html`<span id="twin-tray-note-${field}" hidden>${put.note}</span>`}
    ${
      pager
        ? html`<button
            type="button"
            data-pager=${field}
            data-stop=${`pager ${field}`}
            tabindex=${tabindex(`pager ${field}`)}
            aria-label=${pager.label}
          ></button>`
        : nothing
    }
  </div>`;
}

function place(element: HTMLElement | null, box: TwinBox, from: { readonly x: number; readonly y: number }): void {
  if (!element) return;
  // Set through the object model, as the security policy forbids style attributes.
  element.style.left = `${String(box.x - from.x)}px`;
  element.style.top = `${String(box.y - from.y)}px`;
  element.style.width = `${String(box.width)}px`;
  element.style.height = `${String(box.height)}px`;
}

/** Places each element of the twin over its picture on the canvas. */
export function placeTwin(root: ParentNode, { read, cards, trays }: TwinModel): void {
  const corner = { x: 0, y: 0 };
  const find = (selector: string) => root.querySelector<HTMLElement>(selector);
  place(find('[data-read]'), read.box, corner);
  for (const { contact, box } of cards) place(find(`[data-contact="${CSS.escape(contact)}"]`), box, corner);
  for (const { field, box, put, pager } of trays) {
    place(find(`[data-tray="${field}"]`), box, corner);
    place(find(`[data-put="${field}"]`), put.box, box);
    if (pager) place(find(`[data-pager="${field}"]`), pager.box, box);
  }
}

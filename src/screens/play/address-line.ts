import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { Field } from '../../engine/index.ts';
import { t } from '../../i18n/index.ts';

/** A suggestion of the address line. */
export interface Suggested {
  readonly contact: string;
  readonly name: string;
  readonly address: string;
  /** The mark that the mail program puts beside the name; empty without one. */
  readonly mark: string;
}

export interface AddressLineModel {
  /** The fields that take a contact, and their names. */
  readonly fields: readonly { readonly field: Field; readonly name: string }[];
  /** The field that the next contact goes into. */
  readonly field: Field;
  readonly typed: string;
  readonly open: boolean;
  readonly suggested: readonly Suggested[];
  /** The suggestion that the keyboard is on. */
  readonly active: number;
  /** Why the last choice did nothing; empty if it worked. */
  readonly refusal: string;
}

export interface AddressLineActions {
  readonly setField: (field: string) => void;
  readonly type: (text: string) => void;
  /** Shows or hides the suggestions. */
  readonly show: (open: boolean) => void;
  readonly choose: (index: number) => void;
  /** @returns true when the key did something here */
  readonly key: (key: string) => boolean;
}

const LIST = 'address-suggestions';
const option = (index: number) => `${LIST}-${String(index)}`;

/**
 * The line where the player types recipients: an editable combobox with a listbox (WAI-ARIA Authoring Practices). As in
 * mail programs, the first suggestion is selected unless the player picks another.
 */
export function addressLine(model: AddressLineModel, actions: AddressLineActions): TemplateResult {
  const { fields, field, typed, open, suggested, active, refusal } = model;
  const shown = open && suggested.length > 0;
  return html`<div
    class="address-line"
    data-address-line
    @focusout=${(event: FocusEvent) => closeOutside(event, actions)}
  >
    <select
      data-address-field
      aria-label=${t('address.field')}
      @change=${(event: Event) => actions.setField((event.target as HTMLSelectElement).value)}
    >
      ${fields.map((one) => html`<option value=${one.field} ?selected=${one.field === field}>${one.name}</option>`)}
    </select>
    <div class="address-box">
      <input
        type="text"
        role="combobox"
        data-address-input
        aria-label=${t('address.label')}
        aria-autocomplete="list"
        aria-expanded=${shown ? 'true' : 'false'}
        aria-controls=${LIST}
        aria-activedescendant=${shown ? option(active) : nothing}
        autocomplete="off"
        autocapitalize="off"
        autocorrect="off"
        spellcheck="false"
        enterkeyhint="done"
        placeholder=${t('address.placeholder')}
        .value=${live(typed)}
        @input=${(event: Event) => actions.type((event.target as HTMLInputElement).value)}
        @click=${() => actions.show(true)}
        @keydown=${(event: KeyboardEvent) => {
          if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
          if (actions.key(event.key)) event.preventDefault();
        }}
      />
      <button
        class="address-toggle"
        type="button"
        tabindex="-1"
        data-address-show
        aria-label=${t('address.show')}
        aria-expanded=${shown ? 'true' : 'false'}
        aria-controls=${LIST}
        @mousedown=${keepFocus}
        @click=${(event: Event) => {
          actions.show(!open);
          (event.currentTarget as HTMLElement).parentElement?.querySelector('input')?.focus();
        }}
      >
        <span aria-hidden="true"></span>
      </button>
      <ul role="listbox" id=${LIST} class="address-list" aria-label=${t('address.suggestions')} ?hidden=${!shown}>
        ${suggested.map(
          ({ contact, name, address, mark }, index) =>
            html`<li
              role="option"
              id=${option(index)}
              data-suggested=${contact}
              aria-selected=${index === active ? 'true' : 'false'}
              @mousedown=${keepFocus}
              @click=${() => actions.choose(index)}
            >
              <b>${name}</b>${mark === '' ? nothing : html`<i>${mark}</i>`}
              <bdi class="address" translate="no">${address}</bdi>
            </li>`,
        )}
      </ul>
      ${
        open && suggested.length === 0 && typed.trim() !== ''
          ? html`<p class="address-note">${t('address.none')}</p>`
          : refusal === ''
            ? nothing
            : html`<p class="address-note" data-address-refusal>${refusal}</p>`
      }
    </div>
  </div>`;
}

/** The focus stays in the line while a suggestion is pressed. */
function keepFocus(event: Event): void {
  event.preventDefault();
}

function closeOutside({ currentTarget, relatedTarget }: FocusEvent, actions: AddressLineActions): void {
  if (relatedTarget instanceof Node && currentTarget instanceof Node && currentTarget.contains(relatedTarget)) return;
  actions.show(false);
}

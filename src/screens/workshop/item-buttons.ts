import { html, nothing, type TemplateResult } from 'lit';
import { keptInside, t } from '../../i18n/index.ts';
import { icon } from '../parts/icons.ts';
import { elementId, type Place } from './form.ts';

/* Buttons of one of several: a person, an email, an event. What is on the button is too little to hear alone, so its name
   ends with that of what it belongs to. */

/** Returns the id of the element that names what is at a place. */
export const titleId = (place: Place) => `${elementId(place)}-title`;

/** Removes what has a name of its own. */
export function removeNamed(name: string, remove: () => void): TemplateResult {
  return html`<button class="button quiet danger" type="button" data-remove @click=${remove}>
    ${icon('close')}<span>${t('workshop.remove', { name: keptInside(name) })}</span>
  </button>`;
}

/** Removes what is at a place, whose name would be too long for a button. @param text on the button */
export function removeAt(place: Place, text: string, remove: () => void): TemplateResult {
  const id = `${elementId(place)}-remove`;
  return html`<button
    id=${id}
    class="button quiet danger"
    type="button"
    data-remove
    aria-labelledby="${id} ${titleId(place)}"
    @click=${remove}
  >
    ${icon('close')}<span>${text}</span>
  </button>`;
}

/** Moves what is at a place one up. */
export function upButton(place: Place, isFirst: boolean, up: () => void): TemplateResult {
  const id = `${elementId(place)}-up`;
  return html`<button
    id=${id}
    class="button quiet"
    type="button"
    data-up
    aria-disabled=${isFirst ? 'true' : nothing}
    aria-labelledby="${id} ${titleId(place)}"
    @click=${() => isFirst || up()}
  >
    <span>${t('workshop.people.up')}</span>
  </button>`;
}

import { html, nothing, type TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { t } from '../../i18n/index.ts';
import { icon } from '../parts/icons.ts';
import { elementId, type Form, type Place } from './form.ts';
import { titleId } from './item-buttons.ts';

interface CardFacts {
  readonly title: string;
  readonly more: string;
  readonly key: string;
  /** All that the content shows of the level. Without it, each drawing makes the content again. */
  readonly shows?: readonly unknown[];
}

/** A card that folds: one person, one email. Its content is only made while it is open. */
export function foldingCard(
  form: Form,
  place: Place,
  { title, more, key, shows }: CardFacts,
  content: () => TemplateResult,
): TemplateResult {
  const open = form.isOpen(key);
  // Its own fields show what is wrong while it is open.
  const wrong = open ? form.countBelow(place) : form.problemsBelow(place);
  const errors = wrong.filter(({ severity }) => severity === 'error').length;
  return html`<details
    class="form-card"
    data-card=${key}
    ?open=${open}
    @toggle=${(event: Event) => form.fold(key, (event.currentTarget as HTMLDetailsElement).open)}
  >
    <summary id=${`${elementId(place)}-card`}>
      <span id=${titleId(place)} class="card-title" dir="auto">${title}</span>
      <span class="card-more">${more}</span>
      ${
        wrong.length > 0
          ? html`<span class=${errors > 0 ? 'card-wrong error' : 'card-wrong'}
              >${icon('warning')}${t('fixes.title', { count: wrong.length })}</span
            >`
          : nothing
      }
    </summary>
    ${open ? cardBody(form, place, shows, content) : nothing}
  </details>`;
}

function cardBody(form: Form, place: Place, shows: CardFacts['shows'], content: () => TemplateResult): TemplateResult {
  const body = shows ? form.kept(place, shows, content) : content();
  // Before the field's own listener, which may draw.
  const changed = { handleEvent: () => form.touch(place), capture: true };
  return html`<div class="form-card-body" @change=${changed}>${guard([body], () => body)}</div>`;
}

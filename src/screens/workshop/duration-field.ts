import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { t } from '../../i18n/index.ts';
import { setDuration, spanOf, UNITS, type Unit } from '../../workshop/durations.ts';
import { problemsOf } from './field-problems.ts';
import { elementId, type Form, type Place } from './form.ts';

interface DurationWords {
  readonly label: string;
  readonly hint?: string;
  /** True when the level may leave it out. */
  readonly optional?: boolean;
}

/** A time after the first email: a number and a unit. */
export function durationField(
  form: Form,
  place: Place,
  value: string | undefined,
  { label, hint, optional = false }: DurationWords,
): TemplateResult {
  const id = elementId(place);
  const { count, unit } = (value === undefined ? null : spanOf(value)) ?? { count: null, unit: 'days' as const };
  const set = (nextCount: number | null, nextUnit: Unit) => {
    if (nextCount !== null)
      form.edit(place, (files) => setDuration(files, place, { count: nextCount, unit: nextUnit }));
    else if (optional) form.set(place, undefined);
  };
  const wrong = form.problemsAt(place).length > 0;
  const described = [...(hint === undefined ? [] : [`${id}-hint`]), ...(wrong ? [`${id}-problems`] : [])].join(' ');
  return html`<fieldset class="form-field form-duration" aria-describedby=${described || nothing}>
    <legend>${label}</legend>
    ${hint === undefined ? nothing : html`<small id=${`${id}-hint`}>${hint}</small>`}
    <div>
      <input
        id=${id}
        type="number"
        inputmode="numeric"
        min="0"
        step="1"
        aria-label=${`${label}: ${t('workshop.duration.count')}`}
        aria-describedby=${wrong ? `${id}-problems` : nothing}
        aria-invalid=${wrong ? 'true' : nothing}
        .value=${live(count === null ? '' : String(count))}
        @input=${(event: Event) => {
          const { value: typed } = event.target as HTMLInputElement;
          set(typed === '' ? null : Math.max(0, Math.trunc(Number(typed))), unit);
        }}
      />
      <select
        aria-label=${`${label}: ${t('workshop.duration.unit')}`}
        .value=${live(unit)}
        @change=${(event: Event) => {
          const chosen = (event.target as HTMLSelectElement).value;
          const next = UNITS.find((one) => one === chosen);
          if (next) set(count ?? 1, next);
        }}
      >
        ${UNITS.map((one) => html`<option value=${one} ?selected=${one === unit}>${t(`workshop.duration.units.${one}`)}</option>`)}
      </select>
    </div>
    ${problemsOf(form, place)}
  </fieldset>`;
}

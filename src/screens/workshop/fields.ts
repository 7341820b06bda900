import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { hasText, t, textWith, type TextKey } from '../../i18n/index.ts';
import type { Problem } from '../../levels/index.ts';
import { icon } from '../parts/icons.ts';
import { type FactNames, reasonsPart } from './reasons.ts';
import { elementId, type Form, type Place } from './form.ts';

/** The fields of the form: each has a label, perhaps a hint, and what is wrong with it. */

interface FieldWords {
  readonly label: string;
  readonly hint?: string;
}

interface LineWords extends FieldWords {
  /** Makes it a box of several lines. */
  readonly rows?: number;
  /** The author has left the field after a change. */
  readonly left?: () => void;
}

const inputOf = (event: Event) => event.target as HTMLInputElement;

/** Says what is wrong at a place, in the words of the checker. A contact has its name there, and not its id. */
export function problemsOf(
  form: Form,
  place: Place,
  problems = form.problemsAt(place),
): TemplateResult | typeof nothing {
  if (problems.length === 0) return nothing;
  return html`<ul class="field-problems" id=${`${elementId(place)}-problems`}>
    ${problems.map((problem) => html`<li data-problem=${problem.code} class=${problem.severity}>${icon('warning')}${problemText(form, problem)}</li>`)}
  </ul>`;
}

export function problemText(
  form: FactNames,
  { code, params, hint, because }: Pick<Problem, 'code' | 'params' | 'hint' | 'because'>,
): TemplateResult {
  const named = Object.fromEntries(Object.entries(params).map(([name, value]) => [name, form.nameOf(value) || value]));
  // The field itself says which one is missing.
  if (code === 'missing-field' || code === 'no-text') return html`<span>${t('workshop.empty')}</span>`;
  const key: TextKey = `problem.${code}`;
  const hintKey: TextKey | null = hint ? `hint.${hint.code}` : null;
  return html`<div dir="auto">
    ${hasText(key) ? textWith(key, named) : ''}
    ${
      because
        ? reasonsPart(form, because)
        : hint && hintKey && hasText(hintKey)
          ? textWith(hintKey, hint.params)
          : nothing
    }
  </div>`;
}

/** The ids of the texts that explain a field. */
function explainedBy(place: Place, hint: string | undefined, problems: readonly Problem[]): string | typeof nothing {
  const id = elementId(place);
  const ids = [...(hint === undefined ? [] : [`${id}-hint`]), ...(problems.length > 0 ? [`${id}-problems`] : [])];
  return ids.length > 0 ? ids.join(' ') : nothing;
}

const isInvalid = (problems: readonly Problem[]) =>
  problems.some(({ severity }) => severity === 'error') ? 'true' : nothing;

const hintOf = (place: Place, hint: string | undefined) =>
  hint === undefined ? nothing : html`<small id=${`${elementId(place)}-hint`}>${hint}</small>`;

/** A text of the level, in the language that is being written. */
export function textField(form: Form, place: Place, value: string, words: LineWords): TemplateResult {
  return plainField(form, place, value, words, (text) => form.say(place, text));
}

/** A line that is not a text of the level, such as an address. */
export function plainField(
  form: Form,
  place: Place,
  value: string,
  { label, hint, rows, left }: LineWords,
  changed: (text: string) => void,
): TemplateResult {
  const id = elementId(place);
  const problems = form.problemsBelow(place);
  const typed = (event: Event) => changed(inputOf(event).value);
  return html`<div class="form-field">
    <label for=${id}>${label}</label>
    ${hintOf(place, hint)}
    ${
      rows === undefined
        ? html`<input
            id=${id}
            type="text"
            dir="auto"
            autocomplete="off"
            aria-describedby=${explainedBy(place, hint, problems)}
            aria-invalid=${isInvalid(problems)}
            .value=${live(value)}
            @input=${typed}
            @change=${() => left?.()}
          />`
        : html`<textarea
            id=${id}
            rows=${rows}
            dir="auto"
            aria-describedby=${explainedBy(place, hint, problems)}
            aria-invalid=${isInvalid(problems)}
            .value=${live(value)}
            @input=${typed}
          ></textarea>`
    }
    ${problemsOf(form, place, problems)}
  </div>`;
}

/** A whole number; empty for none. */
export function numberField(
  form: Form,
  place: Place,
  value: number | undefined,
  { label, hint, least = 0 }: FieldWords & { readonly least?: number },
  changed: (value: number | undefined) => void = (next) => form.set(place, next),
): TemplateResult {
  const id = elementId(place);
  const problems = form.problemsBelow(place);
  return html`<div class="form-field short">
    <label for=${id}>${label}</label>
    ${hintOf(place, hint)}
    <input
      id=${id}
      type="number"
      inputmode="numeric"
      min=${least}
      step="1"
      aria-describedby=${explainedBy(place, hint, problems)}
      aria-invalid=${isInvalid(problems)}
      .value=${live(value === undefined ? '' : String(value))}
      @input=${(event: Event) => {
        const { value: typed } = inputOf(event);
        changed(typed === '' ? undefined : Math.trunc(Number(typed)));
      }}
    />
    ${problemsOf(form, place, problems)}
  </div>`;
}

export interface Choice<Value extends string> {
  readonly value: Value;
  readonly name: string;
  readonly text?: string;
}

/** One of several, in a menu. */
export function menuField<Value extends string>(
  form: Form,
  place: Place,
  value: Value,
  choices: readonly Choice<Value>[],
  { label, hint }: FieldWords,
  changed: (value: Value) => void,
): TemplateResult {
  const id = elementId(place);
  const problems = form.problemsAt(place);
  return html`<div class="form-field">
    <label for=${id}>${label}</label>
    ${hintOf(place, hint)}
    <select
      id=${id}
      aria-describedby=${explainedBy(place, hint, problems)}
      aria-invalid=${isInvalid(problems)}
      .value=${live(value)}
      @change=${(event: Event) => {
        const { value: chosen } = event.target as HTMLSelectElement;
        const choice = choices.find((one) => one.value === chosen);
        if (choice) changed(choice.value);
      }}
    >
      ${choices.map((choice) => html`<option value=${choice.value} ?selected=${choice.value === value}>${choice.name}</option>`)}
    </select>
    ${problemsOf(form, place, problems)}
  </div>`;
}

/** One of a few, each with its explanation. */
export function choiceField<Value extends string>(
  form: Form,
  place: Place,
  value: Value | null,
  choices: readonly Choice<Value>[],
  { label, hint }: FieldWords,
  changed: (value: Value) => void,
): TemplateResult {
  const id = elementId(place);
  const problems = form.problemsAt(place);
  return html`<fieldset class="form-choice" aria-describedby=${explainedBy(place, hint, problems)}>
    <legend>${label}</legend>
    ${hintOf(place, hint)}
    ${choices.map(
      (choice, index) =>
        html`<label class="tick">
          <input
            type="radio"
            id=${index === 0 ? id : `${id}-${choice.value}`}
            name=${id}
            value=${choice.value}
            .checked=${live(choice.value === value)}
            @change=${() => changed(choice.value)}
          />
          <span>${choice.name}${choice.text === undefined ? nothing : html`<small>${choice.text}</small>`}</span>
        </label>`,
    )}
    ${problemsOf(form, place, problems)}
  </fieldset>`;
}

/** Yes or no. */
export function tickField(
  form: Form,
  place: Place,
  value: boolean,
  { label, hint }: FieldWords,
  changed: (value: boolean) => void = (next) => form.set(place, next || undefined),
): TemplateResult {
  const id = elementId(place);
  return html`<div class="form-field">
    <label class="tick">
      <input
        id=${id}
        type="checkbox"
        aria-describedby=${form.problemsAt(place).length > 0 ? `${id}-problems` : nothing}
        .checked=${live(value)}
        @change=${(event: Event) => changed(inputOf(event).checked)}
      />
      <span>${label}${hint === undefined ? nothing : html`<small>${hint}</small>`}</span>
    </label>
    ${problemsOf(form, place)}
  </div>`;
}

/** Some of several: people, or fields. */
export function ticksField<Value extends string>(
  form: Form,
  place: Place,
  values: readonly Value[],
  choices: readonly Choice<Value>[],
  { label, hint }: FieldWords,
  changed: (values: readonly Value[]) => void,
): TemplateResult {
  const id = elementId(place);
  const problems = form.problemsBelow(place);
  return html`<fieldset class="form-choice form-ticks" aria-describedby=${explainedBy(place, hint, problems)}>
    <legend>${label}</legend>
    ${hintOf(place, hint)}
    <div>
      ${choices.map(
        ({ value, name }, index) =>
          html`<label class="tick">
            <input
              type="checkbox"
              id=${index === 0 ? id : `${id}-${value}`}
              value=${value}
              .checked=${live(values.includes(value))}
              @change=${(event: Event) => {
                const { checked } = inputOf(event);
                changed(
                  choices.flatMap((one) =>
                    (one.value === value ? checked : values.includes(one.value)) ? [one.value] : [],
                  ),
                );
              }}
            />
            <span>${name}</span>
          </label>`,
      )}
    </div>
    ${problemsOf(form, place, problems)}
  </fieldset>`;
}

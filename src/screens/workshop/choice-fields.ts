import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { problemsOf } from './field-problems.ts';
import { explainedBy, hintOf, isInvalid, type FieldWords } from './field-words.ts';
import { elementId, type Form, type Place } from './form.ts';

/** Fields in which the author chooses: one of several, yes or no, some of several. */

const inputOf = (event: Event) => event.target as HTMLInputElement;

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

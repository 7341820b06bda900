import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { problemsOf } from './field-problems.ts';
import { explainedBy, hintOf, isInvalid, type FieldWords } from './field-words.ts';
import { elementId, type Form, type Place } from './form.ts';

/** Fields that the author types in: texts of the level, other lines, numbers. */

interface LineWords extends FieldWords {
  /** Makes it a box of several lines. */
  readonly rows?: number;
  /** The language of the text, for its spelling and its voice. */
  readonly lang?: string;
  /** The author has left the field after a change. */
  readonly left?: () => void;
}

const inputOf = (event: Event) => event.target as HTMLInputElement;

/** A text of the level, in the language that is being written. */
export function textField(form: Form, place: Place, value: string, words: LineWords): TemplateResult {
  return plainField(form, place, value, { ...words, lang: form.language }, (text) => form.say(place, text));
}

/** A line that is not a text of the level, such as an address. */
export function plainField(
  form: Form,
  place: Place,
  value: string,
  { label, hint, rows, lang, left }: LineWords,
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
            lang=${lang ?? nothing}
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
            lang=${lang ?? nothing}
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

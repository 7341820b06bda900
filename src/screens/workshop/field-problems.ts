import { html, nothing, type TemplateResult } from 'lit';
import { hasText, t, textWith, type TextKey } from '../../i18n/index.ts';
import type { Problem } from '../../levels/index.ts';
import { icon } from '../parts/icons.ts';
import { elementId, type Form, type Place } from './form.ts';
import { type FactNames, reasonsPart } from './reasons.ts';

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

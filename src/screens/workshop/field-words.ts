import { html, nothing } from 'lit';
import type { Problem } from '../../levels/index.ts';
import { elementId, type Place } from './form.ts';

/** What every field of the form says about itself, beside what is wrong with it. */
export interface FieldWords {
  readonly label: string;
  readonly hint?: string;
}

/** The ids of the texts that explain a field. */
export function explainedBy(
  place: Place,
  hint: string | undefined,
  problems: readonly Problem[],
): string | typeof nothing {
  const id = elementId(place);
  const ids = [...(hint === undefined ? [] : [`${id}-hint`]), ...(problems.length > 0 ? [`${id}-problems`] : [])];
  return ids.length > 0 ? ids.join(' ') : nothing;
}

export const isInvalid = (problems: readonly Problem[]) =>
  problems.some(({ severity }) => severity === 'error') ? 'true' : nothing;

export const hintOf = (place: Place, hint: string | undefined) =>
  hint === undefined ? nothing : html`<small id=${`${elementId(place)}-hint`}>${hint}</small>`;

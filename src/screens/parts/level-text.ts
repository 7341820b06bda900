import { html, nothing, type TemplateResult } from 'lit';
import type { LevelText } from '../../engine/index.ts';
import { foreignTag, textOf } from '../../i18n/index.ts';

/** Returns the `lang` of an element that holds a level's text: none when the text is in the page's language. */
export const langOf = (text: LevelText): string | typeof nothing => foreignTag(text) ?? nothing;

/** A level's text. In another language than the page, it is marked so that a screen reader chooses the right voice. */
export function told(text: LevelText): string | TemplateResult {
  const tag = foreignTag(text);
  return tag === null ? textOf(text) : html`<span lang=${tag}>${textOf(text)}</span>`;
}

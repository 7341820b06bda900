import { html, nothing, type TemplateResult } from 'lit';
import type { LevelText } from '../../engine/index.ts';
import { foreignTag, textOf } from '../../i18n/index.ts';

/** The `lang` of an element that holds a level's text: none where that is in the language of the page. */
export const langOf = (text: LevelText): string | typeof nothing => foreignTag(text) ?? nothing;

/** A level's text; in another language than the page it says so, so that a screen reader takes the right voice. */
export function told(text: LevelText): string | TemplateResult {
  const tag = foreignTag(text);
  return tag === null ? textOf(text) : html`<span lang=${tag}>${textOf(text)}</span>`;
}

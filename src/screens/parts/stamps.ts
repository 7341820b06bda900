import { html, type TemplateResult } from 'lit';

/** Levels that have a stamp of their own in `assets/stamps/`; every other level has the post horn. */
const PICTURED: ReadonlySet<string> = new Set(['survey-mailing', 'cv-to-rivals', 'forum-privacy-reply']);

/** The postage stamp of a level; a picture that adds nothing to its title. */
export function levelStamp(level: string): TemplateResult {
  const name = PICTURED.has(level) ? level : 'letter';
  return html`<span class="stamp"><img src="assets/stamps/${name}.svg" alt="" draggable="false" /></span>`;
}

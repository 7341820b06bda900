import { html, type TemplateResult } from 'lit';
import type { Level } from '../../engine/index.ts';

/** From so many people on a crowd is a multitude. */
const MULTITUDE = 100_000;

/** What the stamp of a level shows, by whom the emails go to: so a level that a trainer adds has its stamp, too. */
export function stampOf({ contacts }: Pick<Level, 'contacts'>): 'multitude' | 'crowd' | 'offices' | 'letter' {
  const most = Math.max(...contacts.map(({ people = 1 }) => people));
  if (most >= MULTITUDE) return 'multitude';
  if (most > 1) return 'crowd';
  return contacts.filter(({ kind }) => kind === 'office').length > 1 ? 'offices' : 'letter';
}

/** The postage stamp of a level; a picture that adds nothing to its title. */
export function levelStamp(level: Level): TemplateResult {
  return html`<span class="stamp"><img src="assets/stamps/${stampOf(level)}.svg" alt="" draggable="false" /></span>`;
}

import { html, type TemplateResult } from 'lit';
import type { Stamp } from '../../levels/index.ts';

/** The postage stamp of a level; a decoration that adds nothing to its title. */
export function levelStamp(stamp: Stamp): TemplateResult {
  return html`<span class="stamp"><img src="assets/stamps/${stamp}.svg" alt="" draggable="false" /></span>`;
}

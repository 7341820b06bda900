import { html, nothing, type TemplateResult } from 'lit';
import type { Stamp } from '../../levels/index.ts';

let areShown = false;

/** Lets the stamps appear when they are drawn next. */
export function showStamps(): void {
  areShown = true;
}

/**
 * The postage stamp of a level; a decoration that adds nothing to its title. At first it is plain paper, because a
 * browser reads its picture for some milliseconds, and the player's first steps must not wait for decoration.
 */
export function levelStamp(stamp: Stamp): TemplateResult {
  const picture = areShown ? `assets/stamps/${stamp}.svg` : nothing;
  return html`<span class="stamp"><img src=${picture} alt="" draggable="false" /></span>`;
}

import { html, svg, type SVGTemplateResult, type TemplateResult } from 'lit';
import { formatNumber, t } from '../../i18n/index.ts';

const STAR =
  'M0-9 2.600-2.900 9.200-2.300 4.200 2.100 5.700 8.500 0 5.100-5.700 8.500-4.200 2.100-9.200-2.300-2.600-2.900z';

function stars(count: number, y: number): SVGTemplateResult[] {
  return [0, 1, 2].map((index) => {
    const lift = index === 1 ? 3 : 0;
    const place = `translate(${String((index - 1) * 23)} ${String(y + lift)})`;
    return svg`<path class=${index < count ? 'star earned' : 'star'} transform=${place} d=${STAR} />`;
  });
}

const WAVES = [-24, -8, 8, 24].map((y) => `M-64 ${String(y)}c-11-9-20 9-31 0s-20 9-31 0-20 9-31 0`);

/**
 * The postmark that cancels a level's stamp, with the stars and the score. The text beside it says the same.
 * @param struck plays the animation of the strike
 */
export function postmark(result: { readonly stars: number; readonly score: number }, struck = false): TemplateResult {
  return html`<svg class=${struck ? 'postmark struck' : 'postmark'} viewBox="-66 -66 132 132" aria-hidden="true">
    ${WAVES.map((wave) => svg`<path class="wave" d=${wave} />`)}
    <circle class="ring" r="58"></circle>
    <circle class="ring thin" r="51"></circle>
    <text y="8" font-size="38">${formatNumber(result.score)}</text>
    ${stars(result.stars, 27)}
    <text y="-27" font-size="11" letter-spacing="0.8">${t('stars.postmark')}</text>
  </svg>`;
}

/** The stars as signs and words: full and empty stars differ in shape, and the text says the number. */
export function starLine(count: number): TemplateResult {
  return html`<span class="star-line">
    <svg viewBox="-11 -11 70 22" aria-hidden="true">
      ${[0, 1, 2].map(
        (index) =>
          svg`<path class=${index < count ? 'star earned' : 'star'} transform=${`translate(${String(index * 24)} 0)`} d=${STAR} />`,
      )}
    </svg>
    <span>${t('stars.label', { count })}</span>
  </span>`;
}

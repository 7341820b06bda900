import { html, type TemplateResult } from 'lit';
import { GAUGES, type Gauge, type Outcome } from '../../engine/index.ts';
import { formatNumber, t } from '../../i18n/index.ts';

/** What is left of each gauge, 0 to 100; gauges that do not apply are absent. */
export type GaugesLeft = Readonly<Partial<Record<Gauge, number>>>;

/** Returns the gauges of a play. Without a breach, nothing had to be put right. */
export function gaugesOf({ privacy, purpose, ending, breach }: Outcome): GaugesLeft {
  return { privacy, purpose, ...(breach && { ending }) };
}

/** A semicircle from the left end over the top to the right end. */
const ARC = 'M-40 0A40 40 0 0 1 40 0';

/** Draws the gauges as dials; the same is written out for people who cannot see them. */
export function gauges(left: GaugesLeft): TemplateResult {
  return html`<ul class="gauges" data-gauges>
    ${GAUGES.flatMap((gauge) => {
      const value = left[gauge];
      return value === undefined ? [] : [dial(gauge, value)];
    })}
  </ul>`;
}

function dial(gauge: Gauge, left: number): TemplateResult {
  const name = t(`gauge.${gauge}`);
  return html`<li class="gauge" data-dial=${gauge} data-left=${left}>
    <svg viewBox="-48 -48 96 56" aria-hidden="true">
      <path class="gauge-track" d=${ARC} />
      <path class="gauge-left" pathLength="100" stroke-dasharray=${`${String(left)} 100`} d=${ARC} />
      <text y="2">${formatNumber(left)}</text>
    </svg>
    <span aria-hidden="true">${name}</span>
    <span class="visually-hidden">${t('gauge.left', { gauge: name, left })}</span>
  </li>`;
}

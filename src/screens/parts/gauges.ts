import { html, type TemplateResult } from 'lit';
import { GAUGES, type Gauge, type Outcome } from '../../engine/index.ts';
import { formatNumber, t } from '../../i18n/index.ts';

/** What is left of each gauge, 0 to 100; one that is not asked for is not there. */
export type GaugesLeft = Readonly<Partial<Record<Gauge, number>>>;

/** The gauges of a play. How it was put right is no question where there was no breach. */
export function gaugesOf({ privacy, purpose, ending, breach }: Outcome): GaugesLeft {
  return { privacy, purpose, ...(breach && { ending }) };
}

/** Half a circle, from its left end over the top to its right end. */
const ARC = 'M-40 0A40 40 0 0 1 40 0';

/** The gauges as dials; the same is said in words for those who do not see them. */
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

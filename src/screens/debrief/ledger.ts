import { html, nothing, type TemplateResult } from 'lit';
import { GAUGES, type Deduction, type Gauge, type Level, type Outcome } from '../../engine/index.ts';
import { describeBeat, describeCause, describeDeduction } from '../../i18n/describe.ts';
import { formatNumber, t } from '../../i18n/index.ts';
import { icon } from '../parts/icons.ts';

/** Lists each loss with its points, why it matters and what caused it. If nothing was lost, says what went well. */
export function ledger(level: Level, outcome: Outcome): TemplateResult {
  if (outcome.deductions.length === 0) return wellDone(level, outcome);
  return html`<section class="ledger">
    <h2>${t('debrief.lost-title')}</h2>
    <p class="ledger-product">${productText(outcome)}</p>
    ${GAUGES.map((gauge) => linesOf(level, outcome, gauge))}
  </section>`;
}

/** Shows how the score follows from its gauges, as a calculation that anyone can follow. */
function productText(outcome: Outcome): string {
  const factors = gaugesOf(outcome).map((gauge) => gaugeText(outcome, gauge));
  return t('gauge.product', { factors: factors.join(' × '), score: outcome.score });
}

const gaugeText = (outcome: Outcome, gauge: Gauge) =>
  t('gauge.left', { gauge: t(`gauge.${gauge}`), left: outcome[gauge] });

/** Without a breach there is no ending to score. */
const gaugesOf = (outcome: Outcome) => GAUGES.filter((gauge) => gauge !== 'ending' || outcome.breach);

/** Lists what one gauge has lost. */
function linesOf(level: Level, outcome: Outcome, gauge: Gauge): TemplateResult | typeof nothing {
  const lines = outcome.deductions.filter((deduction) => deduction.gauge === gauge);
  if (lines.length === 0) return nothing;
  return html`<h3 class="ledger-gauge" data-gauge=${gauge}>${gaugeText(outcome, gauge)}</h3>
    <ol>
      ${lines.map((deduction) => html`<li>${entry(level, outcome, deduction)}</li>`)}
    </ol>`;
}

function entry(level: Level, outcome: Outcome, deduction: Deduction): TemplateResult {
  const { title, text } = describeDeduction(level, deduction);
  const causes = unique(deduction.causes.map((cause) => describeCause(level, cause, outcome)));
  return html`<p class="ledger-points">
      <span aria-hidden="true" dir="ltr">−${formatNumber(deduction.points)}</span>
      <span class="visually-hidden">${t('debrief.points-lost', { count: deduction.points })}</span>
    </p>
    <div>
      <h4>${title}</h4>
      <p>${text}</p>
      ${
        causes.length > 0
          ? html`<p class="ledger-because">${t('debrief.because')}</p>
              <ul class="ledger-causes">
                ${causes.map((cause) => html`<li>${cause}</li>`)}
              </ul>`
          : nothing
      }
    </div>`;
}

function wellDone(level: Level, outcome: Outcome): TemplateResult {
  const quiet = outcome.beats.filter(
    ({ kind }) => kind === 'nobody-exposed' || kind === 'sent' || kind === 'replied-all-harmless',
  );
  return html`<section class="ledger">
    <h2>${t('debrief.kept-title')}</h2>
    <ul class="kept">
      ${unique(quiet.map((beat) => describeBeat(level, beat))).map((text) => html`<li>${icon('check')}<span>${text}</span></li>`)}
      <li>${icon('check')}<span>${t('debrief.perfect')}</span></li>
    </ul>
  </section>`;
}

function unique(texts: readonly string[]): string[] {
  return [...new Set(texts)].filter((text) => text !== '');
}

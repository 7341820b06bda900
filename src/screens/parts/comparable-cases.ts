import { html, nothing, type TemplateResult } from 'lit';
import type { RegulatorDecision } from '../../engine/index.ts';
import { describeCases, describeComparable } from '../../i18n/describe-decision.ts';
import { t } from '../../i18n/index.ts';

/** Shows as a range what regulators really did in comparable cases; the reader can open the list of cases. */
export function comparableCases({ comparable, outcome }: RegulatorDecision): TemplateResult | typeof nothing {
  if (comparable.length > 0) {
    return html`<details class="cases" data-cases>
      <summary>${describeComparable(comparable)}</summary>
      <ul>
        ${describeCases(comparable).map((sentence) => html`<li>${sentence}</li>`)}
      </ul>
    </details>`;
  }
  return outcome === 'reprimand' || outcome === 'fine' ? html`<p class="cases">${t('decision.no-cases')}</p>` : nothing;
}

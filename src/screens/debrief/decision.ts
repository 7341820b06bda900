import { html, nothing, type TemplateResult } from 'lit';
import type { Level, Outcome } from '../../engine/index.ts';
import { describeOutcome, describeReasons } from '../../i18n/describe-decision.ts';
import { comparableCases } from '../parts/comparable-cases.ts';
import { told } from '../parts/level-text.ts';

/** What the regulator decided, why, and the comparable real cases. Nothing if the story never reached the regulator. */
export function decisionLetter(level: Level, outcome: Outcome): TemplateResult | typeof nothing {
  const { decision } = outcome;
  if (!decision || !level.regulator) return nothing;
  return html`<section class="debrief-decision" data-decision=${decision.outcome}>
    <h2>${told(level.regulator.name)}</h2>
    <p>${describeOutcome(decision)}</p>
    <ul>
      ${describeReasons(decision).map((sentence) => html`<li>${sentence}</li>`)}
    </ul>
    ${comparableCases(decision)}
  </section>`;
}

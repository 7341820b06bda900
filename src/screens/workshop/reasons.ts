import { html, type TemplateResult } from 'lit';
import type { Reason } from '../../engine/index.ts';
import { t } from '../../i18n/index.ts';
import { type FactNames, factSentence } from './fact-sentence.ts';

export type { FactNames } from './fact-sentence.ts';

const EFFECTS = ['alone', 'together', 'missing'] as const;

/** Lists the facts that cause something, or with which it would be different. */
export function reasonsPart(names: FactNames, reasons: readonly Reason[]): TemplateResult[] {
  return EFFECTS.flatMap((effect) => {
    const facts = reasons.filter((reason) => reason.effect === effect);
    if (facts.length === 0) return [];
    return [
      html`<span class="findings-effect">${t(`workshop.findings.${effect}`)}</span>
        <ul class="findings-facts">
          ${facts.map(({ fact }) => html`<li dir="auto" data-fact=${fact.kind}>${factSentence(fact, names)}</li>`)}
        </ul>`,
    ];
  });
}

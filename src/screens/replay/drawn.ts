import { html, nothing, type TemplateResult } from 'lit';
import { t } from '../../i18n/index.ts';
import type { ReplayScreenModel } from './model.ts';

/** Under the picture: that each dot is a person, or how many of them are drawn where the machine is too slow for all. */
export function drawnNote(drawn: ReplayScreenModel['drawn']): TemplateResult | typeof nothing {
  if (!drawn || drawn.people === 0) return nothing;
  const { dots, people } = drawn;
  const some = dots < people;
  return html`<p class=${`replay-drawn${some ? ' some' : ''}`} data-drawn=${dots} data-people=${people}>
    ${some ? t('replay.drawn-some', { dots, people }) : t('replay.drawn-all', { count: people })}
  </p>`;
}

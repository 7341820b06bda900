import { html, type TemplateResult } from 'lit';
import { t } from '../../i18n/index.ts';

/** A screen with the clock of the working day in a corner. @param time as it is written: 09:40 */
export function withClock(screen: TemplateResult, time: string): TemplateResult {
  return html`${screen}
    <p class="day-clock" data-day-clock>${t('practice.clock-face', { time })}</p>`;
}

import { html, type TemplateResult } from 'lit';
import { t } from '../../i18n/index.ts';

/** Adds the clock of the working day in a corner of a screen. @param time such as 09:40 */
export function withClock(screen: TemplateResult, time: string): TemplateResult {
  return html`${screen}
    <p class="day-clock" data-day-clock>${t('practice.clock-face', { time })}</p>`;
}

import { html, type TemplateResult } from 'lit';
import { t } from '../../i18n/index.ts';
import { icon } from '../parts/icons.ts';

export interface ShareModel {
  readonly line: string;
  /** True once the line has been copied. */
  readonly copied: boolean;
  /** How many days in a row the player has played. */
  readonly streak: number;
}

/** Shows the line to share for the email of the day, and the days in a row. */
export function shareBox({ line, copied, streak }: ShareModel, copy: () => void): TemplateResult {
  return html`<section data-streak=${streak}>
    <p>${t('today.streak', { count: streak })}</p>
    <p class="practice-share" data-share dir="auto">${line}</p>
    <p>${t('today.signs')}</p>
    <p class="practice-ways">
      <button class="button" type="button" data-share-copy @click=${copy}>
        ${icon(copied ? 'check' : 'file')}<span>${t(copied ? 'host.copied' : 'today.copy')}</span>
      </button>
    </p>
  </section>`;
}

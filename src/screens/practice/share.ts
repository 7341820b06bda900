import { html, type TemplateResult } from 'lit';
import { t } from '../../i18n/index.ts';
import { icon } from '../parts/icons.ts';

export interface ShareModel {
  readonly line: string;
  /** The line was copied just now. */
  readonly copied: boolean;
  /** Days in a row. */
  readonly streak: number;
}

/** The result of the email of the day as a line to share, and the days in a row. */
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

import { html, type TemplateResult } from 'lit';
import { t } from '../../i18n/index.ts';
import { icon } from '../parts/icons.ts';
import { qrCode } from './qr-code.ts';
import './room.css';

export interface ResultCodeModel {
  readonly code: string;
  readonly copied: boolean;
}

/** Shows a phone's result after a level, so that the facilitator can hear, type or scan it. */
export function resultCode({ code, copied }: ResultCodeModel, copy: () => void): TemplateResult {
  return html`<section class="result-code" data-result-code=${code}>
    <div>
      <h2>${t('room.code.title')}</h2>
      <p>${t('room.code.text')}</p>
      <p class="result-code-text" dir="ltr" translate="no">${code}</p>
      <button class="button" type="button" data-copy-code @click=${copy}>
        ${copied ? icon('check') : ''}<span>${t(copied ? 'room.code.copied' : 'room.code.copy')}</span>
      </button>
    </div>
    ${qrCode(code, t('room.code.qr'))}
  </section>`;
}

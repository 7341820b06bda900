import { html, nothing, type TemplateResult } from 'lit';
import { t } from '../../i18n/index.ts';
import { icon } from '../parts/icons.ts';
import { qrCode } from './qr-code.ts';
import './room.css';

export interface ResultCodeModel {
  readonly code: string;
  readonly copied: boolean;
  /** True once the screen of a live session has the result; null without such a session. */
  readonly received: boolean | null;
}

/** Shows a phone's result after a level, so that the facilitator can hear, type or scan it. */
export function resultCode({ code, copied, received }: ResultCodeModel, copy: () => void): TemplateResult {
  return html`<section class="result-code" data-result-code=${code}>
    <div>
      <h2>${t('room.code.title')}</h2>
      ${
        received === null
          ? nothing
          : html`<p class="kept-now" role="status" data-received=${received}>
              ${t(received ? 'room.code.received' : 'room.code.waiting')}
            </p>`
      }
      <p>${t('room.code.text')}</p>
      <p class="result-code-text" dir="ltr" translate="no">${code}</p>
      <button class="button" type="button" data-copy-code @click=${copy}>
        ${copied ? icon('check') : ''}<span>${t(copied ? 'room.code.copied' : 'room.code.copy')}</span>
      </button>
    </div>
    ${qrCode(code, t('room.code.qr'))}
  </section>`;
}

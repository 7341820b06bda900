import { html, nothing, type TemplateResult } from 'lit';
import { t } from '../../i18n/index.ts';
import { qrCode } from './qr-code.ts';

/** The link by which phones come to the session. */
export interface PhonesLink {
  readonly link: string;
  /** True while its QR code fills the screen, for the back row to scan. */
  readonly large: boolean;
}

/** Shows the QR code of the phones' link, for people who come late too. */
export function phonesLink({ link, large }: PhonesLink, enlarge: (large: boolean) => void): TemplateResult {
  const code = () => qrCode(link, t('host.qr.room'));
  return html`<section class="room-join-code" aria-labelledby="room-join-code">
      <h2 id="room-join-code">${t('host.link.room')}</h2>
      <button class="qr-button" type="button" data-qr-enlarge="room" @click=${() => enlarge(true)}>
        ${code()}<span>${t('host.qr.large')}</span>
      </button>
    </section>
    ${
      large
        ? html`<dialog class="sheet qr-large" data-modal aria-labelledby="qr-title" @close=${() => enlarge(false)}>
            <form method="dialog">
              <h2 id="qr-title">${t('host.link.room')}</h2>
              ${code()}
              <p class="qr-link" dir="ltr" translate="no">${link}</p>
              <button class="button primary large" data-qr-close>${t('host.qr.close')}</button>
            </form>
          </dialog>`
        : nothing
    }`;
}

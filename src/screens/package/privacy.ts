import { html, type TemplateResult } from 'lit';
import { t } from '../../i18n/index.ts';
import { packageText } from '../../i18n/package-texts.ts';
import { icon } from '../parts/icons.ts';
import { topLine } from '../parts/navigation.ts';

const SENT = ['result', 'levels', 'plays', 'checks', 'state', 'time'] as const;
const STAYS = ['copy', 'name'] as const;
const NEVER = ['others', 'tracker', 'mails'] as const;

/** Says what goes to the learning platform, what stays in the tab, and what nobody gets. */
export function packagePrivacyScreen(openSettings: () => void): TemplateResult {
  return html`<div class="screen side-page" data-page="privacy" data-package>
    ${topLine(openSettings)}
    <main class="sheet side-sheet">
      <header>
        <h1 tabindex="-1" data-heading>${t('privacy.title')}</h1>
        <p class="side-lead">${packageText('privacy.lead')}</p>
      </header>
      <section>
        <h2>${packageText('privacy.sent-title')}</h2>
        <p>${packageText('privacy.sent-text')}</p>
        <ul class="plain-list">
          ${SENT.map((part) => html`<li data-sent=${part}>${icon('send')}<span>${packageText(`privacy.sent.${part}`)}</span></li>`)}
        </ul>
      </section>
      <section>
        <h2>${packageText('privacy.stays-title')}</h2>
        <ul class="plain-list">
          ${STAYS.map((part) => html`<li data-stays=${part}>${icon('file')}<span>${packageText(`privacy.stays.${part}`)}</span></li>`)}
        </ul>
      </section>
      <section>
        <h2>${packageText('privacy.never-title')}</h2>
        <ul class="plain-list">
          ${NEVER.map((part) => html`<li data-never=${part}>${icon('check')}<span>${packageText(`privacy.never.${part}`)}</span></li>`)}
        </ul>
      </section>
      <section>
        <h2>${packageText('privacy.erase-title')}</h2>
        <p>${packageText('privacy.erase-text')}</p>
      </section>
    </main>
  </div>`;
}

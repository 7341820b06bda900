import { html, type TemplateResult } from 'lit';
import { t } from '../../i18n/index.ts';
import { icon } from './icons.ts';

/** The way home and the settings, above a sheet. */
export function topLine(openSettings: () => void): TemplateResult {
  return html`<nav class="top-line">
    <a class="button quiet" href="#/" data-home>${icon('back')}<span>${t('app.home')}</span></a>
    <button class="button quiet" type="button" data-settings @click=${openSettings}>
      ${icon('settings')}<span>${t('settings.open')}</span>
    </button>
  </nav>`;
}

const PAGES = ['progress', 'privacy', 'host'] as const;

/** Links to the pages beside the levels. */
export function sideLinks(): TemplateResult {
  return html`<ul class="side-links" aria-label=${t('pages.label')}>
    ${PAGES.map((page) => html`<li><a href="#/${page}" data-to=${page}>${t(`pages.${page}`)}</a></li>`)}
  </ul>`;
}

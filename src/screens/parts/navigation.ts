import { html, type TemplateResult } from 'lit';
import { t } from '../../i18n/index.ts';
import { finishButton } from '../package/finish-button.ts';
import { icon } from './icons.ts';

/** The way home and the settings, above a sheet. */
export function topLine(openSettings: () => void): TemplateResult {
  if (import.meta.env.PACKAGE) return topLineInPackage(openSettings);
  return html`<nav class="top-line">
    <a class="button quiet" href="#/" data-home>${icon('back')}<span>${t('app.home')}</span></a>
    <button class="button quiet" type="button" data-settings @click=${openSettings}>
      ${icon('settings')}<span>${t('settings.open')}</span>
    </button>
  </nav>`;
}

/** Returns the same with the button that ends the visit. */
function topLineInPackage(openSettings: () => void): TemplateResult {
  return html`<nav class="top-line">
    <a class="button quiet" href="#/" data-home>${icon('back')}<span>${t('app.home')}</span></a>
    ${finishButton()}
    <button class="button quiet" type="button" data-settings @click=${openSettings}>
      ${icon('settings')}<span>${t('settings.open')}</span>
    </button>
  </nav>`;
}

// Links to sessions make no sense where a platform opens the course.
const PAGES = import.meta.env.PACKAGE ? (['progress', 'privacy'] as const) : (['progress', 'privacy', 'host'] as const);

/** Links to the pages beside the levels. */
export function sideLinks(): TemplateResult {
  return html`<ul class="side-links" aria-label=${t('pages.label')}>
    ${PAGES.map((page) => html`<li><a href="#/${page}" data-to=${page}>${t(`pages.${page}`)}</a></li>`)}
  </ul>`;
}

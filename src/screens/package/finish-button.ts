import { html, type TemplateResult } from 'lit';
import { packageText } from '../../i18n/package-texts.ts';
import { icon } from '../parts/icons.ts';

/** The button that ends a visit to a package. */
export function finishButton(): TemplateResult {
  return html`<button class="button" type="button" data-finish>
    ${icon('check')}<span>${packageText('finish')}</span>
  </button>`;
}

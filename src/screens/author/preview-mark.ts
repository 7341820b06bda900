import { html, type TemplateResult } from 'lit';
import { keptInside, t } from '../../i18n/index.ts';

/** The strip above every screen of a level that was dropped on the page. */
export function previewMark(file: string): TemplateResult {
  return html`<aside class="preview-mark" data-preview-mark aria-label=${t('preview.label')}>
    <strong>${t('preview.label')}</strong>
    <bdi class="preview-file" translate="no">${keptInside(file)}</bdi>
    <span class="preview-text">${t('preview.text')}</span>
  </aside>`;
}

/** Shows where to drop files that are being dragged over the page. */
export function dropHint(): TemplateResult {
  return html`<div class="drop-hint" data-drop-hint><p>${t('preview.drop')}</p></div>`;
}

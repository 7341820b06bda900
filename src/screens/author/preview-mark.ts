import { html, nothing, type TemplateResult } from 'lit';
import { keptInside, t } from '../../i18n/index.ts';
import { icon } from '../parts/icons.ts';

/** A level that is no part of the course. */
export interface PreviewMark {
  readonly file: string;
  /** True when its author tries it out and goes on writing. */
  readonly written: boolean;
}

/** The strip above every screen of a level that was dropped on the page, or that its author tries out. */
export function previewMark({ file, written }: PreviewMark): TemplateResult {
  return html`<aside class="preview-mark" data-preview-mark aria-label=${t('preview.label')}>
    ${written ? html`<a href="#/workshop" data-to-workshop>${icon('back')}<span>${t('preview.write')}</span></a>` : html`<strong>${t('preview.label')}</strong>`}
    <bdi class="preview-file" translate="no">${keptInside(file)}</bdi>
    ${written ? nothing : html`<span class="preview-text">${t('preview.text')}</span>`}
  </aside>`;
}

/** Shows where to drop files that are being dragged over the page. */
export function dropHint(): TemplateResult {
  return html`<div class="drop-hint" data-drop-hint><p>${t('preview.drop')}</p></div>`;
}

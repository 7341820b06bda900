import { html, nothing, render, type TemplateResult } from 'lit';
import { t } from '../i18n/index.ts';
import { settingsDialog, type SettingsActions, type SettingsModel } from './settings.ts';

export interface PageModel {
  readonly screen: TemplateResult;
  /** null while the settings are closed. */
  readonly settings: SettingsModel | null;
}

/** Draws the whole page: the screen, and what may lie over it. */
export function drawPage(root: HTMLElement, model: PageModel, settingsActions: SettingsActions): void {
  render(html`${model.screen} ${model.settings ? settingsDialog(model.settings, settingsActions) : nothing}`, root);
}

/** A level that is on its way, or that the course does not have. */
export function levelNote(kind: 'loading' | 'missing'): TemplateResult {
  return html`<main class="screen level-note">
    <section class="sheet note">
      <h1 tabindex="-1" data-heading>${t(kind === 'loading' ? 'app.loading' : 'app.not-found')}</h1>
      ${kind === 'missing' ? html`<a class="button primary" href="#/">${t('app.home')}</a>` : nothing}
    </section>
  </main>`;
}

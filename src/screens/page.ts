import { html, nothing, render, type TemplateResult } from 'lit';
import { t } from '../i18n/index.ts';
import { icon } from './parts/icons.ts';
import type { Concern } from '../progress/index.ts';
import { previewMark, type PreviewMark } from './author/preview-mark.ts';
import { settingsDialog, type SettingsActions, type SettingsModel } from './pages/settings.ts';
import { followPageTranslation } from './translated-page.ts';

export type { TemplateResult } from 'lit';

export interface PageModel {
  readonly screen: TemplateResult;
  /** null while the settings are closed. */
  readonly settings: SettingsModel | null;
  /** An unexpected error happened; the screen may still work. */
  readonly trouble: boolean;
  /**
   * What the player should know about the record on this device; null when all is well, or once the player has read it.
   */
  readonly concern: Concern | null;
  /** A new version of the game is ready to install. */
  readonly update: boolean;
  /** The file of the current level, when it was dropped on the page or its author tries it out. */
  readonly preview: PreviewMark | null;
  /** Messages to the author of a level, above everything else. */
  readonly author: readonly (TemplateResult | null)[];
}

export interface PageActions {
  readonly settings: SettingsActions;
  readonly reload: () => void;
  readonly dismiss: () => void;
  readonly acceptConcern: () => void;
  readonly takeUpdate: () => void;
  readonly leaveUpdate: () => void;
}

/** Draws the whole page: the screen, and what may cover it. */
export function drawPage(root: HTMLElement, model: PageModel, actions: PageActions): void {
  followPageTranslation();
  const { settings, author } = model;
  render(
    html`${model.preview === null ? nothing : previewMark(model.preview)} ${model.screen}
    ${settings ? settingsDialog(settings, actions.settings) : nothing} ${author.map((sheet) => sheet ?? nothing)}
    ${model.trouble ? troubleBar(actions) : model.concern ? concernBar(model.concern, actions) : model.update ? updateBar(actions) : nothing}`,
    root,
  );
}

function troubleBar({ reload, dismiss }: PageActions): TemplateResult {
  return html`<aside class="sheet trouble" role="alert" data-trouble>
    ${icon('warning')}
    <p>${t('app.trouble')}</p>
    <button class="button" type="button" @click=${reload}>${icon('replay')}${t('app.reload')}</button>
    <button class="button quiet" type="button" @click=${dismiss}>${t('app.dismiss')}</button>
  </aside>`;
}

/** Says plainly why progress is not being saved, or that some of it was damaged. */
function concernBar(concern: Concern, { reload, acceptConcern }: PageActions): TemplateResult {
  return html`<aside class="sheet trouble" role="alert" data-concern=${concern}>
    ${icon('warning')}
    <p>${t(`kept.${concern}`)}</p>
    ${
      concern === 'newer'
        ? html`<button class="button" type="button" @click=${reload}>${icon('replay')}${t('app.reload')}</button>`
        : nothing
    }
    <button class="button quiet" type="button" data-accept @click=${acceptConcern}>${t('app.dismiss')}</button>
  </aside>`;
}

function updateBar({ takeUpdate, leaveUpdate }: PageActions): TemplateResult {
  return html`<aside class="sheet trouble news" role="status" data-update>
    ${icon('send')}
    <p>${t('app.update')}</p>
    <button class="button primary" type="button" data-take-update @click=${takeUpdate}>${t('app.take-update')}</button>
    <button class="button quiet" type="button" data-leave-update @click=${leaveUpdate}>${t('app.leave-update')}</button>
  </aside>`;
}

/** Replaces the page with a message that it cannot be drawn. */
export function drawFailure(
  root: HTMLElement,
  actions: { readonly reload: () => void; readonly home: () => void },
): void {
  // Uses a fresh element, as lit's memory of the old content may have caused the error.
  const place = document.createElement('div');
  root.replaceChildren(place);
  render(
    html`<main class="level-note" data-failure>
      <section class="sheet note" role="alert">
        <h1>${t('app.broken-title')}</h1>
        <p>${t('app.broken-text')}</p>
        <button class="button primary" type="button" @click=${actions.reload}>
          ${icon('replay')}${t('app.reload')}
        </button>
        <button class="button" type="button" @click=${actions.home}>${t('app.home')}</button>
      </section>
    </main>`,
    place,
  );
}

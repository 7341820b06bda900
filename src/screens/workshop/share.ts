import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { t } from '../../i18n/index.ts';
import { icon } from '../parts/icons.ts';

/** Sharing the level by itself. */
export interface ShareModel {
  /** The name of the file, without its ending; it is also the id of the level. */
  readonly id: string;
  /** False for a name that a file cannot have. */
  readonly idFits: boolean;
  /** The link that opens the level once its file lies on this site. */
  readonly link: string;
  /** What happened last, for a status line; '' for nothing. */
  readonly said: string;
}

export interface ShareActions {
  readonly rename: (id: string) => void;
  readonly save: () => void;
  readonly copyLink: () => void;
}

/** The level by itself, then as a part of a course. */
export function shareSection(level: TemplateResult, course: TemplateResult): TemplateResult {
  return html`${level} ${course}`;
}

/** Saves the level as one file, and gives the link to it. */
export function shareLevel(model: ShareModel, actions: ShareActions): TemplateResult {
  return html`<fieldset class="form-choice share-level" data-share-level>
    <legend>${t('workshop.send.level')}</legend>
    <p class="form-lead">${t('workshop.send.level-text')}</p>
    <div class="form-field">
      <label for="share-id">${t('workshop.send.name')}</label>
      <small id="share-id-hint">${t('workshop.send.name-hint')}</small>
      <input
        id="share-id"
        type="text"
        dir="ltr"
        maxlength="60"
        spellcheck="false"
        autocapitalize="off"
        autocomplete="off"
        data-share-id
        aria-describedby="share-id-hint"
        aria-invalid=${model.idFits ? nothing : 'true'}
        .value=${live(model.id)}
        @change=${(event: Event) => actions.rename((event.target as HTMLInputElement).value)}
      />
    </div>
    <p class="form-ways">
      <button class="button primary" type="button" data-save-level @click=${actions.save}>
        ${icon('file')}<span>${t('workshop.send.save')}</span>
      </button>
    </p>
    <div class="form-field">
      <label for="share-link">${t('workshop.send.link')}</label>
      <small id="share-link-hint">${t('workshop.send.link-hint')}</small>
      <input
        id="share-link"
        type="text"
        dir="ltr"
        readonly
        data-share-link
        aria-describedby="share-link-hint"
        .value=${live(model.link)}
        @focus=${(event: Event) => (event.target as HTMLInputElement).select()}
      />
    </div>
    <p class="form-ways">
      <button class="button" type="button" data-copy-link @click=${actions.copyLink}>
        ${icon('file')}<span>${t('workshop.send.copy')}</span>
      </button>
    </p>
    <p role="status" data-shared>${model.said}</p>
  </fieldset>`;
}

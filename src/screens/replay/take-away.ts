import { html, nothing, type TemplateResult } from 'lit';
import { t } from '../../i18n/index.ts';
import { icon } from '../parts/icons.ts';
import { replayIcon, type ReplayIcon } from './icons.ts';

export interface TakeAwayModel {
  /** The whole story as text. */
  readonly text: string;
  /** Whether the text could be copied; null before the player tries. */
  readonly copied: 'done' | 'failed' | null;
  /** False when there is no picture to save. */
  readonly picture: boolean;
}

export interface TakeAwayActions {
  open(opened: boolean): void;
  copyText(): void;
  saveText(): void;
  savePicture(): void;
  savePlay(): void;
}

/** What the player can save from a replay: the story as text, a picture, the play itself. */
export function takeAwayDialog(model: TakeAwayModel | null, actions: TakeAwayActions): TemplateResult | typeof nothing {
  if (!model) return nothing;
  const { text, copied, picture } = model;
  return html`<dialog
    class="sheet take"
    data-modal
    data-take-dialog
    closedby="any"
    aria-labelledby="take-title"
    @close=${() => actions.open(false)}
  >
    <div class="what-if-head">
      <div>
        <h2 id="take-title">${t('take.title')}</h2>
        <p>${t('take.lead')}</p>
      </div>
      <form method="dialog">
        <button class="button quiet copy-x" aria-label=${t('take.close')} title=${t('take.close')}>
          ${icon('close')}
        </button>
      </form>
    </div>
    <section>
      <h3>${t('take.text')}</h3>
      <textarea readonly rows="7" data-story aria-label=${t('take.text')} .value=${text}></textarea>
      <div class="take-ways">
        ${way('copy', 'copy', () => actions.copyText())} ${way('save-text', 'text', () => actions.saveText())}
        <span data-copied=${copied ?? ''}>${copied ? t(`take.copy-${copied}`) : nothing}</span>
      </div>
    </section>
    <section>
      <h3>${t('take.files')}</h3>
      <ul class="take-list">
        ${picture ? html`<li>${way('save-picture', 'picture', () => actions.savePicture())}</li>` : nothing}
        <li>${way('save-play', 'save', () => actions.savePlay())}<small>${t('take.play-text')}</small></li>
      </ul>
    </section>
  </dialog>`;
}

function way(name: 'copy' | 'save-text' | 'save-picture' | 'save-play', shape: ReplayIcon, act: () => void) {
  return html`<button class="button" type="button" data-take-way=${name} @click=${act}>
    ${replayIcon(shape)}${t(`take.${name}`)}
  </button>`;
}

import { html, nothing, type TemplateResult } from 'lit';
import { packageText } from '../../i18n/package-texts.ts';
import { icon } from '../parts/icons.ts';

export interface FinishedActions {
  readonly close: () => void;
  readonly retry: () => void;
  /** The window was opened by the platform, so that it can be closed from here. */
  readonly canClose: boolean;
}

/** Says that the visit has ended, or that the last results have not arrived. */
export function finishedDialog(how: 'ended' | 'failed', { close, retry, canClose }: FinishedActions): TemplateResult {
  return html`<dialog
    class="sheet settings finished"
    data-modal
    data-finished=${how}
    aria-labelledby="finished-title"
    @close=${close}
  >
    <h2 id="finished-title">${packageText(how === 'ended' ? 'ended.title' : 'failed.title')}</h2>
    <p>${packageText(how === 'ended' ? 'ended.text' : 'failed.text')}</p>
    <form method="dialog" class="finished-ways">
      ${
        how === 'failed'
          ? html`<button class="button primary" type="button" data-retry @click=${retry}>
              ${icon('replay')}${packageText('try-again')}
            </button>`
          : nothing
      }
      ${
        how === 'ended' && canClose
          ? html`<button class="button primary" type="button" data-close-window @click=${() => globalThis.close()}>
              ${packageText('close-window')}
            </button>`
          : nothing
      }
      <button class=${how === 'ended' && !canClose ? 'button primary' : 'button'} data-close>
        ${packageText('stay')}
      </button>
    </form>
  </dialog>`;
}

import { html, nothing, type TemplateResult } from 'lit';
import { packageText } from '../../i18n/package-texts.ts';
import { icon } from '../parts/icons.ts';

export interface FinishedActions {
  readonly close: () => void;
  readonly retry: () => void;
  /** True if the platform opened the window, so that the page can close it. */
  readonly canClose: boolean;
}

/** The dialog that says that the visit has ended, or that the last results are not stored. */
export function finishedDialog(
  how: 'ended' | 'unrecorded' | 'failed',
  { close, retry, canClose }: FinishedActions,
): TemplateResult {
  return html`<dialog
    class="sheet settings finished"
    data-modal
    data-finished=${how}
    aria-labelledby="finished-title"
    @close=${close}
  >
    <h2 id="finished-title">${packageText(how === 'failed' ? 'failed.title' : 'ended.title')}</h2>
    <p>${packageText(how === 'failed' ? 'failed.text' : how === 'ended' ? 'ended.text' : 'ended.unrecorded')}</p>
    <form method="dialog" class="finished-ways">
      ${
        how === 'failed'
          ? html`<button class="button primary" type="button" data-retry @click=${retry}>
              ${icon('replay')}${packageText('try-again')}
            </button>`
          : nothing
      }
      ${
        how !== 'failed' && canClose
          ? html`<button class="button primary" type="button" data-close-window @click=${() => globalThis.close()}>
              ${packageText('close-window')}
            </button>`
          : nothing
      }
      <button class=${how !== 'failed' && !canClose ? 'button primary' : 'button'} data-close>
        ${packageText('stay')}
      </button>
    </form>
  </dialog>`;
}

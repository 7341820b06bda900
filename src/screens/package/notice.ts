import { html, nothing, type TemplateResult } from 'lit';
import { packageText } from '../../i18n/package-texts.ts';
import type { VisitState } from '../../lms/visit.ts';
import { icon } from '../parts/icons.ts';

export interface NoticeActions {
  readonly noticed: () => void;
  readonly tryAgain: () => void;
}

/** The notice that results are not recorded, or not yet. */
export function recordingNotice(
  state: Exclude<VisitState, 'stored'>,
  { noticed, tryAgain }: NoticeActions,
): TemplateResult {
  const hurt = state === 'lost' || state === 'signed-out';
  return html`<div class="sheet trouble" role=${hurt ? 'alert' : 'status'} data-recording=${state}>
    ${icon('warning')}
    <p>${packageText(`notice.${state}`)}</p>
    ${
      state === 'signed-out' || state === 'refused'
        ? html`<button class="button" type="button" data-try-again @click=${tryAgain}>
            ${icon('replay')}${packageText('try-again')}
          </button>`
        : nothing
    }
    <button class="button quiet" type="button" data-noticed @click=${noticed}>${packageText('dismiss')}</button>
  </div>`;
}

/** Says that the platform's frame does not let the page print. */
export function printNotice(close: () => void): TemplateResult {
  return html`<div class="sheet trouble" role="alert" data-no-print>
    ${icon('warning')}
    <p>${packageText('no-print')}</p>
    <button class="button quiet" type="button" @click=${close}>${packageText('dismiss')}</button>
  </div>`;
}

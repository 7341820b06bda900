import { html, nothing, type TemplateResult } from 'lit';
import { t } from '../../i18n/index.ts';
import { icon } from '../parts/icons.ts';
import { predictionNames, type PredictionActions, type PredictionModel } from './prediction.ts';
import { screenHeading } from '../parts/heading.ts';

export interface VoteActions {
  /** The group has voted. */
  readonly goOn: () => void;
  /** Only before Send: the group would rather change something. */
  readonly back: (() => void) | null;
}

/**
 * A pause for a show of hands, before Send and before the reveal. It is large and calm, and gives nothing away.
 *
 * @param names the answers to choose from: who will see too much
 */
export function votePause(
  moment: 'send' | 'reveal',
  { goOn, back }: VoteActions,
  names: TemplateResult | typeof nothing = nothing,
): TemplateResult {
  // Escape means “not yet”. Before the reveal there is no way back, so it continues.
  const close = (event: Event) => {
    const dialog = event.currentTarget as HTMLDialogElement;
    if (dialog.returnValue === 'go' || !back) goOn();
    else back();
  };
  return html`<dialog class="sheet vote" data-modal data-vote=${moment} aria-labelledby="vote-title" @close=${close}>
    <form method="dialog">
      <span class="vote-hands" aria-hidden="true">${icon('hand')}</span>
      <h2 id="vote-title">${t(`vote.${moment}.title`)}</h2>
      <p>${t(`vote.${moment}.text`)}</p>
      ${names}
      <div class="vote-ways">
        <button class="button primary large" value="go" data-vote-go>
          <span>${t(`vote.${moment}.go`)}</span>${icon(moment === 'send' ? 'send' : 'forward')}
        </button>
        ${back ? html`<button class="button large" value="back" data-vote-back>${t('vote.send.back')}</button>` : ''}
      </div>
    </form>
  </dialog>`;
}

/** The empty screen behind the pause before the reveal, which gives nothing away. */
export function revealScreen(
  title: string,
  prediction: PredictionModel | null,
  actions: VoteActions & Pick<PredictionActions, 'predict'>,
): TemplateResult {
  return html`<main class="reveal">
    ${screenHeading(title, 'visually-hidden')}
    ${votePause('reveal', actions, prediction ? predictionNames(prediction, actions, 'vote-title') : nothing)}
  </main>`;
}

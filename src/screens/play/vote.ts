import { html, type TemplateResult } from 'lit';
import { t } from '../../i18n/index.ts';
import { icon } from '../parts/icons.ts';

export interface VoteActions {
  /** The room has voted. */
  readonly goOn: () => void;
  /** Only before Send: the room would rather change something. */
  readonly back: (() => void) | null;
}

/** A pause for a vote by hand, before Send and before the reveal: big, calm, and nothing behind it that tells. */
export function votePause(moment: 'send' | 'reveal', { goOn, back }: VoteActions): TemplateResult {
  // Escape means: not yet. Before the reveal there is no way back, so it goes on.
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
      <div class="vote-ways">
        <button class="button primary large" value="go" data-vote-go>
          <span>${t(`vote.${moment}.go`)}</span>${icon(moment === 'send' ? 'send' : 'forward')}
        </button>
        ${back ? html`<button class="button large" value="back" data-vote-back>${t('vote.send.back')}</button>` : ''}
      </div>
    </form>
  </dialog>`;
}

/** The empty desk behind the pause before the reveal: nothing that tells what will happen. */
export function revealScreen(title: string, actions: VoteActions): TemplateResult {
  return html`<main class="reveal">
    <h1 class="visually-hidden" tabindex="-1" data-heading>${title}</h1>
    ${votePause('reveal', actions)}
  </main>`;
}

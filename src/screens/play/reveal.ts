import { html, type TemplateResult } from 'lit';
import { votePause, type VoteActions } from './vote.ts';

/** The empty desk behind the pause before the reveal: nothing that tells what will happen. */
export function revealScreen(title: string, actions: VoteActions): TemplateResult {
  return html`<main class="reveal">
    <h1 class="visually-hidden" tabindex="-1" data-heading>${title}</h1>
    ${votePause('reveal', actions)}
  </main>`;
}

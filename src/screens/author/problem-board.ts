import { html, nothing, type TemplateResult } from 'lit';
import { t } from '../../i18n/index.ts';
import type { Problem } from '../../levels/index.ts';
import { icon } from '../parts/icons.ts';
import { problemItems } from '../parts/problems.ts';

export interface ProblemBoardModel {
  readonly problems: readonly Problem[];
  /** The author dropped or chose the files, and so can choose others. */
  readonly loose: boolean;
}

export interface ProblemBoardActions {
  readonly closed: () => void;
  readonly pickFiles: () => void;
}

/** Covers the game and lists for the author what is wrong with the level, in reading order. */
export function problemBoard({ problems, loose }: ProblemBoardModel, actions: ProblemBoardActions): TemplateResult {
  return html`<dialog
    class="sheet problem-board"
    data-modal
    data-problem-board
    closedby="any"
    aria-labelledby="problem-board-title"
    @close=${actions.closed}
  >
    <h2 id="problem-board-title" tabindex="-1" autofocus>${t('fixes.title', { count: problems.length })}</h2>
    <p>${t(loose ? 'fixes.text-loose' : 'fixes.text')}</p>
    ${problemItems(problems)}
    <form method="dialog" class="board-ways">
      <button class="button primary" data-board-close>${t('fixes.close')}</button>
      ${
        loose
          ? html`<button class="button" type="button" data-board-pick @click=${actions.pickFiles}>
              ${icon('file')}<span>${t('fixes.pick')}</span>
            </button>`
          : nothing
      }
    </form>
  </dialog>`;
}

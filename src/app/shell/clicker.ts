import { applyHiddenScore } from '../room/hidden-score.ts';
import { isPresenting } from './presenter.ts';

/**
 * The two buttons of a presenter's clicker, which sends Page Down and Page Up: on to the next step, and one back. A page
 * that is longer than the screen scrolls first.
 */

/** What leads on from each screen, the first that is there. A pause for a vote comes before all else. */
const ONWARD = ['[data-vote-go]', '[data-watch]', '[data-to-desk]', '[data-send]', '[data-go-on]', '[data-next]'];
const BACK = ['[data-vote-back]', '[data-take-back]'];

/** Follows the clicker while the page is shown to an audience. */
export function followClicker(): void {
  applyHiddenScore();
  document.addEventListener('keydown', (event) => {
    if (event.key !== 'PageDown' && event.key !== 'PageUp') return;
    if (!isPresenting() || event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey) return;
    const onward = event.key === 'PageDown';
    const dialog = document.querySelector('dialog[open]');
    if (!dialog && canScroll(onward)) return;
    event.preventDefault();
    const button = find(onward ? ONWARD : BACK, dialog ?? document);
    if (button) button.click();
    else if (!onward && !dialog) history.back();
  });
}

function canScroll(down: boolean): boolean {
  const { scrollTop, scrollHeight, clientHeight } = document.scrollingElement ?? document.documentElement;
  return down ? scrollTop + clientHeight < scrollHeight - 1 : scrollTop > 0;
}

function find(selectors: readonly string[], within: ParentNode): HTMLElement | null {
  for (const selector of selectors) {
    const element = within.querySelector<HTMLElement>(selector);
    if (element?.checkVisibility()) return element;
  }
  return null;
}

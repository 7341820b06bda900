import { tabRecord } from '../../progress/tab-record.ts';
import { isPresenting } from '../shell/presenter.ts';

const record = () => tabRecord('score-hidden');

/** True if the audience of this tab sees no points and stars. */
export function isScoreHidden(): boolean {
  return isPresenting() && record().read() === '1';
}

/** Hides points and stars from the audience of this tab, or shows them. */
export function hideScore(hidden: boolean): void {
  record().write(hidden ? '1' : '0');
  applyHiddenScore();
}

/** Applies the facilitator's choice to the page. */
export function applyHiddenScore(): void {
  document.documentElement.toggleAttribute('data-score-hidden', isScoreHidden());
}

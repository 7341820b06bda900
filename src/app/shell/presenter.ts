import { settings } from '../../progress/index.ts';
import { tabRecord } from '../room/tab-record.ts';
import { readSession } from '../course/session-link.ts';

/** True while the game is shown to an audience: the link says so, or the setting. */
export function isPresenting(): boolean {
  return readSession(location.search).present || settings.get().presenter;
}

/** Sets the type size for the back row, or the normal one, and hides the score where the facilitator wants that. */
export function applyPresenting(): void {
  document.documentElement.toggleAttribute('data-presenting', isPresenting());
  document.documentElement.toggleAttribute('data-score-hidden', isScoreHidden());
}

const scoreRecord = () => tabRecord('score-hidden');

/** True while an audience sees no points and stars. */
export function isScoreHidden(): boolean {
  return isPresenting() && scoreRecord().read() === '1';
}

/** Hides points and stars from the audience of this tab, or shows them. */
export function hideScore(hidden: boolean): void {
  scoreRecord().write(hidden ? '1' : '0');
  applyPresenting();
}

/** Enters or leaves full screen. If the browser refuses, nothing changes. */
export function toggleFullScreen(): void {
  const done = document.fullscreenElement ? document.exitFullscreen() : document.documentElement.requestFullscreen();
  done.catch(() => null);
}

import { settings } from '../../progress/index.ts';
import { readSession } from '../course/session-link.ts';

/** True while the game is shown to an audience: the link says so, or the setting. */
export function isPresenting(): boolean {
  return readSession(location.search).present || settings.get().presenter;
}

/** Makes the type large enough for the last row, or as it was. */
export function applyPresenting(): void {
  document.documentElement.toggleAttribute('data-presenting', isPresenting());
}

/** Fills the screen, or gives it back. A browser that refuses leaves the page as it is. */
export function toggleFullScreen(): void {
  const done = document.fullscreenElement ? document.exitFullscreen() : document.documentElement.requestFullscreen();
  done.catch(() => null);
}

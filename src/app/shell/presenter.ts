import { settings } from '../../progress/index.ts';
import { readSession } from '../course/session-link.ts';

/** True while the game is shown to an audience: the link says so, or the setting. */
export function isPresenting(): boolean {
  return readSession(location.search).present || settings.get().presenter;
}

/** Sets the type size for the back row, or the normal one. */
export function applyPresenting(): void {
  document.documentElement.toggleAttribute('data-presenting', isPresenting());
}

/** Enters or leaves full screen. If the browser refuses, nothing changes. */
export function toggleFullScreen(): void {
  const done = document.fullscreenElement ? document.exitFullscreen() : document.documentElement.requestFullscreen();
  done.catch(() => null);
}

import { loadAllTexts } from '../../i18n/index.ts';
import { readSession } from '../course/session-link.ts';
import type { Flow } from '../play/flow.ts';
import { isPresenting } from '../shell/presenter.ts';

/** True for the link of a live session. Only players with such a link load its code. */
export function isLiveLink(): boolean {
  const { room } = readSession(location.search);
  return room !== null && room !== 'codes';
}

const isPhone = () => readSession(location.search).room !== null && !isPresenting();
const isLivePhone = () => isLiveLink() && !isPresenting();

/** Asks the player of a live link to join its session. */
export function joinRoomOfLink(): void {
  if (isLivePhone()) void import('./live-phone.ts').then(({ joinLiveRoom }) => joinLiveRoom(), reportError);
}

/** Loads what shows the result code at the end of a level. */
export async function loadResultCode() {
  const [{ resultCode }, { ownCode }] = await Promise.all([
    import('../../screens/room/result-code.ts'),
    import('./own-results.ts'),
    loadAllTexts('room'),
  ]);
  return { resultCode, ownCode };
}

/** Prefetches what a phone in a session needs after a level, because the network of a room may fail meanwhile. */
export async function prefetchResultCode(): Promise<void> {
  if (isPhone()) await loadResultCode().catch(() => null);
}

/** Tells a player's session, if there is one, about a step of a level: a send that the player can no longer undo counts. */
export function tellRoom(before: Flow | null, after: Flow): void {
  if (!isPhone()) return;
  const { leaving } = after;
  if (leaving && !before?.leaving && !leaving.beforeSend) {
    void import('./own-results.ts').then(({ noteFirstSend }) => noteFirstSend(after), reportError);
  }
  const isFinal = !leaving && after.play.beforeSend !== null && (before === null || before.leaving !== null);
  if (!isFinal) return;
  void import('./own-results.ts').then(({ ownResult }) => ownResult(after), reportError);
  if (isLivePhone()) void import('./live-phone.ts').then(({ sendFirstResult }) => sendFirstResult(after), reportError);
}

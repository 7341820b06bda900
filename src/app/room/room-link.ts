import { readSession } from '../course/session-link.ts';
import type { Flow } from '../play/flow.ts';
import { isPresenting } from '../shell/presenter.ts';

/** True for the link of a live session. Only players with such a link load its code. */
export function isLiveLink(): boolean {
  const { room } = readSession(location.search);
  return room !== null && room !== 'codes';
}

const isLivePhone = () => isLiveLink() && !isPresenting();

/** Asks the player of a live link to join its session. */
export function joinRoomOfLink(): void {
  if (isLivePhone()) void import('./live-phone.ts').then(({ joinLiveRoom }) => joinLiveRoom(), reportError);
}

/** Sends the session, if there is one, what the player did first in a level. */
export function tellRoom(flow: Flow): void {
  if (isLivePhone()) void import('./live-phone.ts').then(({ sendFirstResult }) => sendFirstResult(flow), reportError);
}

import { announce } from '../../access/announce.ts';
import { loadAllTexts, t } from '../../i18n/index.ts';
import { tabRecord } from '../../progress/tab-record.ts';
import { joinRoom, type LivePhone, type PhoneView } from '../../room/live/phone.ts';
import { askToJoin } from '../../screens/room/join-dialog.ts';
import type { Flow } from '../play/flow.ts';
import { liveAddress } from './live-address.ts';
import { forgetOwnResults, ownResult, ownResults } from './own-results.ts';

/**
 * A phone in a live session. It asks the player before anything leaves the device. Then it sends only its presence, and the
 * first placement and prediction of each level.
 */

let phone: LivePhone | null = null;
let view: PhoneView | null = null;
let follower: () => void = () => undefined;
/** Whether the player's agreement still holds. */
let isJoined = () => false;

/**
 * Joins the session of the link if the player agrees. The answer holds until the tab is closed or the next group begins.
 *
 * @param isNext true if another group has begun meanwhile
 */
export async function joinLiveRoom(isNext = false): Promise<void> {
  const address = liveAddress();
  if (!address || phone) return;
  await loadAllTexts('room');
  const answer = tabRecord(`joined-${address.session}`);
  if (!answer.read()) answer.write((await askToJoin(address.session, isNext)) ? '1' : '0');
  if (answer.read() !== '1') return;
  const group = tabRecord(`group-${address.session}`);
  const earlier = group.read();
  const { participant, results } = ownResults();
  const options = {
    ...address,
    participant,
    results: Object.values(results),
    ...(earlier && { group: Number(earlier) }),
  };
  isJoined = () => answer.read() === '1';
  phone = joinRoom(options, (next) => {
    if (!isJoined()) return leave();
    const before = view?.status;
    view = next;
    if (next.state && next.status !== 'put-away') group.write(String(next.state.group));
    if (next.status !== before && next.status !== 'connecting') announce(t(`room.live.${next.status}`));
    if (next.status === 'put-away') {
      for (const record of [answer, group]) record.write('');
      phone = null;
      view = null;
      forgetOwnResults();
      joinLiveRoom(true).catch(reportError);
    }
    follower();
  });
}

/** Leaves the session, because the player has erased everything, their agreement included. */
function leave(): void {
  phone?.close();
  phone = null;
  view = null;
  follower();
}

/** Sends what the player did at the first desk of a level. What they do there later changes nothing. */
export function sendFirstResult(flow: Flow): void {
  if (phone && !isJoined()) leave();
  const result = phone && ownResult(flow);
  if (result) phone?.send(result);
}

/** True if the screen has this phone's result of a level, false while it has not; null for a phone that has not joined. */
export function hasReceived(level: string): boolean | null {
  if (!view || view.status === 'refused' || view.status === 'over') return null;
  return view.received.has(level);
}

/** Calls a function when anything about the connection changes; only the latest one. */
export function onLiveChange(changed: () => void): void {
  follower = changed;
}

import { announce } from '../../access/announce.ts';
import { loadAllTexts, t } from '../../i18n/index.ts';
import { readOwnCodes } from '../../room/own-codes.ts';
import { readResultCode } from '../../room/result-code.ts';
import { joinRoom, type LivePhone, type PhoneView } from '../../room/live/phone.ts';
import { askToJoin } from '../../screens/room/join-dialog.ts';
import type { Flow } from '../play/flow.ts';
import { liveAddress } from './live-address.ts';
import { ownCode } from './own-codes.ts';
import { tabRecord } from './tab-record.ts';

/**
 * A phone in a live session. It asks the player before anything leaves the device. Then it sends only its presence, and the
 * first placement and prediction of each level.
 */

let phone: LivePhone | null = null;
let view: PhoneView | null = null;
const sent = new Set<string>();
const followers = new Set<() => void>();

/** Joins the session of the link if the player agrees. The answer holds until the tab is closed or the next group begins. */
export async function joinLiveRoom(): Promise<void> {
  const address = liveAddress();
  if (!address || phone) return;
  await loadAllTexts('room');
  const answer = tabRecord(`joined-${address.session}`);
  if (!answer.read()) answer.write((await askToJoin(address.session)) ? '1' : '0');
  if (answer.read() !== '1') return;
  const group = tabRecord(`group-${address.session}`);
  const earlier = group.read();
  phone = joinRoom({ ...address, participant: ownId(), ...(earlier && { group: Number(earlier) }) }, (next) => {
    const before = view?.status;
    view = next;
    if (next.state && next.status !== 'put-away') group.write(String(next.state.group));
    if (next.status !== before && next.status !== 'connecting') announce(t(`room.live.${next.status}`));
    for (const changed of followers) changed();
    if (next.status === 'put-away') {
      for (const record of [answer, group, tabRecord('own-codes')]) record.write('');
      leaveGroup();
      joinLiveRoom().catch(reportError);
    }
  });
}

/** Forgets the number and the results of this phone, because another group has begun. */
function leaveGroup(): void {
  phone = null;
  view = null;
  sent.clear();
}

/** Sends what the player did at the first desk of a level, once. */
export function sendFirstResult(flow: Flow): void {
  if (!phone || sent.has(flow.level.id)) return;
  // The first code of a level outlives a reload, and so does the result that it holds.
  const code = ownCode(flow);
  const read = code === null ? null : readResultCode([flow.level], code);
  if (!read?.ok) return;
  sent.add(flow.level.id);
  phone.send({ ...read.result, participant: ownId() });
}

/** True if the screen has this phone's result of a level, false while it has not; null for a phone that has not joined. */
export function hasReceived(level: string): boolean | null {
  if (!view || view.status === 'refused' || view.status === 'over') return null;
  return view.received.has(level);
}

/** Calls a function when anything about the connection changes. */
export function onLiveChange(changed: () => void): void {
  followers.add(changed);
}

/** Returns the id of this tab, which its result codes also have. */
function ownId(): string {
  const record = tabRecord('own-codes');
  const own = readOwnCodes(record.read());
  record.write(JSON.stringify(own));
  return own.participant;
}

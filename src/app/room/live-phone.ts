import { announce } from '../../access/announce.ts';
import { loadAllTexts, t } from '../../i18n/index.ts';
import { readOwnCodes } from '../../room/own-codes.ts';
import { joinRoom, type LivePhone } from '../../room/live/phone.ts';
import { askToJoin } from '../../screens/room/join-dialog.ts';
import type { Flow } from '../play/flow.ts';
import { liveAddress } from './live-address.ts';
import { firstResult } from './own-codes.ts';
import { tabRecord } from './tab-record.ts';

/**
 * A phone in a live session. It asks the player before anything leaves the device. Then it sends only its presence, and the
 * first placement and prediction of each level.
 */

let phone: LivePhone | null = null;
const sent = new Set<string>();

/** Joins the session of the link if the player agrees. The answer holds until the tab is closed. */
export async function joinLiveRoom(): Promise<void> {
  const address = liveAddress();
  if (!address || phone) return;
  await loadAllTexts('room');
  const answer = tabRecord('room-joined');
  if (answer.read() === null) answer.write((await askToJoin(address.session)) ? '1' : '0');
  if (answer.read() !== '1') return;
  let told = '';
  phone = joinRoom({ ...address, participant: ownId() }, (status) => {
    if (status === told) return;
    told = status;
    if (status !== 'connecting') announce(t(`room.live.${status}`));
  });
}

/** Sends what the player did at the first desk of a level, once. */
export function sendFirstResult(flow: Flow): void {
  if (!phone || sent.has(flow.level.id)) return;
  const result = firstResult(flow, ownId());
  if (!result) return;
  sent.add(flow.level.id);
  phone.send(result);
}

/** Returns the id of this tab, which its result codes also have. */
function ownId(): string {
  const record = tabRecord('own-codes');
  const own = readOwnCodes(record.read());
  record.write(JSON.stringify(own));
  return own.participant;
}

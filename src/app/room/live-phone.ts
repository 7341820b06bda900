import { announce } from '../../access/announce.ts';
import { loadAllTexts, t } from '../../i18n/index.ts';
import { readOwnCodes } from '../../room/own-codes.ts';
import { readResultCode } from '../../room/result-code.ts';
import { joinRoom, type LivePhone } from '../../room/live/phone.ts';
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
const sent = new Set<string>();

/** Joins the session of the link if the player agrees. The answer holds until the tab is closed. */
export async function joinLiveRoom(): Promise<void> {
  const address = liveAddress();
  if (!address || phone) return;
  await loadAllTexts('room');
  const answer = tabRecord(`joined-${address.session}`);
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
  // The first code of a level outlives a reload, and so does the result that it holds.
  const code = ownCode(flow);
  const read = code === null ? null : readResultCode([flow.level], code);
  if (!read?.ok) return;
  sent.add(flow.level.id);
  phone.send({ ...read.result, participant: ownId() });
}

/** Returns the id of this tab, which its result codes also have. */
function ownId(): string {
  const record = tabRecord('own-codes');
  const own = readOwnCodes(record.read());
  record.write(JSON.stringify(own));
  return own.participant;
}

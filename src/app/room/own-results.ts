import { tabRecord } from '../../progress/tab-record.ts';
import { keepFirst, noteSent, type OwnResults, readOwnResults } from '../../room/own-results.ts';
import type { RoomResult } from '../../room/result.ts';
import { writeResultCode } from '../../room/result-code.ts';
import type { Flow } from '../play/flow.ts';

/** The results of this tab's participant, which a reload does not lose. */

const record = () => tabRecord('own-results');

/** Returns what this tab's participant has done. */
export function ownResults(): OwnResults {
  return change((own) => own);
}

/** Forgets the participant, because another group has begun. */
export function forgetOwnResults(): void {
  record().write('');
}

/** Notes that a level's first desk was sent here. */
export function noteFirstSend({ level }: Flow): void {
  change((own) => noteSent(own, level.id));
}

/**
 * Returns the participant's first result of a level.
 *
 * @returns null before they have sent it; a play of someone else on this device does not count
 */
export function ownResult(flow: Flow): RoomResult | null {
  return change((own) => keepFirst(own, firstResult(flow))).results[flow.level.id] ?? null;
}

/** Returns the code of the participant's first result of a level; null before they have sent it. */
export function ownCode(flow: Flow): string | null {
  const result = ownResult(flow);
  return result && writeResultCode(flow.level, result);
}

function change(step: (own: OwnResults) => OwnResults): OwnResults {
  const next = step(readOwnResults(record().read()));
  record().write(JSON.stringify(next));
  return next;
}

/** Returns what the player did at the first desk of a play; null before its mails were sent. */
function firstResult({ level, play, predictions }: Flow): Omit<RoomResult, 'participant'> | null {
  let first = play.beforeSend;
  while (first?.beforeSend) first = first.beforeSend;
  if (!first?.desk) return null;
  return { level: level.id, placement: first.placement, prediction: predictions[first.desk.id] ?? null };
}

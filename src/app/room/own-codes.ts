import { readOwnCodes } from '../../room/own-codes.ts';
import type { RoomResult } from '../../room/result.ts';
import { writeResultCode } from '../../room/result-code.ts';
import type { Flow } from '../play/flow.ts';
import { tabRecord, type TabRecord } from './tab-record.ts';

/**
 * The code of a play for the facilitator: the first that this tab made of the level. A level that is played again keeps it,
 * since the room compares what everybody did at first.
 *
 * @returns null before anything was sent
 */
export function ownCode(flow: Flow, record: TabRecord = tabRecord('own-codes')): string | null {
  const kept = readOwnCodes(record.read());
  const known = kept.codes[flow.level.id];
  if (known !== undefined) return known;
  const result = firstResult(flow, kept.participant);
  if (!result) return null;
  const code = writeResultCode(flow.level, result);
  record.write(JSON.stringify({ ...kept, codes: { ...kept.codes, [flow.level.id]: code } }));
  return code;
}

/**
 * What the player did at the first desk of a play.
 *
 * @returns null before its mails were sent
 */
export function firstResult({ level, play, predictions }: Flow, participant: string): RoomResult | null {
  let first = play.beforeSend;
  while (first?.beforeSend) first = first.beforeSend;
  if (!first?.desk) return null;
  return { level: level.id, participant, placement: first.placement, prediction: predictions[first.desk.id] ?? null };
}

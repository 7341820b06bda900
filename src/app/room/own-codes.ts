import { readOwnCodes } from '../../room/own-codes.ts';
import type { RoomResult } from '../../room/result.ts';
import { writeResultCode } from '../../room/result-code.ts';
import type { Flow } from '../play/flow.ts';
import { tabRecord, type TabRecord } from './tab-record.ts';

/**
 * Returns this tab's first code for a level. Playing again does not change it, because the room compares everyone's first try.
 *
 * @returns null before any mail was sent
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
 * Returns what the player did at the first desk of a play.
 *
 * @returns null before its mails were sent
 */
export function firstResult({ level, play, predictions }: Flow, participant: string): RoomResult | null {
  let first = play.beforeSend;
  while (first?.beforeSend) first = first.beforeSend;
  if (!first?.desk) return null;
  return { level: level.id, participant, placement: first.placement, prediction: predictions[first.desk.id] ?? null };
}

import * as z from 'zod/mini';
import { newParticipant } from './participant.ts';
import { keptResultSchema, type RoomResult } from './result.ts';

/**
 * A phone's record of a session. A device may have plays of other people or of an earlier group, so only a level that this
 * participant has sent has a result.
 */
const schema = z.object({
  participant: z.string(),
  /** Ids of the levels whose first desk this participant has sent. */
  sent: z.array(z.string()),
  /** The first result of each level. Playing again does not change it, because the room compares everyone's first try. */
  results: z.record(z.string(), keptResultSchema),
});

export type OwnResults = z.infer<typeof schema>;

/** @returns the record of a new participant, if the text is not such a record */
export function readOwnResults(text: string | null): OwnResults {
  try {
    const read = schema.safeParse(JSON.parse(text ?? 'null'));
    if (read.success) return read.data;
  } catch {
    // A new record replaces a damaged one.
  }
  return { participant: newParticipant(), sent: [], results: {} };
}

/** Notes that the participant has sent the first desk of a level. */
export function noteSent(own: OwnResults, level: string): OwnResults {
  return own.sent.includes(level) ? own : { ...own, sent: [...own.sent, level] };
}

/**
 * Keeps what the participant did, unless an earlier result of the level is kept or the play is not theirs.
 *
 * @param result null before anything was sent
 */
export function keepFirst(own: OwnResults, result: Omit<RoomResult, 'participant'> | null): OwnResults {
  if (!result || own.results[result.level] || !own.sent.includes(result.level)) return own;
  const { participant, results } = own;
  return { ...own, results: { ...results, [result.level]: { ...result, participant } } };
}

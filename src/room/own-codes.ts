import * as z from 'zod/mini';
import { newParticipant } from './participant.ts';

const schema = z.object({ participant: z.string(), codes: z.record(z.string(), z.string()) });

/** A phone's record of a session: its id, and its first code for each level. */
export type OwnCodes = z.infer<typeof schema>;

/** @returns a new id without codes, if the text is not such a record */
export function readOwnCodes(text: string | null): OwnCodes {
  try {
    const read = schema.safeParse(JSON.parse(text ?? 'null'));
    if (read.success) return read.data;
  } catch {
    // A new record replaces a damaged one.
  }
  return { participant: newParticipant(), codes: {} };
}

import * as z from 'zod/mini';
import { newParticipant } from './participant.ts';

const schema = z.object({ participant: z.string(), codes: z.record(z.string(), z.string()) });

/** What a phone keeps of a session: its id, and the first code that it made of each level. */
export type OwnCodes = z.infer<typeof schema>;

/** @returns nothing yet, under a new id, for a text that is no such record */
export function readOwnCodes(text: string | null): OwnCodes {
  try {
    const read = schema.safeParse(JSON.parse(text ?? 'null'));
    if (read.success) return read.data;
  } catch {
    // A text that is damaged is written again.
  }
  return { participant: newParticipant(), codes: {} };
}

import * as z from 'zod/mini';
import { FIELDS } from '../level/fields.ts';

/** A log of commands, as it is stored and exchanged. */
export const logSchema = z.array(
  z.discriminatedUnion('type', [
    z.object({ type: z.literal('place'), contacts: z.array(z.string()), field: z.enum(FIELDS) }),
    z.object({ type: z.enum(['undo', 'redo', 'send', 'skip', 'unsend']) }),
  ]),
);

import * as z from 'zod/mini';
import { FIELDS, type Placement, type Prediction, STAKES } from '../engine/index.ts';

/** A participant's result of one level: where they first put everyone, and what they predicted. It has no name. */
export interface RoomResult {
  /** Id of the level. */
  readonly level: string;
  /** The random id of the participant's tab; see `newParticipant`. */
  readonly participant: string;
  /** Where the cards of the first desk were when it was sent first. */
  readonly placement: Placement;
  /** null if the question was skipped. */
  readonly prediction: Prediction | null;
}

/** A result that was kept in this tab. */
export const keptResultSchema = z.object({
  level: z.string(),
  participant: z.string(),
  placement: z.record(z.string(), z.enum(FIELDS)),
  prediction: z.nullable(z.object({ said: z.nullable(z.string()), stake: z.literal([...STAKES]) })),
});

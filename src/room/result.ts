import type { Placement, Prediction } from '../engine/index.ts';

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

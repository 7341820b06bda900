import type { Placement, Prediction } from '../engine/index.ts';

/** What a participant shares of one level: where they first put everybody, and what they expected to follow. No name. */
export interface RoomResult {
  /** Id of the level. */
  readonly level: string;
  /** The id that the participant's page drew for this session; see `newParticipant`. */
  readonly participant: string;
  /** Where the cards of the first desk were at the first Send. */
  readonly placement: Placement;
  /** null where the question was skipped. */
  readonly prediction: Prediction | null;
}

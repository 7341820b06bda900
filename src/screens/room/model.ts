import type { ContactId, Desk, Field, Level } from '../../engine/index.ts';
import type { CardSpread, PredictionCount, RoomOutcome } from '../../room/tally.ts';

/** The room's results for one level. */
export interface RoomLevelModel {
  readonly level: Level;
  readonly desk: Desk;
  readonly results: number;
  readonly spread: readonly CardSpread[];
  readonly outcome: RoomOutcome | null;
  readonly predictions: readonly PredictionCount[];
  /** Hands raised, by answer: a card, or null for nobody. */
  readonly hands: readonly { readonly said: ContactId | null; readonly count: number }[];
  /** The people who saw too much in the play on this screen; null before one was sent here. */
  readonly readers: readonly ContactId[] | null;
  /** The best tray of each card; null until the facilitator asks for it. */
  readonly best: Readonly<Record<ContactId, Field>> | null;
}

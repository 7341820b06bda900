/**
 * The engine's second entry point: situations made from a seed. It is separate so that only players of a situation load its code.
 */

export { NAIVE_HABITS, type NaiveHabit } from '../analysis/habits.ts';
export { CHECK_SEEDS, composeCheck, EMAILS_A_CHECK } from './check.ts';
export { compose, type ComposeOptions, type Situation } from './compose.ts';
export { composeDay, MOST_A_DAY } from './day.ts';
export { type Language } from './dress.ts';
export {
  OCCASION_NAMES,
  SKELETONS,
  sideOf,
  type OccasionName,
  type Side,
  type Skeleton,
  type Wish,
} from './skeleton.ts';
export {
  composeSpot,
  possiblyBlind,
  rightField,
  SPOT_FIELDS,
  type SpotField,
  type SpotKind,
  type SpotQuestion,
} from './spot.ts';
export type { SituationWords } from './words.ts';

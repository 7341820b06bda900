import type { Level, Routing } from '../../engine/index.ts';

/** A routing of a level, to be played beside the page. */
export interface OutcomeRequest {
  readonly level: Level;
  readonly routing: Routing;
}

import type { Course } from '../engine/course.ts';
import type { Level } from '../engine/level.ts';
import type { Screen } from './act.ts';

/** A page beside the levels, for as long as it is on the screen. */
export interface SidePage {
  readonly screen: () => Screen;
}

/** What a page sees of the game around it. */
export interface PageSurroundings {
  readonly course: () => Course | null;
  /** The levels that can be played, in the order of the course. */
  readonly levels: () => readonly Level[];
  readonly draw: () => void;
  readonly openSettings: () => void;
  /** Everything was erased: the settings count as new. */
  readonly erased: () => void;
}

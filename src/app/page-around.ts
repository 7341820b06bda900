import type { Screen } from './act.ts';
import type { Shelf } from './course-shelf.ts';

/** A page beside the levels, for as long as it is on the screen. */
export interface SidePage {
  readonly screen: () => Screen;
}

/** What a page sees of the game around it. */
export interface PageSurroundings {
  readonly shelf: () => Shelf;
  readonly draw: () => void;
  readonly openSettings: () => void;
  /** Everything was erased: the settings count as new. */
  readonly erased: () => void;
}

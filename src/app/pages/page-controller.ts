import type { Screen } from '../play/screen-controller.ts';
import type { CourseLoader } from '../course/course-loader.ts';
import type { LoadedCourse } from '../course/loaded-course.ts';

/** A page beside the levels, for as long as it is on the screen. */
export interface PageController {
  readonly screen: () => Screen;
}

/** What a page sees of the game around it. */
export interface PageContext {
  readonly loaded: () => LoadedCourse;
  /** Reads levels in full that only the index has spoken for so far; the page is drawn again when they have arrived. */
  readonly read: CourseLoader['read'];
  readonly draw: () => void;
  readonly openSettings: () => void;
  /** Everything was erased: the settings count as new. */
  readonly erased: () => void;
}

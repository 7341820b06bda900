import type { Field, WatchedPlay } from '../../engine/index.ts';
import type { LooseFile } from '../../levels/index.ts';
import type { Screen } from '../play/screen-controller.ts';
import type { CourseLoader } from '../course/course-loader.ts';
import type { LoadedCourse } from '../course/loaded-course.ts';

/** Controls a page beside the levels while it is on the screen. */
export interface PageController {
  readonly screen: () => Screen;
  /** What the title of the page says; without it, the name of the page. */
  readonly title?: () => string;
  /** The page has been drawn. */
  readonly drawn?: () => void;
  /** The fields of a desk that is shown. */
  readonly fields?: () => readonly Field[] | null;
  readonly close?: () => void;
}

/** What a page can use of the game around it. */
export interface PageContext {
  /** The element that holds the page. */
  readonly root: HTMLElement;
  readonly loaded: () => LoadedCourse;
  /** Reads levels in full that are only in the index so far; the page is drawn again when they have arrived. */
  readonly read: CourseLoader['read'];
  readonly draw: () => void;
  /** Draws another screen of the page, and moves title and focus to it. */
  readonly enter: () => void;
  readonly openSettings: () => void;
  /** Leaves for a level and shows the replay of a play. */
  readonly watch: (level: string, play: WatchedPlay) => void;
  /** Leaves for the preview of a level in these files, and shows the replay of a play. */
  readonly preview: (files: readonly LooseFile[], level: string, play: WatchedPlay) => void;
  /** Everything was erased: the settings count as new. */
  readonly erased: () => void;
}

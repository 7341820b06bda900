import type { Level, Play } from '../../engine/index.ts';
import { findLevel, type LoadedCourse } from '../course/loaded-course.ts';

import { lazyPlayFiles, type PlayFiles } from '../play-room.ts';
import type { Route } from '../shell/routes.ts';

interface Page {
  readonly course: () => LoadedCourse;
  /** Goes to a level without opening the player's own play of it. */
  readonly goTo: (route: Route) => Promise<void>;
  /** Opens the level of the address with a play that somebody else has saved. */
  readonly open: (play: Play) => void;
  /** There is something else to say. */
  readonly changed: () => void;
}

/** Shows the replay of a play that was saved as a file. */
export function openPlayFiles({ course, goTo, open, changed }: Page): PlayFiles {
  const opened = async ({ id }: Level, play: Play) => {
    await goTo({ name: 'level', level: id });
    open(play);
  };
  return lazyPlayFiles({
    levelOf: (id) => findLevel(course(), id)?.level ?? null,
    opened: (level, play) => void opened(level, play),
    changed,
  });
}

import type { Level, Play } from '../engine/index.ts';
import { findLevel, type Shelf } from './course-shelf.ts';

import { playRoom, type PlayRoom } from './play-room.ts';
import type { Route } from './routes.ts';

interface Page {
  readonly course: () => Shelf;
  /** Goes to a level without opening the player's own play of it. */
  readonly goTo: (route: Route) => Promise<void>;
  /** Opens the level of the address with a play that somebody else has saved. */
  readonly open: (play: Play) => void;
  /** There is something else to say. */
  readonly changed: () => void;
}

/** Shows the replay of a play that was saved as a file. */
export function openGuestRoom({ course, goTo, open, changed }: Page): PlayRoom {
  const opened = async ({ id }: Level, play: Play) => {
    await goTo({ name: 'level', level: id });
    open(play);
  };
  return playRoom({
    levelOf: (id) => findLevel(course(), id)?.level ?? null,
    opened: (level, play) => void opened(level, play),
    changed,
  });
}

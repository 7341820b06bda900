import { sumOf } from '../engine/index.ts';
import { loadProgress, ruleStates } from '../progress/index.ts';
import { progressScreen } from '../screens/pages/progress.ts';
import { refresherNow } from './refresh.ts';
import { playable } from './course-shelf.ts';
import type { PageSurroundings, SidePage } from './page-around.ts';
import { passMarkOf, scoreOf } from './passing.ts';

/** How far the player is in this course. */
export function progressPage({ shelf, openSettings }: PageSurroundings): SidePage {
  return {
    screen() {
      const now = Date.now();
      const progress = loadProgress();
      const { results, latest } = progress;
      const played = playable(shelf());
      return progressScreen(
        {
          course: scoreOf(shelf()),
          passMark: passMarkOf(shelf().course),
          levels: played,
          results,
          discernment: sumOf(played.flatMap(({ id }) => latest[id]?.discernment ?? [])),
          rules: ruleStates(
            played.map(({ id, lesson }) => ({ id, rule: lesson.rule })),
            progress,
            now,
          ),
          refresher: refresherNow(played, now),
        },
        openSettings,
      );
    },
  };
}

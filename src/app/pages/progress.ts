import { foreseen } from '../../progress/foreseen.ts';
import { sumOf } from '../../engine/index.ts';
import { loadProgress } from '../../progress/index.ts';
import { ruleStates } from '../../progress/rules.ts';
import { progressScreen } from '../../screens/pages/progress.ts';
import { courseGauges, hasGauges } from '../course/course-gauges.ts';
import { refresherNow } from '../course/refresher.ts';
import { playable, playableChapters } from '../course/loaded-course.ts';
import type { PageContext, PageController } from './page-controller.ts';
import { levelAddress } from '../shell/routes.ts';
import { passMarkOf, scoreOf } from '../course/passing.ts';

/** Shows how far the player has got in this course. */
export function progressPage({ loaded, read, openSettings }: PageContext): PageController {
  void read(hasGauges);
  return {
    screen() {
      const now = Date.now();
      const progress = loadProgress();
      const { results, latest, predictions } = progress;
      const played = playable(loaded());
      return progressScreen(
        {
          course: scoreOf(loaded()),
          gauges: courseGauges(loaded()),
          passMark: passMarkOf(loaded().course),
          levels: played,
          chapters: playableChapters(loaded()),
          results,
          discernment: sumOf(played.flatMap(({ id }) => latest[id]?.discernment ?? [])),
          foreseen: foreseen(played.flatMap(({ id }) => predictions[id]?.bets ?? [])),
          rules: ruleStates(
            played.map(({ id, lesson }) => ({ id, rule: lesson.rule })),
            progress,
            now,
          ),
          refresher: refresherNow(played, now),
          addressOf: levelAddress,
        },
        openSettings,
      );
    },
  };
}

import { courseScore } from '../engine/course-score.ts';
import { PASS_MARK } from '../engine/course.ts';
import { loadProgress, NAME_MAX, saveName } from '../progress/index.ts';
import { certificateScreen } from '../screens/certificate.ts';
import type { PageSurroundings, SidePage } from './page-around.ts';

/** The certificate of this course. The name is kept on the device only if the player ticks so. */
export function certificatePage({ course, levels, draw, openSettings }: PageSurroundings): SidePage {
  let name = loadProgress().name ?? '';
  let keepName = loadProgress().name !== null;
  const remember = () => {
    if (keepName || loadProgress().name !== null) saveName(keepName ? name : null);
  };

  return {
    screen() {
      const { results } = loadProgress();
      const played = levels();
      const best = played.map(({ id }) => results[id] ?? null);
      const passMark = course()?.passMark ?? PASS_MARK;
      // The day of the last result that counts; one from an older version of the page carries no date.
      const days = best.flatMap((result) => result?.at ?? []);
      return certificateScreen(
        {
          course: courseScore(
            best.map((result) => result?.score ?? null),
            passMark,
          ),
          passMark,
          title: course()?.title ?? '',
          words: course()?.certificate ?? null,
          levels: played,
          date: days.length > 0 ? Math.max(...days) : Date.now(),
          name,
          nameMax: NAME_MAX,
          keepName,
        },
        {
          openSettings,
          name(next) {
            name = next.slice(0, NAME_MAX);
            remember();
            draw();
          },
          keep(next) {
            keepName = next;
            remember();
            draw();
          },
          print: () => print(),
        },
      );
    },
  };
}

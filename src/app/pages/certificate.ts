import { loadProgress, NAME_MAX } from '../../progress/index.ts';
import { saveName } from '../../progress/name.ts';
import { certificateScreen } from '../../screens/pages/certificate.ts';
import { courseGauges, hasGauges } from '../course/course-gauges.ts';
import { playable } from '../course/loaded-course.ts';
import { packagePage } from '../package/current-package.ts';
import type { PageContext, PageController } from './page-controller.ts';
import { certifiedAt, passMarkOf, scoreOf } from '../course/passing.ts';

/** The certificate of this course. The name is kept on the device only if the player ticks the box. */
export function certificatePage({ loaded, read, draw, openSettings }: PageContext): PageController {
  void read(hasGauges);
  let name = loadProgress().name ?? '';
  let keepName = loadProgress().name !== null;
  const remember = () => {
    if (keepName || loadProgress().name !== null) saveName(keepName ? name : null);
  };

  return {
    screen() {
      const played = playable(loaded());
      const { course } = loaded();
      return certificateScreen(
        {
          course: scoreOf(loaded()),
          gauges: courseGauges(loaded()),
          passMark: passMarkOf(course),
          title: course?.title ?? '',
          words: course?.certificate ?? null,
          levels: played,
          date: certifiedAt(loaded()) ?? Date.now(),
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
          print: () => (import.meta.env.PACKAGE ? packagePage()?.print() : print()),
        },
      );
    },
  };
}

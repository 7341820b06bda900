import { t, textOf } from '../../i18n/index.ts';
import type { GaugesByLevel } from '../../lms/learner-record.ts';
import type { CourseReport } from '../../lms/report.ts';
import { loadProgress } from '../../progress/index.ts';
import { isFull, playable, type LoadedCourse } from '../course/loaded-course.ts';
import { scoreOf } from '../course/passing.ts';

/**
 * Reports to the platform how far the learner has got in the course.
 *
 * @param gauges of the best plays
 * @param place the level that was played last; null before the first
 */
export function courseReport(loaded: LoadedCourse, gauges: GaugesByLevel, place: string | null): CourseReport {
  const { results } = loadProgress();
  const { score, finished, of, passed } = scoreOf(loaded);
  const levels = playable(loaded).flatMap(({ id, title }) => {
    const result = results[id];
    if (!result) return [];
    const name = textOf(title);
    const gauge = (which: 'privacy' | 'purpose') => `${name}: ${t(`gauge.${which}`)}`;
    const { privacy, purpose } = gauges[id] ?? { privacy: result.score, purpose: 100 };
    return [
      {
        level: id,
        titles: { score: name, privacy: gauge('privacy'), purpose: gauge('purpose') },
        score: result.score,
        privacy,
        purpose,
      },
    ];
  });
  return {
    score: finished === 0 ? null : score,
    // The number of levels is not known before the last one has arrived.
    complete: of > 0 && finished === of && loaded.whole && isFull(loaded),
    passed,
    finished,
    of,
    place,
    levels,
  };
}

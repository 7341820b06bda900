import { courseScore, PASS_MARK, type Course, type CourseScore } from '../../engine/index.ts';
import { loadProgress } from '../../progress/index.ts';
import { isFull, playable, type LoadedCourse } from './loaded-course.ts';

/** The score from which on a course is passed, 0 to 100. */
export function passMarkOf(course: Course | null): number {
  return course?.passMark ?? PASS_MARK;
}

/**
 * How the course went so far on this device. A level by itself and loose files are never passed, nor a course before its last
 * level has arrived.
 */
export function scoreOf(loaded: LoadedCourse): CourseScore {
  const { results } = loadProgress();
  const score = courseScore(
    playable(loaded).map(({ id }) => results[id]?.score ?? null),
    passMarkOf(loaded.course),
  );
  return { ...score, passed: score.passed && loaded.whole && isFull(loaded) };
}

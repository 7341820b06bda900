import { courseScore, type CourseScore } from '../engine/course-score.ts';
import { PASS_MARK, type Course } from '../engine/course.ts';
import type { Level } from '../engine/level.ts';
import { loadProgress } from '../progress/index.ts';
import { isFull, playable, type Shelf } from './course-shelf.ts';

/** The score from which on a course is passed, 0 to 100. */
export function passMarkOf(course: Course | null): number {
  return course?.passMark ?? PASS_MARK;
}

/**
 * How the course went so far on this device.
 *
 * @param levels those of the course that can be played
 */
export function scoreOf(course: Course | null, levels: readonly Level[]): CourseScore {
  const { results } = loadProgress();
  return courseScore(
    levels.map(({ id }) => results[id]?.score ?? null),
    passMarkOf(course),
  );
}

/** True when a course as a whole is passed. Until its last level has arrived nobody knows. */
export function isPassed(shelf: Shelf): boolean {
  return shelf.whole && isFull(shelf) && scoreOf(shelf.course, playable(shelf)).passed;
}

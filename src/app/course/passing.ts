import { courseScore, PASS_MARK, type Course, type CourseScore } from '../../engine/index.ts';
import { loadProgress } from '../../progress/index.ts';
import { readSession } from './session-link.ts';
import { isFull, playable, type LoadedCourse } from './loaded-course.ts';

/** The score, 0 to 100, that passes a course. */
export function passMarkOf(course: Course | null): number {
  return course?.passMark ?? PASS_MARK;
}

/**
 * How the course has gone so far on this device. A single level and loose files never pass, and nor does a course
 * before its last level has loaded.
 */
export function scoreOf(loaded: LoadedCourse): CourseScore {
  const { results } = loadProgress();
  const score = courseScore(
    playable(loaded).map(({ id }) => results[id]?.score ?? null),
    passMarkOf(loaded.course),
  );
  return { ...score, passed: score.passed && loaded.whole && isFull(loaded) };
}

/** The day of the last result of a course, in milliseconds since 1970; null where none carries one, as in older versions. */
export function certifiedAt(loaded: LoadedCourse): number | null {
  const { results } = loadProgress();
  const days = playable(loaded).flatMap(({ id }) => results[id]?.at ?? []);
  return days.length > 0 ? Math.max(...days) : null;
}

/** Returns the check of the course that is due: before its first level, or after all of them; null when none is. */
export function checkDue(loaded: LoadedCourse, search = location.search): 'before' | 'after' | null {
  const { check } = readSession(search);
  // In a package it is on, unless the course says otherwise.
  if (!(check === null ? (loaded.course?.check ?? import.meta.env.PACKAGE) : check !== '0')) return null;
  if (!loaded.whole || !isFull(loaded)) return null;
  const { finished, of } = scoreOf(loaded);
  const { composed, plays } = loadProgress();
  // Once a level has begun, it is too late for the first check.
  const time = finished === of ? 'after' : finished === 0 && Object.keys(plays).length === 0 ? 'before' : null;
  return time && !composed[`check.${time}`] ? time : null;
}

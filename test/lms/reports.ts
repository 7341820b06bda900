import type { CheckReport, CourseReport, PlayReport } from '../../src/lms/report.ts';

/** Returns a course of three levels, some of them finished, to test the reports to a platform. */
export function course(scores: readonly number[], of = 3, mark = 70): CourseReport {
  const sum = scores.reduce((total, score) => total + score, 0);
  const complete = scores.length === of;
  const score = scores.length === 0 ? null : Math.floor(sum / of);
  return {
    score,
    complete,
    passed: complete && (score ?? 0) >= mark,
    finished: scores.length,
    of,
    place: scores.length === 0 ? null : `level-${String(scores.length)}`,
    levels: scores.map((value, index) => {
      const level = `level-${String(index + 1)}`;
      return {
        level,
        titles: { score: `Level ${String(index + 1)}`, privacy: 'Privacy', purpose: 'Purpose' },
        score: value,
        privacy: 100,
        purpose: value,
      };
    }),
  };
}

export function play(change: Partial<PlayReport> = {}): PlayReport {
  return {
    level: 'level-1',
    title: 'One CV, two rivals',
    score: 88,
    privacy: 88,
    purpose: 100,
    right: true,
    placement: 'to=ana;bcc=ben',
    seconds: 75,
    at: Date.UTC(2026, 10, 29, 9, 30, 5),
    ...change,
  };
}

export function check(change: Partial<CheckReport> = {}): CheckReport {
  return {
    check: 'before',
    title: 'A short check before the course',
    form: 'a',
    skipped: false,
    hits: { number: 22, of: 27 },
    falseAlarms: { number: 3, of: 27 },
    at: Date.UTC(2026, 10, 29, 9, 30, 5),
    ...change,
  };
}

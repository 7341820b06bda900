/** How a course went as a whole. */
export interface CourseScore {
  /** 0 to 100: the mean of the best scores, with 0 for an unfinished level. Rounded down, so that 69.9 is not 70. */
  readonly score: number;
  /** How many levels were finished, and out of how many. */
  readonly finished: number;
  readonly of: number;
  /** Every level was finished, and the score reaches the pass mark. */
  readonly passed: boolean;
}

/**
 * Returns the score of a course. The best play of each level counts, because a course is for learning and not an exam.
 * @param best the best score of each level that can be played, null for one that was not finished
 * @param passMark the score that passes the course
 */
export function courseScore(best: readonly (number | null)[], passMark: number): CourseScore {
  const finished = best.filter((score) => score !== null).length;
  const sum = best.reduce<number>((total, score) => total + (score ?? 0), 0);
  const score = best.length > 0 ? Math.floor(sum / best.length) : 0;
  return {
    score,
    finished,
    of: best.length,
    passed: best.length > 0 && finished === best.length && score >= passMark,
  };
}

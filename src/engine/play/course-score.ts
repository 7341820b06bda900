/** How a course went as a whole. */
export interface CourseScore {
  /** 0 to 100: the mean of the best scores; a level that was not finished yet counts 0. Rounded down, so that 69.9 is no 70. */
  readonly score: number;
  /** How many levels were finished, of how many. */
  readonly finished: number;
  readonly of: number;
  /** Every level was finished, and the score reaches the pass mark. */
  readonly passed: boolean;
}

/**
 * The score of a course. The best play of each level counts, as a course is there to learn from and not to examine.
 *
 * @param best the best score of each level that can be played, null for one that was not finished
 * @param passMark the score from which on the course is passed
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

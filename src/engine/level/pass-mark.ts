/** The default score, 0 to 100, that passes a course. */
export const PASS_MARK = 70;

/** The score of a course, 0 to 100, from which on it is passed, where the course says nothing else. */
export const PASS_MARK = 70;

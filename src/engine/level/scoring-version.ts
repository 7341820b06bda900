/** The scoring version. Results kept under an earlier one are scored again from their routings. */
export const SCORING = 5;

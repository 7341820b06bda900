/** More reasons than these are no explanation. */
export const MOST_REASONS = 6;

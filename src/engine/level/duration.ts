const PATTERN = /^P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/;

export const MINUTE = 60;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;
export const WEEK = 7 * DAY;
/** Story time has no calendar, so a year has 365 days and a month a twelfth of them. */
export const YEAR = 365 * DAY;
export const MONTH = YEAR / 12;

const UNITS = [YEAR, MONTH, WEEK, DAY, HOUR, MINUTE, 1];

/**
 * Converts a duration of ISO 8601, such as `P1D` (a day) or `P19M` (19 months), to seconds of story time.
 * @returns whole seconds; 0 for a text that is not a duration, which the level check has already refused
 */
export function durationSeconds(duration: string): number {
  const match = PATTERN.exec(duration);
  if (!match) return 0;
  return UNITS.reduce((seconds, unit, index) => seconds + Math.round(Number(match[index + 1] ?? 0) * unit), 0);
}

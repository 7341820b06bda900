/** Writes durations in the formats of the learning platform standards. */

const two = (number: number) => String(number).padStart(2, '0');
/** CMITimespan has at most four digits for the hours (SCORM 1.2 Run-Time Environment §3.4.1.1). */
const MOST_SECONDS = 9999 * 3600 + 59 * 60 + 59;

/**
 * Formats a duration for SCORM 1.2: `HHHH:MM:SS` (CMITimespan).
 * @param seconds may have a fraction, which is dropped
 */
export function timespan12(seconds: number): string {
  const whole = Math.min(MOST_SECONDS, Math.max(0, Math.floor(seconds)));
  const hours = String(Math.floor(whole / 3600)).padStart(4, '0');
  return `${hours}:${two(Math.floor(whole / 60) % 60)}:${two(whole % 60)}`;
}

/**
 * Formats a duration for SCORM 2004 and xAPI: an ISO 8601 duration such as `PT754S`.
 * @param seconds may have a fraction, which is dropped
 */
export function timespan2004(seconds: number): string {
  return `PT${String(Math.max(0, Math.floor(seconds)))}S`;
}

/**
 * Formats a time of day for SCORM 1.2: `HH:MM:SS` (CMITime), in UTC.
 * @param at in milliseconds since 1970
 */
export function timeOfDay12(at: number): string {
  return new Date(at).toISOString().slice(11, 19);
}

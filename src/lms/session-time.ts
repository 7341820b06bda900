/** Spans of time as the standards of learning platforms write them. */

const two = (number: number) => String(number).padStart(2, '0');
/** CMITimespan has at most four digits for the hours (SCORM 1.2 Run-Time Environment §3.4.1.1). */
const MOST_SECONDS = 9999 * 3600 + 59 * 60 + 59;

/**
 * A span of time as SCORM 1.2 wants it: `HHHH:MM:SS` (CMITimespan).
 *
 * @param seconds whole or not; a part of a second is dropped
 */
export function timespan12(seconds: number): string {
  const whole = Math.min(MOST_SECONDS, Math.max(0, Math.floor(seconds)));
  const hours = String(Math.floor(whole / 3600)).padStart(4, '0');
  return `${hours}:${two(Math.floor(whole / 60) % 60)}:${two(whole % 60)}`;
}

/**
 * A span of time as SCORM 2004 and xAPI want it: a duration of ISO 8601, such as `PT754S`.
 *
 * @param seconds whole or not; a part of a second is dropped
 */
export function timespan2004(seconds: number): string {
  return `PT${String(Math.max(0, Math.floor(seconds)))}S`;
}

/**
 * The time of day as SCORM 1.2 wants it: `HH:MM:SS` (CMITime), in UTC.
 *
 * @param at in milliseconds since 1970
 */
export function timeOfDay12(at: number): string {
  return new Date(at).toISOString().slice(11, 19);
}

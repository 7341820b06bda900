import { BASE32_DIGITS } from './base32.ts';

/**
 * The id of a participant distinguishes equal results of two people from one result that arrives twice. It does not say who
 * they are, and it ends with the tab.
 */

/** 80 bits, so that nobody can guess the id of another participant and send results in their place. */
export const PARTICIPANT_LENGTH = 16;
/** A result code has only the first characters, to stay short. */
export const SHORT_LENGTH = 4;

const FORM = new RegExp(`^[${BASE32_DIGITS}]{${String(PARTICIPANT_LENGTH)}}$`);

/** True for an id in the form that `newParticipant` gives. */
export const isParticipant = (id: string): boolean => FORM.test(id);

/** @param random returns the given number of random bytes */
export function newParticipant(
  random: (bytes: number) => Uint8Array = (bytes) => crypto.getRandomValues(new Uint8Array(bytes)),
): string {
  return Array.from(random(PARTICIPANT_LENGTH), (byte) => BASE32_DIGITS[byte % 32]).join('');
}

/** True when two ids belong to one participant. Either may be the short id of a result code. */
export function isSameParticipant(one: string, other: string): boolean {
  return one.startsWith(other) || other.startsWith(one);
}

import { BASE32_DIGITS } from './base32.ts';

/**
 * The id of a participant tells two equal results of two people from one result that arrives twice. It says nothing of who
 * they are, and ends with the session.
 */

/** 80 bits: nobody can guess the id of another and speak for them. */
export const PARTICIPANT_LENGTH = 16;
/** A result code has the first characters alone, to stay short. */
export const SHORT_LENGTH = 4;

const FORM = new RegExp(`^[${BASE32_DIGITS}]{${String(PARTICIPANT_LENGTH)}}$`);

/** True for an id that `newParticipant` can have given. */
export const isParticipant = (id: string): boolean => FORM.test(id);

/** @param random gives as many random bytes as it is asked for */
export function newParticipant(
  random: (bytes: number) => Uint8Array = (bytes) => crypto.getRandomValues(new Uint8Array(bytes)),
): string {
  return Array.from(random(PARTICIPANT_LENGTH), (byte) => BASE32_DIGITS[byte % 32]).join('');
}

/** True for two ids of one participant, of which one may be the short one of a result code. */
export function isSameParticipant(one: string, other: string): boolean {
  return one.startsWith(other) || other.startsWith(one);
}

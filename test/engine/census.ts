import { FIELDS, type Field } from '../../src/engine/level/level.ts';
import { isVisibleField } from '../../src/engine/level/fields.ts';

/** One mail to people who are routed one by one: a column for each fact, an entry for each person. */
export interface Census {
  /** The field of each person, as a position in `FIELDS`. */
  readonly field: Uint8Array;
  /** The circle of context of each person, from 1 on; 0 for none. */
  readonly circle: Uint16Array | Uint32Array;
  /** The highest number of a circle. */
  readonly circles: number;
}

export interface CensusCount {
  /** Ordered pairs (viewer, subject) outside a shared circle (rule 8). */
  readonly disclosures: number;
  /** How many strangers read the address of one person. */
  viewersOf(person: number): number;
}

const positions = (wanted: (field: Field) => boolean) => Uint8Array.from(FIELDS, (field) => (wanted(field) ? 1 : 0));
const VISIBLE = positions(isVisibleField);
const READS = positions((field) => isVisibleField(field) || field === 'bcc');

/**
 * Counts the disclosures of one mail to any number of people in one pass, without looking at pairs. Everyone who reads
 * the mail sees everyone who is visible, except themselves and those who share a circle.
 * `simulate` counts the same for contacts of one person each, but this works at a size that no level file could hold.
 * @throws RangeError when the columns differ in length, or an entry names a field or circle that does not exist
 */
export function countCensus({ field, circle, circles }: Census): CensusCount {
  if (field.length !== circle.length) throw new RangeError('The columns of a census must be of one length.');
  // Position 0 is for people without a circle, who know only themselves.
  const visibleIn = new Float64Array(circles + 1);
  const readersIn = new Float64Array(circles + 1);
  for (let person = 0; person < field.length; person += 1) {
    const where = field[person] ?? 0;
    const group = circle[person] ?? 0;
    if (where >= FIELDS.length || group > circles) {
      throw new RangeError(`Person ${String(person)} has field ${String(where)} and circle ${String(group)}.`);
    }
    visibleIn[group] = (visibleIn[group] ?? 0) + (VISIBLE[where] ?? 0);
    readersIn[group] = (readersIn[group] ?? 0) + (READS[where] ?? 0);
  }
  const sum = (counts: Float64Array) => counts.reduce((total, count) => total + count, 0);
  const readers = sum(readersIn);
  let disclosures = sum(visibleIn) * readers - (visibleIn[0] ?? 0);
  for (let group = 1; group <= circles; group += 1) {
    disclosures -= (visibleIn[group] ?? 0) * (readersIn[group] ?? 0);
  }
  return {
    disclosures,
    viewersOf(person) {
      if (!VISIBLE[field[person] ?? FIELDS.length]) return 0;
      const group = circle[person] ?? 0;
      return readers - (group === 0 ? 1 : (readersIn[group] ?? 0));
    },
  };
}

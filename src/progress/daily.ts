import { DAY, type Discernment } from '../engine/index.ts';

/** The last email of the day that was played, and how many there have been in a row. */
export interface Daily {
  /** The day as the calendar writes it: 2026-12-01. */
  readonly date: string;
  readonly score: number;
  readonly stars: number;
  readonly discernment: Discernment;
  /** Days in a row, this one included; one missed day in between is forgiven. */
  readonly streak: number;
}

/** A streak lives on over one missed day: what is to stay are a habit and the wish to come back, and not a fear of losing. */
const DAYS_FORGIVEN = 1;

/** The days from one date to another. */
function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / (DAY * 1000));
}

/** The days in a row at a date, after the last day that was played; null for none. */
export function streakAt(last: Pick<Daily, 'date' | 'streak'> | null, date: string): number {
  if (last === null) return 1;
  const days = daysBetween(last.date, date);
  if (days === 0) return last.streak;
  return days > 0 && days <= 1 + DAYS_FORGIVEN ? last.streak + 1 : 1;
}

/** The day of a time as the calendar of this device writes it. */
export function dateOf(now: Date): string {
  const two = (number: number) => String(number).padStart(2, '0');
  return `${String(now.getFullYear()).padStart(4, '0')}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

import { valueAt, type Path } from './json/value.ts';
import { levelOf, setValue, type LevelFiles } from './level-files.ts';

/* Durations as people say them: “3 days” for P3D. A file has them as ISO 8601. */

/** Units of story time, the longest first. */
export const UNITS = ['years', 'months', 'weeks', 'days', 'hours', 'minutes', 'seconds'] as const;
export type Unit = (typeof UNITS)[number];

export interface Span {
  readonly count: number;
  readonly unit: Unit;
}

const PATTERN = /^P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/;
const LETTERS: Readonly<Record<Unit, string>> = {
  years: 'Y',
  months: 'M',
  weeks: 'W',
  days: 'D',
  hours: 'H',
  minutes: 'M',
  seconds: 'S',
};
/** How many of the next unit one is; a month is no whole number of days. */
const NEXT: Partial<Record<Unit, number>> = { years: 12, weeks: 7, days: 24, hours: 60, minutes: 60 };

/** The parts of a duration, the longest first; none for a text that is no duration. */
export function spansOf(duration: string): Span[] {
  const match = PATTERN.exec(duration);
  if (!match) return [];
  const spans = UNITS.map((unit, index) => ({ count: Number(match[index + 1] ?? 0), unit }));
  return spans.filter(({ count }) => count > 0);
}

/** A duration as one number of one unit, so that a form needs two fields; null where it has none such. */
export function spanOf(duration: string): Span | null {
  const spans = spansOf(duration);
  const last = spans.at(-1);
  if (!last) return PATTERN.test(duration) ? { count: 0, unit: 'days' } : null;
  let count = 0;
  for (const span of spans) {
    const own = inUnit(span, last.unit);
    if (own === null) return null;
    count += own;
  }
  return { count, unit: last.unit };
}

function inUnit({ count, unit }: Span, smaller: Unit): number | null {
  let [total, at] = [count, UNITS.indexOf(unit)];
  for (; UNITS[at] !== smaller; at += 1) {
    const factor = NEXT[UNITS[at] ?? 'months'];
    if (factor === undefined) return null;
    total *= factor;
  }
  return total;
}

/** The most of a unit that the format takes. */
export const MOST_OF_A_UNIT = 9999;

/** The duration as a file has it. @param span of a whole number, 0 to `MOST_OF_A_UNIT` */
export function durationOf({ count, unit }: Span): string {
  const isTime = UNITS.indexOf(unit) >= UNITS.indexOf('hours');
  return `P${isTime ? 'T' : ''}${String(count)}${LETTERS[unit]}`;
}

/** Sets a duration; one that is already as long stays as it is written. */
export function setDuration(files: LevelFiles, path: Path, span: Span): LevelFiles {
  const old = valueAt(levelOf(files), path);
  const now = typeof old === 'string' ? spanOf(old) : null;
  if (now && now.count === span.count && now.unit === span.unit) return files;
  return setValue(files, path, durationOf(span));
}

import { detection, type Discernment } from '../../engine/index.ts';
import { CHECK_TIMES, type CheckResult, type CheckTime } from '../../progress/check-result.ts';

/** What was answered before and after; null for a check that was not taken. */
type Checks = Readonly<Record<CheckTime, CheckResult | null>>;

const FORMAT = 'blind-copy-check';
const VERSION = 1;

const countsOf = ({ protect, reach }: Discernment) => ({
  hits: protect.right,
  misses: protect.wrong,
  falseAlarms: reach.wrong,
  correctRejections: reach.right,
});

/**
 * Writes both checks as a JSON file for a study: docs/evaluation.md describes it. It has no name, no address and nothing about
 * the device; the dates are days, because times could identify a person in a small group.
 */
export function checkFile(checks: Checks): string {
  const told = CHECK_TIMES.map((time) => {
    const check = checks[time];
    if (!check) return { time, taken: false };
    const { form, at, skipped, finished, facts, discernment, emails } = check;
    const { sensitivity, criterion } = detection(discernment);
    return {
      time,
      taken: !skipped,
      form,
      day: dayOf(at),
      levelsFinished: finished,
      ...(skipped
        ? {}
        : {
            facts,
            ...countsOf(discernment),
            dPrime: rounded(sensitivity),
            criterion: rounded(criterion),
            emails: emails.map(({ discernment: counts, ...email }) => ({ ...email, ...countsOf(counts) })),
          }),
    };
  });
  return `${JSON.stringify({ kind: FORMAT, version: VERSION, checks: told }, null, 1)}\n`;
}

const COLUMNS = [
  'time',
  'form',
  'day',
  'levels_finished',
  'email',
  'occasion',
  'relation',
  'trap',
  'score',
  'hits',
  'misses',
  'false_alarms',
  'correct_rejections',
] as const;

/** Writes both checks as a table with a line for each email, which statistics programs read (RFC 4180). */
export function checkTable(checks: Checks): string {
  const lines = CHECK_TIMES.flatMap((time) => {
    const check = checks[time];
    if (!check || check.skipped) return [];
    return check.emails.map(({ occasion, relation, trap, score, discernment }, index) => {
      const { hits, misses, falseAlarms, correctRejections } = countsOf(discernment);
      const place = [time, check.form, dayOf(check.at), check.finished, index + 1].join(',');
      const email = [occasion, relation, trap, score].join(',');
      return [place, email, hits, misses, falseAlarms, correctRejections].join(',');
    });
  });
  return [COLUMNS.join(','), ...lines, ''].join('\r\n');
}

const dayOf = (at: number) => new Date(at).toISOString().slice(0, 10);
const rounded = (value: number | null) => (value === null ? null : Math.round(value * 1000) / 1000);

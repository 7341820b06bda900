import {
  compose,
  type Language,
  NAIVE_HABITS,
  type NaiveHabit,
  type Situation,
  SKELETONS,
  type Skeleton,
} from '../engine/compose/index.ts';
import { formatNumber, t } from '../i18n/index.ts';
import { printable, table } from './print.ts';
import { word } from './words.ts';

/** A report on many composed situations, as plain data. */
export interface ComposeReport {
  readonly made: number;
  readonly thrownAway: number;
  /** How many differ in what decides the score: who is related to whom, needs what and may see whom. */
  readonly distinctFacts: number;
  /** How many differ from each other, even if only in a name or a word. */
  readonly distinctTexts: number;
  readonly skeletons: { readonly seen: number; readonly all: number };
  /** The percentage in which the people the email is for must see each other. */
  readonly visible: number;
  /** The mean score of each habit. */
  readonly habits: readonly { readonly habit: NaiveHabit; readonly score: number }[];
  /** How many situations have each difficulty, the easiest first. */
  readonly difficulty: readonly { readonly difficulty: number; readonly situations: number }[];
  readonly seconds: number;
}

/** Composes many situations, the first from the seed itself and the others from seeds made from it. */
export function composeMany(seed: string, count: number, language: Language): Situation[] {
  return Array.from({ length: count }, (_, index) => compose(index === 0 ? seed : `${seed} ${index + 1}`, language));
}

/** Makes the report. @param seconds how long it took to compose the situations */
export function composeReport(situations: readonly Situation[], seconds: number): ComposeReport {
  const nameOf = ({ occasion, relation, trap }: Skeleton) => [occasion, relation, trap].join(' ');
  const share = (part: number) => Math.round((1000 * part) / situations.length) / 10;
  const difficulties = new Map<number, number>();
  for (const { difficulty } of situations) difficulties.set(difficulty, (difficulties.get(difficulty) ?? 0) + 1);
  return {
    made: situations.length,
    thrownAway: situations.reduce((sum, { thrownAway }) => sum + thrownAway, 0),
    distinctFacts: new Set(situations.map(({ facts }) => facts)).size,
    distinctTexts: new Set(situations.map(({ level }) => JSON.stringify({ ...level, id: '' }))).size,
    skeletons: { seen: new Set(situations.map(({ skeleton }) => nameOf(skeleton))).size, all: SKELETONS.length },
    visible: share(situations.filter(({ side }) => side === 'open').length),
    habits: NAIVE_HABITS.map((habit) => ({
      habit,
      score: Math.round(situations.reduce((sum, { habits }) => sum + habits[habit], 0) / situations.length),
    })),
    difficulty: [...difficulties]
      .toSorted(([one], [other]) => one - other)
      .map(([difficulty, count]) => ({ difficulty, situations: count })),
    seconds: Math.round(seconds * 100) / 100,
  };
}

/** Formats the report for people. */
export function composeReportText(report: ComposeReport): string {
  const { made, thrownAway, distinctFacts, distinctTexts, skeletons, visible, seconds } = report;
  return [
    word('compose-made', { made: formatNumber(made), thrown: formatNumber(thrownAway) }),
    word('compose-distinct', { facts: formatNumber(distinctFacts), texts: formatNumber(distinctTexts) }),
    word('compose-skeletons', { seen: skeletons.seen, all: skeletons.all }),
    word('compose-visible', { percent: formatNumber(visible) }),
    word('compose-seconds', { seconds: formatNumber(seconds) }),
    '',
    `${word('habits')}:`,
    table(
      [word('habit'), word('points')],
      report.habits.map(({ habit, score }) => [t(`habit.${habit}`), String(score)]),
    ),
    '',
    `${word('compose-difficulty')}:`,
    table(
      [word('compose-from-easy'), word('compose-situations')],
      report.difficulty.map(({ difficulty, situations }) => [String(difficulty), String(situations)]),
    ),
  ]
    .map(printable)
    .join('\n');
}

import { basename, dirname, join } from 'node:path';
import { courseScore, habitResults, type HabitResult } from '../engine/index.ts';
import { formatNumber, t } from '../i18n/index.ts';
import { readCourse, type Problem } from '../levels/index.ts';
import { checkLevelFile } from './check.ts';
import { readText } from './files.ts';
import { printable, table } from './print.ts';
import { word } from './words.ts';

/** What each habit earns over a course: a course that one of them passes teaches nothing else. */
export interface CourseReport {
  readonly course: string;
  readonly passMark: number;
  readonly habits: readonly {
    readonly habit: HabitResult['habit'];
    /** The score of the course for a player who has this habit in every level, 0 to 100. */
    readonly score: number;
    readonly passed: boolean;
    /** Its score in each level, by the level's id. */
    readonly levels: Readonly<Record<string, number>>;
    /** The levels in which it earns three stars. */
    readonly won: readonly string[];
  }[];
}

/** Works out the report of a course whose levels can all be played; else returns what is wrong. */
export function reportOnCourse(file: string): CourseReport | readonly Problem[] {
  const read = readText(file);
  if (!read.ok) return [read.problem];
  const result = readCourse(read.text, file);
  if (!result.ok) return result.problems;
  const { levels: names, passMark } = result.course;
  const checked = names.map((name) => checkLevelFile(join(dirname(file), name), []));
  const played = checked.flatMap(({ level }) => (level ? [{ id: level.id, results: habitResults(level) }] : []));
  if (played.length < checked.length) return checked.flatMap(({ level, problems }) => (level ? [] : problems));
  const habits = (played[0]?.results ?? []).map(({ habit }) => {
    const each = played.flatMap(({ id, results }) =>
      results.filter((one) => one.habit === habit).map(({ outcome, wins }) => ({ id, score: outcome.score, wins })),
    );
    const { score, passed } = courseScore(
      each.map((one) => one.score),
      passMark,
    );
    const levels = Object.fromEntries(each.map((one) => [one.id, one.score]));
    return { habit, score, passed, levels, won: each.filter(({ wins }) => wins).map(({ id }) => id) };
  });
  return { course: basename(file), passMark, habits };
}

/** Formats the report for people. */
export function courseReportText({ habits, passMark }: CourseReport): string {
  return [
    word('course-habits', { points: passMark }),
    table(
      [word('habit'), word('points'), word('course-won')],
      habits.map(({ habit, score, won }) => [t(`habit.${habit}`), formatNumber(score), won.join(', ') || '–']),
    ),
  ]
    .map(printable)
    .join('\n');
}

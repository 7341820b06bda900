import { LESSON_RULES, SCORING } from '../engine/index.ts';
import {
  MOTIONS,
  NOTHING_YET,
  playSchema,
  STAGES,
  TAKE_BACK_TIMES,
  THEME_CHOICES,
  type Progress,
  type SavedPlay,
  type Settings,
} from '../progress/record.ts';
import { CHECK_TIMES, CHECK_VERSION, readCheck } from '../progress/check-result.ts';
import { levelCode, type LearnerState, type LevelState } from './packed-state.ts';
import { shortLog } from './short-log.ts';

/*
 * The record of the page as the state that a platform keeps, and back. The state is shorter: it has no routings, so that a
 * learner who comes back on another computer finds every result, but not the mails of each.
 */

/** The gauges of the best play of a level, each 0 to 100. */
export interface GaugesOfBest {
  readonly privacy: number;
  readonly purpose: number;
}
export type GaugesByLevel = Readonly<Record<string, GaugesOfBest>>;

/** The parts of a state that are not in the record. */
export interface StateFacts {
  readonly counter: number;
  /** The id of the course. */
  readonly course: string;
  readonly gauges: GaugesByLevel;
  /** The level that was played last. Its play is kept until it is finished. */
  readonly place: string | null;
}

/** Returns the record as the state that a platform keeps. */
export function stateOf(progress: Progress, { counter, course, gauges, place }: StateFacts): LearnerState {
  const play = place === null ? undefined : progress.plays[place];
  const unfinished = place !== null && play && play.stage !== 'debrief' ? { level: place, play } : null;
  return {
    counter,
    course: levelCode(course),
    settings: settingsLine(progress.settings),
    levels: Object.entries(progress.results).map(([level, { stars, score, at }]): LevelState => {
      const latest = progress.latest[level];
      const { protect, reach } = latest?.discernment ?? {};
      return {
        level,
        best: {
          stars,
          score,
          // An older result without a routing has only its score.
          privacy: gauges[level]?.privacy ?? score,
          purpose: gauges[level]?.purpose ?? 100,
          at: at ?? 0,
        },
        latest: latest ? { stars: latest.stars, at: latest.at } : null,
        discernment: protect && reach ? [protect.right, protect.wrong, reach.right, reach.wrong] : null,
      };
    }),
    practice: [practiceLine(progress), ...checkEntries(progress)].filter(Boolean).join(','),
    ...(unfinished
      ? {
          play: playLine(unfinished.level, unfinished.play),
          shortPlay: playLine(unfinished.level, { ...unfinished.play, log: shortLog(unfinished.play.log) }),
        }
      : { play: '' }),
  };
}

/** Returns the record of a state, and the gauges, which a record does not have. */
export function recordOf(
  state: LearnerState,
  levels: readonly string[],
): { readonly progress: Progress; readonly gauges: GaugesByLevel } {
  const { level, play } = playOf(state.play, levels);
  const progress: Progress = {
    ...NOTHING_YET,
    settings: settingsOf(state.settings),
    results: Object.fromEntries(
      state.levels.map(({ level: id, best: { stars, score, at } }) => [
        id,
        { stars, score, routing: null, at, scoring: SCORING },
      ]),
    ),
    latest: Object.fromEntries(
      state.levels.flatMap(({ level: id, latest, discernment }) => {
        const [protectedRight, protectedWrong, reachedRight, reachedWrong] = discernment ?? [0, 0, 0, 0];
        const counts = {
          protect: { right: protectedRight, wrong: protectedWrong },
          reach: { right: reachedRight, wrong: reachedWrong },
        };
        return latest ? [[id, { ...latest, discernment: counts }]] : [];
      }),
    ),
    practices: practicesOf(state.practice, levels),
    composed: checksOf(state.practice),
    plays: play ? { [level]: play } : {},
  };
  const gauges = Object.fromEntries(
    state.levels.map(({ level: id, best: { privacy, purpose } }) => [id, { privacy, purpose }]),
  );
  return { progress, gauges };
}

const flag = (on: boolean) => (on ? '1' : '0');
const place = <Value>(list: readonly Value[], value: Value) => String(Math.max(0, list.indexOf(value)));

/** Writes the settings as the language, then one digit for each of the others. */
function settingsLine(settings: Settings): string {
  const { language, sound, motion, theme, takeBack, singleKeys, fieldSigns, presenter, predictions } = settings;
  return [
    language?.replaceAll(/[^\w-]/g, '') ?? '',
    '.',
    flag(sound),
    place(MOTIONS, motion),
    place(THEME_CHOICES, theme),
    place(TAKE_BACK_TIMES, takeBack),
    flag(singleKeys),
    flag(fieldSigns),
    flag(presenter),
    flag(predictions),
  ].join('');
}

function settingsOf(line: string): Settings {
  const { settings } = NOTHING_YET;
  const [language = '', digits = ''] = line.split('.');
  const [sound, motion, theme, takeBack, singleKeys, fieldSigns, presenter, predictions] = digits;
  const isOn = (digit: string | undefined, otherwise: boolean) => (digit === undefined ? otherwise : digit === '1');
  return {
    language: language === '' ? null : language,
    sound: isOn(sound, settings.sound),
    motion: MOTIONS[Number(motion)] ?? settings.motion,
    theme: THEME_CHOICES[Number(theme)] ?? settings.theme,
    takeBack: TAKE_BACK_TIMES[Number(takeBack)] ?? settings.takeBack,
    singleKeys: isOn(singleKeys, settings.singleKeys),
    fieldSigns: isOn(fieldSigns, settings.fieldSigns),
    presenter: isOn(presenter, settings.presenter),
    predictions: isOn(predictions, settings.predictions),
  };
}

const MINUTE = 60_000;

/** Writes the rules to practise: a code for the rule, one for its level, the step, the minute. */
function practiceLine({ practices }: Progress): string {
  return Object.entries(practices)
    .map(([rule, { level, step, since }]) =>
      [levelCode(rule), levelCode(level), String(step), Math.round(since / MINUTE).toString(36)].join(''),
    )
    .join(',');
}

function practicesOf(line: string, levels: readonly string[]): Progress['practices'] {
  return Object.fromEntries(
    line.split(',').flatMap((entry) => {
      const [, ruleCode, code, step, minute] = /^([0-9a-z]{4})([0-9a-z]{4})([0-2])([0-9a-z]{1,6})$/.exec(entry) ?? [];
      const rule = LESSON_RULES.find((known) => levelCode(known) === ruleCode);
      const level = levels.find((id) => levelCode(id) === code);
      if (rule === undefined || level === undefined || minute === undefined) return [];
      return [[rule, { level, step: Number(step), since: Number.parseInt(minute, 36) * MINUTE }]];
    }),
  );
}

/** Writes each check as an entry of its own beside the rules to practise, which earlier versions pass over. */
function checkEntries({ composed }: Progress): string[] {
  return CHECK_TIMES.flatMap((time) => {
    const check = readCheck(composed[`check.${time}`]);
    if (!check) return [];
    const { protect, reach } = check.discernment;
    const counts = [protect.right, protect.wrong, reach.right, reach.wrong, check.finished];
    return [
      [
        '!',
        place(CHECK_TIMES, time),
        check.form,
        flag(check.skipped),
        ...counts.map((count) =>
          Math.min(count, 36 ** 2 - 1)
            .toString(36)
            .padStart(2, '0'),
        ),
        Math.round(check.at / MINUTE).toString(36),
      ].join(''),
    ];
  });
}

const CHECK_ENTRY = /^!([01])([ab])([01])([0-9a-z]{10})([0-9a-z]{1,6})$/;

function checksOf(line: string): Progress['composed'] {
  return Object.fromEntries(
    line.split(',').flatMap((entry) => {
      const [, index, form, skipped, digits = '', minute = '0'] = CHECK_ENTRY.exec(entry) ?? [];
      const time = CHECK_TIMES[Number(index)];
      if (time === undefined) return [];
      const [shielded = 0, shown = 0, reached = 0, hidden = 0, finished = 0] = (digits.match(/../g) ?? []).map((two) =>
        Number.parseInt(two, 36),
      );
      const check = {
        version: CHECK_VERSION,
        form,
        at: Number.parseInt(minute, 36) * MINUTE,
        skipped: skipped === '1',
        finished,
        facts: '',
        discernment: { protect: { right: shielded, wrong: shown }, reach: { right: reached, wrong: hidden } },
        emails: [],
      };
      return [[`check.${time}`, check]];
    }),
  );
}

/** Writes a play: a code for the level, the stage, then as JSON the commands, with the predictions if there are some. */
function playLine(level: string, { log, stage, predictions }: SavedPlay): string {
  return `${levelCode(level)}${place(STAGES, stage)}${JSON.stringify(predictions ? { log, predictions } : log)}`;
}

function playOf(line: string, levels: readonly string[]): { readonly level: string; readonly play: SavedPlay | null } {
  const level = levels.find((id) => levelCode(id) === line.slice(0, 4));
  const stage = STAGES[Number(line.slice(4, 5))];
  const play = level === undefined || stage === undefined ? null : readPlay(line.slice(5), stage);
  return { level: level ?? '', play };
}

function readPlay(text: string, stage: SavedPlay['stage']): SavedPlay | null {
  try {
    const json: unknown = JSON.parse(text);
    const read = playSchema.safeParse(Array.isArray(json) ? { log: json, stage } : { ...(json as object), stage });
    return read.success ? read.data : null;
  } catch {
    return null;
  }
}

import {
  checkLine,
  type CheckReport,
  type CourseReport,
  type LevelReport,
  type OnFail,
  type PlayReport,
} from './report.ts';
import type { ScormVersion } from './find-api.ts';
import { timeOfDay12, timespan12, timespan2004 } from './session-time.ts';

/**
 * Decides what a package tells a SCORM platform, and when. Events go in and calls come out, so that tests can check
 * every line. SCORM 1.2 and SCORM 2004 share one policy and differ in the names of their elements.
 */

/** One call of the platform's interface. */
export type Call =
  | {
      readonly type: 'set';
      readonly element: string;
      readonly value: string;
      /** A platform may ignore this element without loss to the learner. */
      readonly optional: boolean;
    }
  | { readonly type: 'commit' }
  | { readonly type: 'terminate' };

/** The values that the platform already has, read before the calls are made. */
export interface Known {
  /** Ids of the objectives, in the platform's order. A manifest may have put some of its own first. */
  readonly objectives: readonly string[];
  readonly interactions: number;
  readonly status: string;
  /** SCORM 2004 only; empty for SCORM 1.2. */
  readonly success: string;
}

/** The packed state to store, and how long this launch has lasted. */
export interface Kept {
  readonly state: string;
  /** Seconds since this launch. */
  readonly seconds: number;
  /** True to write everything again, including each level, because the platform may have lost it. */
  readonly whole?: boolean;
}

export interface Policy {
  readonly version: ScormVersion;
  readonly onFail: OnFail;
}

interface Elements {
  readonly status: string;
  readonly success: string | null;
  readonly exit: string;
  readonly location: string;
  readonly state: string;
  readonly time: string;
  readonly score: string;
  readonly progress: string | null;
  readonly response: string;
  readonly wrong: string;
  readonly when: string;
  readonly timespan: (seconds: number) => string;
  readonly timestamp: (at: number) => string;
}

/** SCORM 1.2 RTE §3.4 and SCORM 2004 4th edition RTE §4.2. */
const ELEMENTS: Readonly<Record<ScormVersion, Elements>> = {
  scorm12: {
    status: 'cmi.core.lesson_status',
    success: null,
    exit: 'cmi.core.exit',
    location: 'cmi.core.lesson_location',
    state: 'cmi.suspend_data',
    time: 'cmi.core.session_time',
    score: 'cmi.core.score',
    progress: null,
    response: 'student_response',
    wrong: 'wrong',
    when: 'time',
    timespan: timespan12,
    timestamp: timeOfDay12,
  },
  scorm2004: {
    status: 'cmi.completion_status',
    success: 'cmi.success_status',
    exit: 'cmi.exit',
    location: 'cmi.location',
    state: 'cmi.suspend_data',
    time: 'cmi.session_time',
    score: 'cmi.score',
    progress: 'cmi.progress_measure',
    response: 'learner_response',
    wrong: 'incorrect',
    when: 'timestamp',
    timespan: timespan2004,
    // The standard allows a time zone only after a fraction of a second: time(second,10,0).
    timestamp: (at) => `${new Date(at).toISOString().slice(0, 19)}.0Z`,
  },
};

/** The elements that the policy reads before it decides. */
export const elementsOf = (version: ScormVersion): Pick<Elements, 'status' | 'success' | 'state' | 'score'> =>
  ELEMENTS[version];

const set = (element: string, value: string): Call => ({ type: 'set', element, value, optional: false });
const setIfKnown = (element: string, value: string): Call => ({ type: 'set', element, value, optional: true });
const COMMIT: Call = { type: 'commit' };
/** The longest location and response that SCORM 1.2 accepts (CMIString255). */
const LONGEST = 255;
/** The longest description of an interaction in SCORM 2004 (localized_string_type, 250). */
const LONGEST_DESCRIPTION = 250;

/**
 * Returns the calls at launch. They set `suspend` straight away, so that a learner whose connection breaks, or who
 * closes the window, returns to the same place.
 */
export function callsAtStart({ version }: Policy, { status }: Pick<Known, 'status'>): Call[] {
  const { exit, status: element } = ELEMENTS[version];
  const begun = !['', 'not attempted', 'browsed', 'unknown'].includes(status);
  return [set(exit, 'suspend'), ...(begun ? [] : [set(element, 'incomplete')]), COMMIT];
}

/** Returns the calls at a debrief. They are made at once, as a crash during a delay would lose the level. */
export function callsAtDebrief(
  policy: Policy,
  course: CourseReport,
  play: PlayReport | CheckReport,
  kept: Kept,
  known: Known,
): Call[] {
  return [
    ...courseCalls(policy, course, kept, known),
    ...objectiveCalls(policy.version, course.levels, known.objectives),
    ...('check' in play
      ? checkCalls(policy.version, play, known.interactions)
      : interactionCalls(policy.version, play, known.interactions)),
    COMMIT,
  ];
}

/**
 * Returns the calls when anything else worth keeping has changed, or the page is hidden, as it may never be shown
 * again.
 */
export function callsToKeep(policy: Policy, course: CourseReport, kept: Kept, known: Known): Call[] {
  return [
    ...courseCalls(policy, course, kept, known),
    ...(kept.whole ? objectiveCalls(policy.version, course.levels, known.objectives) : []),
    COMMIT,
  ];
}

/**
 * Returns the calls when the learner leaves, by the button or by closing the window.
 * @param course null if it has not arrived yet
 */
export function callsAtEnd(policy: Policy, course: CourseReport | null, kept: Kept, known: Known): Call[] {
  const calls = course ? courseCalls(policy, course, kept, known) : visitCalls(policy.version, kept);
  return [...calls, COMMIT, { type: 'terminate' }];
}

/** Keeps the learner's state and time, and lets them come back. */
function visitCalls(version: ScormVersion, { state, seconds }: Kept): Call[] {
  const { state: element, time, timespan, exit } = ELEMENTS[version];
  return [set(element, state), set(time, timespan(seconds)), set(exit, 'suspend')];
}

function courseCalls({ version, onFail }: Policy, course: CourseReport, kept: Kept, known: Known): Call[] {
  const elements = ELEMENTS[version];
  return [
    ...scoreCalls(version, elements.score, course.score),
    ...statusCalls(version, onFail, course, known),
    ...(course.place === null ? [] : [set(elements.location, course.place.slice(0, LONGEST))]),
    ...(elements.progress === null || course.of === 0
      ? []
      : [setIfKnown(elements.progress, fraction(course.finished / course.of))]),
    ...visitCalls(version, kept),
  ];
}

function scoreCalls(version: ScormVersion, element: string, score: number | null, optional = false): Call[] {
  if (score === null) return [];
  const one = optional ? setIfKnown : set;
  const whole = Math.round(score);
  return [
    one(`${element}.min`, '0'),
    one(`${element}.max`, '100'),
    one(`${element}.raw`, String(whole)),
    ...(version === 'scorm2004' ? [one(`${element}.scaled`, fraction(whole / 100))] : []),
  ];
}

/** SCORM 2004 accepts a decimal with up to seven digits. */
const fraction = (value: number) => String(Number(value.toFixed(4)));

/** Sets the status of the whole course, but never replaces one that says more. */
function statusCalls(version: ScormVersion, onFail: OnFail, course: CourseReport, known: Known): Call[] {
  const failed = course.complete && !course.passed && onFail === 'failed';
  const { status, success } = ELEMENTS[version];
  if (success === null) {
    const next = course.passed ? 'passed' : failed ? 'failed' : 'incomplete';
    return rank12(next) > rank12(known.status) ? [set(status, next)] : [];
  }
  const verdict = course.passed ? 'passed' : failed ? 'failed' : 'unknown';
  return [
    ...(known.status === 'completed' ? [] : [set(status, course.complete ? 'completed' : 'incomplete')]),
    ...(rankSuccess(verdict) > rankSuccess(known.success) ? [set(success, verdict)] : []),
  ];
}

const rank12 = (status: string) =>
  ['', 'not attempted', 'browsed', 'incomplete', 'failed', 'completed', 'passed'].indexOf(status);
const rankSuccess = (status: string) => ['', 'unknown', 'failed', 'passed'].indexOf(status);

/**
 * Reports each level as an objective, found by its id and updated in place, and its two gauges as objectives of their
 * own.
 */
function objectiveCalls(version: ScormVersion, levels: readonly LevelReport[], ids: readonly string[]): Call[] {
  const known = [...ids];
  return levels.flatMap(({ level, titles, score, privacy, purpose }) =>
    [
      { id: level, description: titles.score, value: score },
      { id: `${level}.privacy`, description: titles.privacy, value: privacy },
      { id: `${level}.purpose`, description: titles.purpose, value: purpose },
    ].flatMap(({ id, description, value }) => {
      const before = known.indexOf(id);
      const index = before < 0 ? known.push(id) - 1 : before;
      const element = `cmi.objectives.${String(index)}`;
      return [
        // An existing objective keeps its id, as setting it again is an error on some platforms.
        ...(before < 0 ? [setIfKnown(`${element}.id`, id)] : []),
        ...scoreCalls(version, `${element}.score`, value, true),
        ...(version === 'scorm12'
          ? [setIfKnown(`${element}.status`, 'completed')]
          : [
              setIfKnown(`${element}.completion_status`, 'completed'),
              setIfKnown(`${element}.description`, description.slice(0, LONGEST_DESCRIPTION)),
            ]),
      ];
    }),
  );
}

/** Reports a play as an interaction; each attempt adds one. */
function interactionCalls(version: ScormVersion, play: PlayReport, count: number): Call[] {
  const { response, wrong, when, timespan, timestamp } = ELEMENTS[version];
  const element = `cmi.interactions.${String(count)}`;
  return [
    setIfKnown(`${element}.id`, play.level),
    setIfKnown(`${element}.type`, 'performance'),
    // The gauges come before the placement, which may be cut off.
    setIfKnown(`${element}.${response}`, answer(version, play)),
    setIfKnown(`${element}.result`, play.right ? 'correct' : wrong),
    setIfKnown(`${element}.latency`, timespan(play.seconds)),
    setIfKnown(`${element}.${when}`, timestamp(play.at)),
    ...(version === 'scorm2004'
      ? [setIfKnown(`${element}.description`, play.title.slice(0, LONGEST_DESCRIPTION))]
      : []),
  ];
}

/** Reports a check as an interaction that is neither right nor wrong. */
function checkCalls(version: ScormVersion, check: CheckReport, count: number): Call[] {
  const { response, when, timestamp } = ELEMENTS[version];
  const element = `cmi.interactions.${String(count)}`;
  const line = checkLine(check);
  return [
    setIfKnown(`${element}.id`, `check.${check.check}`),
    setIfKnown(`${element}.type`, 'performance'),
    setIfKnown(`${element}.${response}`, version === 'scorm12' ? line : `check[.]${line}`),
    setIfKnown(`${element}.result`, 'neutral'),
    setIfKnown(`${element}.${when}`, timestamp(check.at)),
    ...(version === 'scorm2004'
      ? [setIfKnown(`${element}.description`, check.title.slice(0, LONGEST_DESCRIPTION))]
      : []),
  ];
}

/** In SCORM 2004 the response of a performance consists of named steps: `name[.]answer` (RTE §4.2.9.1). */
function answer(version: ScormVersion, { score, privacy, purpose, placement }: PlayReport): string {
  const whole = [`score=${String(score)}`, `privacy=${String(privacy)}`, `purpose=${String(purpose)}`, placement].join(
    ';',
  );
  const legal = whole.replaceAll(/[^\x20-\x7e]/g, '?');
  return version === 'scorm12' ? legal.slice(0, LONGEST) : `play[.]${legal.slice(0, LONGEST_DESCRIPTION)}`;
}

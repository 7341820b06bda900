import { checkLine, type CheckReport, type CourseReport, type OnFail, type PlayReport } from '../report.ts';
import { timespan2004 } from '../session-time.ts';
import type { LaunchData, LaunchParameters } from './launch.ts';

/** The statements of a cmi5 package (cmi5 §9). Events go in and statements come out, all as plain data. */

/** The verbs that cmi5 defines and that a package may use. */
export const VERBS = {
  initialized: 'http://adlnet.gov/expapi/verbs/initialized',
  completed: 'http://adlnet.gov/expapi/verbs/completed',
  passed: 'http://adlnet.gov/expapi/verbs/passed',
  failed: 'http://adlnet.gov/expapi/verbs/failed',
  terminated: 'http://adlnet.gov/expapi/verbs/terminated',
} as const;
export type DefinedVerb = keyof typeof VERBS;

/** The verb for a play of a level. cmi5 allows verbs other than its own (cmi5 §7.1.2). */
const ANSWERED = 'http://adlnet.gov/expapi/verbs/answered';

const CATEGORY = 'https://w3id.org/xapi/cmi5/context/categories/cmi5';
const MOVE_ON = 'https://w3id.org/xapi/cmi5/context/categories/moveon';
const MASTERY = 'https://w3id.org/xapi/cmi5/context/extensions/masteryscore';
const GAUGE = 'urn:blind-copy:gauge:';

export type Statement = Readonly<Record<string, unknown>>;

/** The facts that all statements of a session share. */
export interface SessionFacts extends Pick<LaunchParameters, 'actor' | 'registration' | 'activity'> {
  readonly data: LaunchData;
}

/** The moment of a statement, and its id. */
export interface Stamp {
  readonly id: string;
  /** In milliseconds since 1970. */
  readonly at: number;
}

/** Returns the cmi5 verbs that are due after a debrief, in order. */
export function dueVerbs(
  course: CourseReport,
  { masteryScore }: Pick<LaunchData, 'masteryScore'>,
  onFail: OnFail,
  sent: ReadonlySet<DefinedVerb>,
): DefinedVerb[] {
  if (!course.complete) return [];
  const passed = isPassed(course, masteryScore);
  const verdict: DefinedVerb | null = passed ? 'passed' : onFail === 'failed' ? 'failed' : null;
  const due: DefinedVerb[] = sent.has('completed') ? [] : ['completed'];
  // At most one verdict in a session, and none after "passed" (cmi5 §9.3).
  if (verdict !== null && !sent.has('passed') && !sent.has('failed')) due.push(verdict);
  return due;
}

/** Uses the platform's mark, which may differ from the package's, because the platform refuses a "passed" below its own. */
function isPassed(course: CourseReport, mastery: number | null): boolean {
  return mastery === null ? course.passed : course.complete && (course.score ?? 0) / 100 >= mastery;
}

/** Makes a statement that cmi5 defines. */
export function definedStatement(
  verb: DefinedVerb,
  session: SessionFacts,
  { id, at }: Stamp,
  { score, seconds }: { readonly score: number | null; readonly seconds: number },
): Statement {
  const judges = verb === 'passed' || verb === 'failed';
  const moves = judges || verb === 'completed';
  const { masteryScore } = session.data;
  return {
    id,
    timestamp: new Date(at).toISOString(),
    actor: session.actor,
    verb: { id: VERBS[verb], display: { 'en-US': verb } },
    object: { objectType: 'Activity', id: session.activity },
    ...(verb === 'initialized' ? {} : { result: resultOf(verb, score, seconds) }),
    context: context(
      session,
      [CATEGORY, ...(moves ? [MOVE_ON] : [])],
      judges && masteryScore !== null ? { [MASTERY]: masteryScore } : {},
    ),
  };
}

/** Returns the result of a verb. The platform refuses properties that the verb may not have (cmi5 §9.5). */
function resultOf(verb: Exclude<DefinedVerb, 'initialized'>, score: number | null, seconds: number): Statement {
  const duration = timespan2004(seconds);
  switch (verb) {
    case 'completed':
      return { completion: true, duration };
    case 'passed':
    case 'failed':
      return { success: verb === 'passed', ...(score === null ? {} : { score: scoreOf(score) }), duration };
    case 'terminated':
      return { duration };
  }
}

const scoreOf = (score: number) => ({ scaled: Math.round(score) / 100, raw: Math.round(score), min: 0, max: 100 });

/** Makes a statement of a play: the level, how it went, and where the cards were put. */
export function playStatement(play: PlayReport, language: string, session: SessionFacts, stamp: Stamp): Statement {
  return answer({ name: play.level, title: { [language]: play.title } }, session, stamp, {
    success: play.right,
    response: play.placement,
    score: scoreOf(play.score),
    duration: timespan2004(play.seconds),
    extensions: { [`${GAUGE}privacy`]: play.privacy, [`${GAUGE}purpose`]: play.purpose },
  });
}

/** Makes a statement of a check: its counts, and neither success nor score. */
export function checkStatement(check: CheckReport, language: string, session: SessionFacts, stamp: Stamp): Statement {
  const asked = { name: `check.${check.check}`, title: { [language]: check.title } };
  return answer(asked, session, stamp, { response: checkLine(check) });
}

/**
 * Makes a statement that a part of the course was answered.
 * @param asked the part, by its name within the activity, with its title by language
 * @param result as xAPI has it (xAPI Data §4.1.5)
 */
function answer(
  asked: { readonly name: string; readonly title: Readonly<Record<string, string>> },
  session: SessionFacts,
  { id, at }: Stamp,
  result: Readonly<Record<string, unknown>>,
): Statement {
  return {
    id,
    timestamp: new Date(at).toISOString(),
    actor: session.actor,
    verb: { id: ANSWERED, display: { 'en-US': 'answered' } },
    object: {
      objectType: 'Activity',
      id: `${session.activity}#${asked.name}`,
      definition: {
        type: 'http://adlnet.gov/expapi/activities/cmi.interaction',
        interactionType: 'performance',
        name: asked.title,
      },
    },
    result,
    context: context(session, [], {}),
  };
}

/** Adds to the platform's context template, which a statement must not change (cmi5 §10.2.1). */
function context(
  { registration, data: { contextTemplate } }: SessionFacts,
  categories: readonly string[],
  extensions: Readonly<Record<string, unknown>>,
): Statement {
  const { contextActivities = {} } = contextTemplate;
  const category = [...(contextActivities['category'] ?? []), ...categories.map((id) => ({ id }))];
  return {
    ...contextTemplate,
    registration,
    contextActivities: { ...contextActivities, ...(category.length > 0 ? { category } : {}) },
    extensions: { ...contextTemplate.extensions, ...extensions },
  };
}

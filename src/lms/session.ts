import type { ScormApi } from './find-api.ts';
import {
  callsAtDebrief,
  callsAtEnd,
  callsAtStart,
  callsToKeep,
  elementsOf,
  type Call,
  type Kept,
  type Known,
  type Policy,
} from './policy.ts';
import type { Launch, Traced } from './platform-session.ts';
import type { CheckReport, CourseReport, PlayReport } from './report.ts';

/** A learner's visit to a SCORM package. */
export interface ScormSession {
  readonly launch: Launch;
  /** @returns false if the platform says that it stored nothing, so that the learner has to sign in again */
  readonly debriefed: (course: CourseReport, play: PlayReport | CheckReport, kept: Kept) => boolean;
  /** @returns false if the platform says that it stored nothing */
  readonly keep: (course: CourseReport, kept: Kept) => boolean;
  /** Writes, commits and ends the session, once: ending it twice would double the time on some platforms. */
  readonly end: (course: CourseReport | null, kept: Kept) => void;
  /** Reads back the packed state that the platform has stored, to verify a write. */
  readonly stored: () => string;
}

const LAUNCH = {
  scorm12: {
    mode: 'cmi.core.lesson_mode',
    id: 'cmi.core.student_id',
    name: 'cmi.core.student_name',
    language: 'cmi.student_preference.language',
  },
  scorm2004: {
    mode: 'cmi.mode',
    id: 'cmi.learner_id',
    name: 'cmi.learner_name',
    language: 'cmi.learner_preference.language',
  },
} as const;

/**
 * Begins the session with the platform.
 * @param trace receives every call with its answer
 * @returns null when the platform refuses to begin
 */
export function startSession(
  api: ScormApi,
  policy: Policy,
  trace: (traced: Traced) => void = () => {},
): ScormSession | null {
  const platform = guarded(api, trace);
  if (!platform.initialize()) return null;
  const elements = elementsOf(policy.version);
  const names = LAUNCH[policy.version];
  const mode = platform.get(names.mode);
  const launch: Launch = {
    // Some platforms omit the mode when it is normal.
    mode: mode === 'browse' || mode === 'review' ? mode : 'normal',
    state: platform.get(elements.state),
    learner: { id: platform.get(names.id), name: platform.get(names.name) },
    language: platform.get(names.language),
  };
  const writes = launch.mode === 'normal';
  const known = (): Known => ({
    objectives: Array.from({ length: platform.count('cmi.objectives._count') }, (_, index) =>
      platform.get(`cmi.objectives.${String(index)}.id`),
    ),
    interactions: platform.count('cmi.interactions._count'),
    status: platform.get(elements.status),
    success: elements.success === null ? '' : platform.get(elements.success),
  });
  let ended = false;
  const make = (calls: (known: Known) => Call[]): boolean => {
    if (!writes || ended) return true;
    return platform.make(calls(known()));
  };
  make((now) => callsAtStart(policy, now));
  return {
    launch,
    debriefed: (course, play, kept) => make((now) => callsAtDebrief(policy, course, play, kept, now)),
    keep: (course, kept) => make((now) => callsToKeep(policy, course, kept, now)),
    end(course, kept) {
      // While a window closes, some platforms answer nothing although they have stored everything, so a missing answer
      // is no reason to warn.
      if (writes) make((now) => callsAtEnd(policy, course, kept, now));
      else if (!ended) platform.make([{ type: 'terminate' }]);
      ended = true;
    },
    stored: () => platform.get(elements.state),
  };
}

interface Platform {
  readonly initialize: () => boolean;
  readonly get: (element: string) => string;
  readonly count: (element: string) => number;
  /** @returns false when the platform refused a commit, or a value that the learner needs */
  readonly make: (calls: readonly Call[]) => boolean;
}

/** Wraps a real platform's interface: it may throw, answer with booleans, texts or nothing, and report wrong errors. */
function guarded(api: ScormApi, trace: (traced: Traced) => void): Platform {
  const ask = (call: string, run: () => unknown): unknown => {
    let answer: unknown;
    let error = '';
    try {
      answer = run();
      error = text(api.lastError());
    } catch (thrown) {
      error = String(thrown);
    }
    trace({ call, answer: text(answer), error });
    return answer;
  };
  const get = (element: string) => text(ask(`get ${element}`, () => api.getValue(element)));
  return {
    initialize: () => isTrue(ask('initialize', () => api.initialize())),
    get,
    count(element) {
      const count = Number.parseInt(get(element), 10);
      return Number.isNaN(count) ? 0 : Math.max(0, count);
    },
    make(calls) {
      let kept = true;
      /** The element whose id was refused; its other values would be refused too. */
      let refused: string | null = null;
      for (const call of calls) {
        if (call.type === 'terminate') ask('terminate', () => api.terminate());
        else if (call.type === 'commit') {
          const answer = ask('commit', () => api.commit());
          kept &&= answer === null || answer === undefined || isTrue(answer);
        } else {
          if (refused !== null && call.element.startsWith(refused)) continue;
          const done = isTrue(ask(`set ${call.element} ${call.value}`, () => api.setValue(call.element, call.value)));
          if (done) continue;
          if (call.optional) refused = call.element.endsWith('.id') ? call.element.slice(0, -2) : refused;
          else kept = false;
        }
      }
      return kept;
    },
  };
}

const isTrue = (answer: unknown) => answer === true || text(answer) === 'true' || text(answer) === '1';

function text(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
}

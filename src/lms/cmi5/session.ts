import { language } from '../../i18n/index.ts';
import type { Connection } from '../connection.ts';
import type { Launch, PlatformSession } from '../platform-session.ts';
import type { Kept } from '../policy.ts';
import type { CourseReport, OnFail, PlayReport } from '../report.ts';
import { learnerId, type LaunchData, type LaunchParameters } from './launch.ts';
import type { RecordStore } from './record-store.ts';
import {
  definedStatement,
  dueVerbs,
  playStatement,
  type DefinedVerb,
  type SessionFacts,
  type Statement,
} from './statements.ts';
import { LEARNER_STATE, type LearnerDocument, type TabSessionStore } from './tab.ts';

/** The input of `cmi5Session`. */
export interface Cmi5Parts {
  readonly launch: LaunchParameters;
  readonly data: LaunchData;
  readonly store: RecordStore;
  readonly tab: TabSessionStore;
  readonly onFail: OnFail;
  /** The learner's state from earlier sessions. */
  readonly kept: LearnerDocument;
  readonly language: string;
  readonly now: () => number;
  readonly newId: () => string;
}

export interface Cmi5Session extends PlatformSession {
  /** Sends “initialized”, the first statement of the session. */
  readonly begin: () => Promise<Connection>;
}

/** Verbs that may be sent only once in a registration, not once in each session (cmi5 §9.3). */
const ONCE: readonly DefinedVerb[] = ['completed', 'passed'];

/** Makes a session from what the platform sent at its launch. */
export function cmi5Session({ launch, data, store, tab, onFail, kept, ...parts }: Cmi5Parts): Cmi5Session {
  const facts: SessionFacts = { ...launch, data };
  const mode = ({ Normal: 'normal', Browse: 'browse', Review: 'review' } as const)[data.launchMode];
  const earlier = new Set(kept.sent);
  let stored = kept.state;
  let turn: Promise<unknown> = Promise.resolve();
  /** Runs tasks one after another, because statements have to arrive in order. */
  const inTurn = <Value>(work: () => Promise<Value>): Promise<Value> => {
    const done = turn.then(work, work);
    turn = done;
    return done;
  };

  const stamp = () => ({ id: parts.newId(), at: parts.now() });
  const sentSoFar = () => new Set<DefinedVerb>([...tab.read().sent, ...earlier]);
  const add = (statements: readonly Statement[], verbs: readonly DefinedVerb[]) => {
    const now = tab.read();
    tab.write({ ...now, sent: [...now.sent, ...verbs], waiting: [...now.waiting, ...statements] });
    for (const verb of verbs) if (ONCE.includes(verb)) earlier.add(verb);
  };

  /** Sends the waiting statements. It drops those that the platform refuses, because it would refuse them again. */
  const send = async (closing = false): Promise<Connection> => {
    const { waiting } = tab.read();
    if (waiting.length === 0) return 'stored';
    const connection = await store.send(waiting, closing);
    if (connection !== 'lost') {
      const now = tab.read();
      tab.write({ ...now, waiting: now.waiting.filter((statement) => !waiting.includes(statement)) });
    }
    return connection;
  };
  const write = async (state: string, closing = false): Promise<Connection> => {
    const connection = await store.writeState(LEARNER_STATE, { state, sent: [...earlier] }, closing);
    if (connection === 'stored') stored = state;
    return connection;
  };
  /** Sends statements and state. A closing page sends both at once, because a second request would come too late. */
  const writeAll = async (state: string, closing = false): Promise<Connection> => {
    if (closing) return worst(await Promise.all([send(true), write(state, true)]));
    const sent = await send();
    return sent === 'stored' ? write(state) : sent;
  };
  const defined = (verb: DefinedVerb, course: CourseReport, seconds: number) =>
    definedStatement(verb, facts, stamp(), { score: course.score, seconds });
  const due = (course: CourseReport, seconds: number) => {
    const verbs = dueVerbs(course, data, onFail, sentSoFar());
    add(
      verbs.map((verb) => defined(verb, course, seconds)),
      verbs,
    );
  };
  const ended = () => tab.read().sent.includes('terminated');

  return {
    launch: launchOf(launch, mode, kept.state, parts.language),
    begin() {
      if (tab.read().sent.includes('initialized')) return inTurn(() => send());
      add([definedStatement('initialized', facts, stamp(), { score: null, seconds: 0 })], ['initialized']);
      return inTurn(() => send());
    },
    debriefed(course, play: PlayReport, { state, seconds }: Kept) {
      if (mode !== 'normal' || ended()) return Promise.resolve('stored');
      add([playStatement(play, language(), facts, stamp())], []);
      due(course, seconds);
      return inTurn(() => writeAll(state));
    },
    keep(_course, { state }) {
      if (mode !== 'normal' || ended()) return Promise.resolve('stored');
      return inTurn(() => writeAll(state));
    },
    end(course, { state, seconds }, by) {
      if (ended()) return Promise.resolve('stored');
      // A page that closes in mid-course may only be reloading, and nothing may follow "terminated". The platform itself
      // marks a session that was left open.
      const over = by === 'button' || mode !== 'normal' || course.complete;
      if (over) add([defined('terminated', course, seconds)], ['terminated']);
      const closing = by === 'closing';
      const all = () => (mode === 'normal' ? writeAll(state, closing) : send(closing));
      return closing ? all() : inTurn(all);
    },
    // The store's own answers show whether it can be reached.
    look: () => inTurn(() => (tab.read().waiting.length > 0 ? send() : reach(store))),
    hasStored: (state) => stored === state,
    recovery: 'send',
    returnTo: data.returnUrl,
  };
}

async function reach(store: RecordStore): Promise<Connection> {
  return (await store.state('LMS.LaunchData')) === null ? 'lost' : 'stored';
}

function worst(connections: readonly Connection[]): Connection {
  return connections.find((connection) => connection !== 'stored') ?? 'stored';
}

function launchOf({ actor }: LaunchParameters, mode: Launch['mode'], state: string, tag: string): Launch {
  return { mode, state, learner: { id: learnerId(actor), name: actor.name ?? '' }, language: tag };
}

import { language } from '../../i18n/index.ts';
import type { Connection } from '../connection.ts';
import type { Launch, PlatformSession } from '../platform-session.ts';
import type { Kept } from '../policy.ts';
import type { CourseReport, OnFail } from '../report.ts';
import { learnerId, type LaunchData, type LaunchParameters } from './launch.ts';
import { bytesOf, outbox } from './outbox.ts';
import type { RecordStore } from './record-store.ts';
import {
  checkStatement,
  definedStatement,
  dueVerbs,
  playStatement,
  type DefinedVerb,
  type SessionFacts,
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

/** The most bytes that the requests of a closed page may have in all (Fetch standard §4.6), less some for their frames. */
const CLOSING_MAX = 64 * 1024 - 512;

/** Makes a session from what the platform sent at its launch. */
export function cmi5Session({ launch, data, store, tab, onFail, kept, ...parts }: Cmi5Parts): Cmi5Session {
  const facts: SessionFacts = { ...launch, data };
  const mode = ({ Normal: 'normal', Browse: 'browse', Review: 'review' } as const)[data.launchMode];
  const earlier = new Set(kept.sent);
  const statements = outbox(store, tab);
  let stored = JSON.stringify(kept);
  let turn: Promise<unknown> = Promise.resolve();
  /** Runs tasks one after another, because statements have to arrive in order. */
  const inTurn = <Value>(work: () => Promise<Value>): Promise<Value> => {
    const done = turn.then(work, work);
    turn = done;
    return done;
  };

  const stamp = () => ({ id: parts.newId(), at: parts.now() });
  const sentSoFar = () => new Set<DefinedVerb>([...tab.read().sent, ...earlier]);
  const documentOf = (state: string): LearnerDocument => ({ state, sent: [...earlier] });
  const isStored = (state: string) => stored === JSON.stringify(documentOf(state));

  const write = async (state: string): Promise<Connection> => {
    if (isStored(state)) return 'stored';
    const document = documentOf(state);
    const connection = await store.writeState(LEARNER_STATE, document, false);
    if (connection === 'stored') stored = JSON.stringify(document);
    return connection;
  };
  /** The state of the last call, which every write takes, however long it had to wait. */
  let newest = kept.state;
  /** Sends statements, then the state, which names the verbs among them. */
  const writeAll = async (): Promise<Connection> => {
    const sent = await statements.send();
    return sent === 'stored' ? write(newest) : sent;
  };
  const defined = (verb: DefinedVerb, score: number | null, seconds: number) =>
    definedStatement(verb, facts, stamp(), { score, seconds });
  const due = (course: CourseReport, seconds: number) => {
    const verbs = dueVerbs(course, data, onFail, sentSoFar());
    statements.add(
      verbs.map((verb) => defined(verb, course.score, seconds)),
      verbs,
    );
    for (const verb of verbs) if (ONCE.includes(verb)) earlier.add(verb);
  };
  const terminate = (seconds: number) => statements.add([defined('terminated', null, seconds)], ['terminated']);
  const terminated = () => tab.read().sent.includes('terminated');
  /** True from the moment when the learner presses the button. */
  let ending = false;
  const over = () => ending || terminated();

  /** A write that has not begun. */
  let planned: Promise<Connection> | null = null;

  const endByButton = async ({ seconds }: Kept): Promise<Connection> => {
    const answer = await (mode === 'normal' ? writeAll() : statements.send());
    if (answer === 'lost') {
      ending = false;
      return 'lost';
    }
    // The page may have closed meanwhile, and has ended the session.
    if (!terminated()) terminate(seconds);
    return statements.send();
  };

  /**
   * Starts all requests at once, because a closed page runs no more code: statements, state, “terminated”. It is the browser
   * that sends them, in this order.
   */
  const close = ({ state, seconds }: Kept, reloading: boolean) => {
    const document = mode === 'normal' && !isStored(state) ? documentOf(state) : null;
    const last = reloading ? null : defined('terminated', null, seconds);
    statements.sendAtClose(CLOSING_MAX - bytesOf(document) - bytesOf(last));
    if (document) void store.writeState(LEARNER_STATE, document, true);
    if (!last) return;
    statements.add([last], ['terminated']);
    void store.send([last], true);
  };

  return {
    launch: launchOf(launch, mode, kept.state, parts.language),
    begin() {
      if (tab.read().sent.includes('initialized')) return inTurn(() => statements.send());
      statements.add([defined('initialized', null, 0)], ['initialized']);
      return inTurn(() => statements.send());
    },
    debriefed(course, play, { state, seconds }: Kept) {
      if (mode !== 'normal' || over()) return Promise.resolve('stored');
      const statement =
        'check' in play
          ? checkStatement(play, language(), facts, stamp())
          : playStatement(play, language(), facts, stamp());
      statements.add([statement], []);
      due(course, seconds);
      newest = state;
      return inTurn(writeAll);
    },
    keep(_course, { state }) {
      if (mode !== 'normal' || over()) return Promise.resolve('stored');
      newest = state;
      planned ??= inTurn(() => {
        planned = null;
        return writeAll();
      });
      return planned;
    },
    end(_course, now, by) {
      if (terminated()) return Promise.resolve('stored');
      if (by !== 'button') {
        close(now, by === 'reloading');
        return Promise.resolve('stored');
      }
      ending = true;
      newest = now.state;
      return inTurn(() => endByButton(now));
    },
    // The store's own answers show whether it can be reached.
    look: () => inTurn(() => (tab.read().waiting.length > 0 ? statements.send() : reach(store))),
    hasStored: isStored,
    eachChange: true,
    recovery: 'send',
    returnTo: data.returnUrl,
  };
}

async function reach(store: RecordStore): Promise<Connection> {
  return (await store.state('LMS.LaunchData')) === null ? 'lost' : 'stored';
}

function launchOf({ actor }: LaunchParameters, mode: Launch['mode'], state: string, tag: string): Launch {
  return { mode, state, learner: { id: learnerId(actor), name: actor.name ?? '' }, language: tag };
}

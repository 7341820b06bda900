import { VERBS, type DefinedVerb, type Statement } from './statements.ts';

/** What a tab stores about its session, so that a reloaded page continues it. */
export interface TabSession {
  readonly token: string | null;
  /** The verbs of this session that were sent. */
  readonly sent: readonly DefinedVerb[];
  /** Statements that the platform has not taken yet. */
  readonly waiting: readonly Statement[];
}

export interface TabSessionStore {
  readonly read: () => TabSession;
  readonly write: (session: TabSession) => void;
}

const NOTHING: TabSession = { token: null, sent: [], waiting: [] };

/**
 * Keeps the session in the tab.
 *
 * @param store asked for at each use, as some frames may not even name it
 * @param launch the address of the token, which is another one for each launch
 */
export function keptInTab(store: () => Storage, launch: string): TabSessionStore {
  const key = `blind-copy-cmi5:${launch}`;
  let session = NOTHING;
  try {
    const kept = JSON.parse(store().getItem(key) ?? 'null') as Partial<TabSession> | null;
    session = { token: kept?.token ?? null, sent: kept?.sent ?? [], waiting: kept?.waiting ?? [] };
  } catch {
    // Without storage the session lasts as long as the page.
  }
  return {
    read: () => session,
    write(next) {
      session = next;
      try {
        store().setItem(key, JSON.stringify(next));
      } catch {
        // As above.
      }
    },
  };
}

/** The name of the document in which the platform keeps the learner's state. */
export const LEARNER_STATE = 'blind-copy';

/** The learner's state at the platform. */
export interface LearnerDocument {
  /** The packed state. */
  readonly state: string;
  /** What was sent in this registration, and must not be sent once more in a later session. */
  readonly sent: readonly DefinedVerb[];
}

/** Reads the learner's state; of a document that is damaged, what is whole. */
export function learnerState(document: unknown): LearnerDocument {
  const { state, sent } = (document ?? {}) as Readonly<Record<string, unknown>>;
  const known = Array.isArray(sent) ? (sent as readonly unknown[]) : [];
  return {
    state: typeof state === 'string' ? state : '',
    sent: (Object.keys(VERBS) as DefinedVerb[]).filter((verb) => known.includes(verb)),
  };
}

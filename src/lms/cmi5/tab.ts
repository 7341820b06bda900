import { VERBS, type DefinedVerb, type Statement } from './statements.ts';

/** The session as a tab stores it, so that a reloaded page can continue. */
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
 * @param store called at each use, because some frames may not even access the storage
 * @param launch the address of the token, which differs for each launch
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
        // The session in memory is enough.
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
  /** The verbs that were sent in this registration, so that a later session does not send them again. */
  readonly sent: readonly DefinedVerb[];
}

/** Reads the learner's state. From a damaged document it takes the intact parts. */
export function learnerState(document: unknown): LearnerDocument {
  const { state, sent } = (document ?? {}) as Readonly<Record<string, unknown>>;
  const known = Array.isArray(sent) ? (sent as readonly unknown[]) : [];
  return {
    state: typeof state === 'string' ? state : '',
    sent: (Object.keys(VERBS) as DefinedVerb[]).filter((verb) => known.includes(verb)),
  };
}

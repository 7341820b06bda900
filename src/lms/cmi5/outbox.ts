import type { Connection } from '../connection.ts';
import type { RecordStore } from './record-store.ts';
import { VERBS, type DefinedVerb, type Statement } from './statements.ts';
import type { TabSessionStore } from './tab.ts';

/** The statements of a session on their way to the record store, in order. */
export interface Outbox {
  /** @param verbs the cmi5 verbs among the statements */
  readonly add: (statements: readonly Statement[], verbs: readonly DefinedVerb[]) => void;
  /** Sends everything that waits. */
  readonly send: () => Promise<Connection>;
  /**
   * Starts to send everything that waits, without waiting for an answer, because the page closes.
   *
   * @param bytes how much may be sent; what does not fit is lost with the page
   */
  readonly sendAtClose: (bytes: number) => void;
}

export function outbox(store: RecordStore, tab: TabSessionStore): Outbox {
  /** The statements of the request that has no answer yet. */
  let flying: readonly Statement[] = [];
  return {
    add(statements, verbs) {
      const now = tab.read();
      tab.write({ ...now, sent: [...now.sent, ...verbs], waiting: [...now.waiting, ...statements] });
    },
    async send() {
      const { waiting } = tab.read();
      if (waiting.length === 0) return 'stored';
      flying = waiting;
      const connection = await store.send(waiting, false);
      flying = [];
      // The platform would refuse again what it has refused.
      if (connection !== 'lost') {
        const now = tab.read();
        tab.write({ ...now, waiting: now.waiting.filter((statement) => !waiting.includes(statement)) });
      }
      return connection;
    },
    sendAtClose(bytes) {
      const chosen = fitting(tab.read().waiting, bytes);
      const again = chosen.filter((statement) => flying.includes(statement));
      const rest = chosen.filter((statement) => !flying.includes(statement));
      // The browser cancels an open request with the page, but it may have arrived. A store may refuse it then, with
      // everything in the same request.
      for (const statements of [again, rest]) if (statements.length > 0) void store.send(statements, true);
    },
  };
}

/** Returns the length of a value in a request. */
export const bytesOf = (value: unknown): number => new TextEncoder().encode(JSON.stringify(value)).length;

const DEFINED: readonly unknown[] = Object.values(VERBS);
const isDefined = ({ verb }: Statement) => DEFINED.includes((verb as { readonly id?: unknown } | undefined)?.id);

/** Returns the statements that fit, in order: those that cmi5 defines first, as they decide the result, then the earliest. */
function fitting(statements: readonly Statement[], bytes: number): readonly Statement[] {
  let left = bytes;
  const chosen = new Set<Statement>();
  const inOrder = [...statements.filter(isDefined), ...statements.filter((statement) => !isDefined(statement))];
  for (const statement of inOrder) {
    // One more byte separates it from the next.
    left -= bytesOf(statement) + 1;
    if (left < 0) break;
    chosen.add(statement);
  }
  return statements.filter((statement) => chosen.has(statement));
}

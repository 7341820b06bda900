import type { Connection } from '../connection.ts';
import type { Traced } from '../platform-session.ts';
import type { LaunchParameters } from './launch.ts';
import type { Statement } from './statements.ts';

/** The parts of a platform's learning record store that a package uses (xAPI 1.0.3, part three). */
export interface RecordStore {
  /** @returns null if there is no such document, or it cannot be read */
  readonly state: (id: string) => Promise<unknown>;
  readonly writeState: (id: string, document: unknown, closing: boolean) => Promise<Connection>;
  readonly agentProfile: (id: string) => Promise<unknown>;
  readonly send: (statements: readonly Statement[], closing: boolean) => Promise<Connection>;
}

type Fetch = typeof globalThis.fetch;

/**
 * Fetches the token of a launch. The platform gives it only once (cmi5 §8.2).
 *
 * @returns null if the platform refuses or cannot be reached
 */
export async function fetchToken(url: string, fetch: Fetch, trace: (traced: Traced) => void): Promise<string | null> {
  try {
    const answer = await fetch(url, { method: 'POST' });
    const body: unknown = await answer.json();
    const token = (body as Readonly<Record<string, unknown>>)['auth-token'];
    trace({ call: 'POST fetch', answer: String(answer.status), error: typeof token === 'string' ? '0' : 'no token' });
    return typeof token === 'string' ? token : null;
  } catch (error) {
    trace({ call: 'POST fetch', answer: '', error: String(error) });
    return null;
  }
}

export function recordStore(
  { endpoint, actor, registration, activity }: LaunchParameters,
  token: string,
  fetch: Fetch,
  trace: (traced: Traced) => void,
): RecordStore {
  const headers = { Authorization: `Basic ${token}`, 'X-Experience-API-Version': '1.0.3' };
  const agent = JSON.stringify(actor);

  const ask = async (method: string, resource: string, body?: unknown, closing = false): Promise<Response | null> => {
    const call = [method, resource.split('?')[0], body === undefined ? '' : JSON.stringify(body)].join(' ').trim();
    try {
      const answer = await fetch(endpoint + resource, {
        method,
        headers: body === undefined ? headers : { ...headers, 'Content-Type': 'application/json' },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        // When a page closes, the browser cancels its other requests.
        keepalive: closing,
        cache: 'no-store',
      });
      trace({ call, answer: String(answer.status), error: answer.ok ? '0' : await answer.clone().text() });
      return answer;
    } catch (error) {
      trace({ call, answer: '', error: String(error) });
      return null;
    }
  };
  const read = async (resource: string): Promise<unknown> => {
    const answer = await ask('GET', resource);
    try {
      return answer?.ok ? await answer.json() : null;
    } catch {
      return null;
    }
  };
  const stateAddress = (id: string) =>
    `activities/state?${new URLSearchParams({ stateId: id, activityId: activity, agent, registration }).toString()}`;

  return {
    state: (id) => read(stateAddress(id)),
    async writeState(id, document, closing) {
      return connectionOf(await ask('PUT', stateAddress(id), document, closing));
    },
    agentProfile: (id) => read(`agents/profile?${new URLSearchParams({ profileId: id, agent }).toString()}`),
    async send(statements, closing) {
      const answer = await ask('POST', 'statements', statements, closing);
      if (answer?.status !== 409) return connectionOf(answer);
      // An earlier attempt stored one of them, though its answer was lost, and the store refuses the others with it.
      for (const statement of statements) {
        const one = await ask('POST', 'statements', [statement], closing);
        if (one?.status !== 409 && connectionOf(one) !== 'stored') return connectionOf(one);
      }
      return 'stored';
    },
  };
}

function connectionOf(answer: Response | null): Connection {
  if (!answer || answer.status >= 500 || answer.status === 429) return 'lost';
  return answer.ok ? 'stored' : 'signed-out';
}

import type { NoSession, PlatformSession, Traced } from '../platform-session.ts';
import type { OnFail } from '../report.ts';
import { launchData, launchParameters, learnerId } from './launch.ts';
import { outbox } from './outbox.ts';
import { fetchToken, recordStore } from './record-store.ts';
import { cmi5Session } from './session.ts';
import { keptInTab, LEARNER_STATE, learnerState } from './tab.ts';

/** The input of `openCmi5`. */
export interface Cmi5Opening {
  /** The query of the page's address. */
  readonly address: string;
  readonly view: Pick<Window, 'sessionStorage' | 'crypto'> & { readonly fetch: typeof globalThis.fetch };
  readonly onFail: OnFail;
  readonly trace: (traced: Traced) => void;
}

/**
 * Opens the session that a cmi5 platform has launched (cmi5 §8 to §10). It fetches the token, reads the launch data, the
 * learner's preferences and the state, and sends “initialized”.
 *
 * @returns `none` if no cmi5 platform launched the page, `refused` if the platform does not let the session begin,
 * `ended` if the page returns after the session has ended
 */
export async function openCmi5({ address, view, onFail, trace }: Cmi5Opening): Promise<PlatformSession | NoSession> {
  const launch = launchParameters(address);
  if (!launch) return 'none';
  const ask: typeof globalThis.fetch = (url, how) => view.fetch(url, how);
  // The platform issues the token only once, so a reloaded page has to continue its session.
  const tab = keptInTab(() => view.sessionStorage, launch.fetch);
  const before = tab.read();
  if (before.sent.includes('terminated')) {
    // The answers to the last requests were lost with the page.
    if (before.token !== null) await outbox(recordStore(launch, before.token, ask, trace), tab).send();
    return 'ended';
  }
  const token = before.token ?? (await fetchToken(launch.fetch, ask, trace));
  if (token === null) return 'refused';
  tab.write({ ...before, token });
  const store = recordStore(launch, token, ask, trace);
  const data = launchData(await store.state('LMS.LaunchData'));
  if (!data) return 'refused';
  // The specification requires the package to read the preferences, even if there are none.
  const [preferences, document] = await Promise.all([
    store.agentProfile('cmi5LearnerPreferences'),
    store.state(LEARNER_STATE),
  ]);
  const session = cmi5Session({
    launch,
    data,
    store,
    tab,
    onFail,
    kept: learnerState(document),
    language: languageOf(preferences),
    now: () => Date.now(),
    newId: () => uuid(view.crypto),
  });
  return (await session.begin()) === 'signed-out' ? 'refused' : session;
}

/** Returns whose launch it is, even if its session has ended; empty if there is none. */
export function launchOwner(address: string): { readonly learner: string; readonly registration: string } {
  const launch = launchParameters(address);
  return { learner: launch ? learnerId(launch.actor) : '', registration: launch?.registration ?? '' };
}

/** Returns the first of the learner's preferred languages, which commas separate (cmi5 §11.1). */
function languageOf(preferences: unknown): string {
  const { languagePreference } = (preferences ?? {}) as { readonly languagePreference?: unknown };
  return typeof languagePreference === 'string' ? (languagePreference.split(',')[0]?.trim() ?? '') : '';
}

/** Makes a random identifier (RFC 9562, version 4). Browsers have `randomUUID` only on pages served by https. */
function uuid(crypto: Crypto): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

import { findApi, type ScormVersion, type WindowLike } from './find-api.ts';
import type { PackageOptions } from './package/options.ts';
import type { NoSession, PlatformSession, Traced } from './platform-session.ts';
import { scormPlatform } from './scorm-platform.ts';
import { startSession } from './session.ts';

/** The session with the platform, or why there is none. If the debug view is on, also its calls. */
export interface OpenedPlatform {
  readonly session: PlatformSession | NoSession;
  /** The id of the learner; empty if the platform does not say. */
  readonly learner: string;
  /** Where the platform has this package, and for which of the learner's enrolments. */
  readonly activity: string;
  readonly trace: Trace | null;
}

/** The calls of a visit so far. */
export interface Trace {
  readonly calls: readonly Traced[];
  /** @param called called after each call */
  readonly onCall: (called: () => void) => void;
}

/**
 * Opens the session with the platform that has launched the page.
 *
 * @param view the window of the page
 */
export async function openPlatform(
  view: Window & typeof globalThis,
  options: Pick<PackageOptions, 'kind' | 'onFail'>,
): Promise<OpenedPlatform> {
  const calls: Traced[] = [];
  const listeners: (() => void)[] = [];
  const shown = wantsTrace(view) ? { calls, onCall: (called: () => void) => void listeners.push(called) } : null;
  const trace = (traced: Traced) => {
    if (!shown) return;
    calls.push(traced);
    for (const called of listeners) called();
  };
  const { kind, onFail } = options;
  if (kind === 'cmi5') {
    // Two of the three kinds of package do not need this code, and it is the larger half.
    const { launchOwner, openCmi5 } = await import('./cmi5/open.ts');
    const address = view.location.search;
    const session = await openCmi5({ address, view, onFail, trace });
    const { learner, registration } = launchOwner(address);
    return { session, learner, activity: `${view.location.pathname} ${registration}`, trace: shown };
  }
  const session = openScorm(view, kind, onFail, trace);
  const learner = typeof session === 'string' ? '' : session.launch.learner.id;
  return { session, learner, activity: view.location.pathname, trace: shown };
}

function openScorm(
  view: Window & typeof globalThis,
  version: ScormVersion,
  onFail: PackageOptions['onFail'],
  trace: (traced: Traced) => void,
): OpenedPlatform['session'] {
  const api = findApi(view as unknown as WindowLike, version);
  if (!api) return 'none';
  const session = startSession(api, { version, onFail }, trace);
  return session ? scormPlatform(session, (url, how) => view.fetch(url, how)) : 'refused';
}

/** True if `?debug=lms` is in the address of the page, or of the platform's page around it. */
function wantsTrace(view: Window): boolean {
  const asked = (search: string) => new URLSearchParams(search).get('debug') === 'lms';
  try {
    return asked(view.location.search) || asked(view.parent.location.search);
  } catch {
    // The page around belongs to another site, so its address cannot be read.
    return false;
  }
}

import { lookAtConnection, type Ask, type Connection } from './connection.ts';
import type { PlatformSession } from './platform-session.ts';
import type { ScormSession } from './session.ts';

/**
 * Returns a SCORM session as the page uses it. SCORM's interface answers "true" even when the server is down, so the page
 * requests a file of the package after each commit.
 */
export function scormPlatform(session: ScormSession, ask: Ask): PlatformSession {
  const writes = session.launch.mode === 'normal';
  const stored = async (kept: boolean): Promise<Connection> => {
    if (!writes) return 'stored';
    return kept ? lookAtConnection(ask) : 'signed-out';
  };
  return {
    launch: session.launch,
    debriefed: (course, play, kept) => stored(session.debriefed(course, play, kept)),
    keep: (course, kept) => stored(session.keep(course, kept)),
    end(course, kept) {
      // A platform cannot tell a reload from a close, and begins again after either.
      session.end(course, kept);
      return Promise.resolve('stored');
    },
    look: () => lookAtConnection(ask),
    hasStored: (state) => session.stored() === state,
    eachChange: false,
    recovery: 'reload',
    returnTo: null,
  };
}

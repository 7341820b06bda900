import type { Connection } from './connection.ts';
import type { CourseReport, PlayReport } from './report.ts';
import type { Kept } from './policy.ts';

/** The launch mode (`cmi.core.lesson_mode`, `cmi.mode`, cmi5's launchMode). In `browse` and `review` nothing may be written. */
export type Mode = 'normal' | 'browse' | 'review';

/** The platform's facts about the learner when the package starts. */
export interface Launch {
  readonly mode: Mode;
  /** The packed state of an earlier visit; empty at the first visit. */
  readonly state: string;
  readonly learner: { readonly id: string; readonly name: string };
  /** A language tag, or empty. */
  readonly language: string;
}

/** One call with the platform's answer, for the debug view. */
export interface Traced {
  readonly call: string;
  readonly answer: string;
  /** The platform's error code after it; `0` is none. */
  readonly error: string;
}

/** A session with any kind of platform. It writes at once, and the answer says whether the platform has stored it. */
export interface PlatformSession {
  readonly launch: Launch;
  readonly debriefed: (course: CourseReport, play: PlayReport, kept: Kept) => Promise<Connection>;
  readonly keep: (course: CourseReport, kept: Kept) => Promise<Connection>;
  /** Writes everything and ends the session, once. */
  readonly end: (course: CourseReport, kept: Kept, by: 'button' | 'closing') => Promise<Connection>;
  /** Checks whether the platform can be reached. */
  readonly look: () => Promise<Connection>;
  /** True if this is the state that the platform has stored. */
  readonly hasStored: (state: string) => boolean;
  /**
   * How values reach a platform that is back after an outage. A SCORM interface does not send a value again that it takes for
   * stored, until the frame is reloaded.
   */
  readonly recovery: 'reload' | 'send';
  /** Where to send the browser after the end, if the platform says so. */
  readonly returnTo: string | null;
}

import type { Connection } from './connection.ts';
import type { CheckReport, CourseReport, PlayReport } from './report.ts';
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

/** How a learner leaves: by the button, or because the page closes or is loaded again. */
export type Leaving = 'button' | 'closing' | 'reloading';

/** A session with any kind of platform. It writes at once, and the answer says whether the platform has stored it. */
export interface PlatformSession {
  readonly launch: Launch;
  /** Reports a level or a check that has just been finished. */
  readonly debriefed: (course: CourseReport, play: PlayReport | CheckReport, kept: Kept) => Promise<Connection>;
  readonly keep: (course: CourseReport, kept: Kept) => Promise<Connection>;
  /**
   * Writes everything and ends the session, once.
   *
   * @param course null if the course has not arrived yet
   * @param by how the learner leaves. A page that is being reloaded may continue the session.
   * @returns `lost` if the session has not ended, because the platform cannot be reached
   */
  readonly end: (course: CourseReport | null, kept: Kept, by: Leaving) => Promise<Connection>;
  /** Checks whether the platform can be reached. */
  readonly look: () => Promise<Connection>;
  /** True if this is the state that the platform has stored. */
  readonly hasStored: (state: string) => boolean;
  /** True if the state may be written with each change, such as a moved card. SCORM platforms expect few commits. */
  readonly eachChange: boolean;
  /**
   * How values reach a platform that is back after an outage. A SCORM interface does not send a value again that it takes for
   * stored, until the frame is reloaded.
   */
  readonly recovery: 'reload' | 'send';
  /** Where to send the browser after the end, if the platform says so. */
  readonly returnTo: string | null;
}

/**
 * Why there is no session: `none` if no platform has launched the page, `refused` if the platform did not let it begin,
 * `ended` if the page returns after the end of its session.
 */
export type NoSession = 'none' | 'refused' | 'ended';

import type { Connection } from './connection.ts';
import type { CourseReport, PlayReport } from './report.ts';
import type { Kept } from './policy.ts';

/** How the learner came in (`cmi.core.lesson_mode`, `cmi.mode`, cmi5's launchMode): in `browse` and `review` nothing may be written. */
export type Mode = 'normal' | 'browse' | 'review';

/** What the platform knows of the learner when the package starts. */
export interface Launch {
  readonly mode: Mode;
  /** The packed state of an earlier visit; empty for a first one. */
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

/** A learner's visit as every kind of platform sees it. What is written is written at once; the answer says whether it is stored. */
export interface PlatformSession {
  readonly launch: Launch;
  readonly debriefed: (course: CourseReport, play: PlayReport, kept: Kept) => Promise<Connection>;
  readonly keep: (course: CourseReport, kept: Kept) => Promise<Connection>;
  /** Writes everything and ends the session, once. */
  readonly end: (course: CourseReport, kept: Kept, by: 'button' | 'closing') => Promise<Connection>;
  /** Looks whether the platform can be reached. */
  readonly look: () => Promise<Connection>;
  /** Whether what the platform has stored as the state is this. */
  readonly hasStored: (state: string) => boolean;
  /**
   * What brings values to a platform that was out of reach. A SCORM interface never sends a value again that it believes to be
   * stored, and forgets this belief only when the frame is loaded again.
   */
  readonly recovery: 'reload' | 'send';
  /** Where to send the browser after the end, if the platform says so. */
  readonly returnTo: string | null;
}

/** The reports of a package to its learning platform. They are plain data, and the same for every kind of package. */

/** One level that was finished at least once. */
export interface LevelReport {
  readonly level: string;
  /** The names of the level and its two gauges in the platform's reports, in the language of the package. */
  readonly titles: { readonly score: string; readonly privacy: string; readonly purpose: string };
  /** From the best play, each 0 to 100. */
  readonly score: number;
  readonly privacy: number;
  readonly purpose: number;
}

/** How far the learner has got in the course. */
export interface CourseReport {
  /** 0 to 100; null before the first level was finished. */
  readonly score: number | null;
  /** Every level was finished. */
  readonly complete: boolean;
  /** Every level was finished, and the score reaches the pass mark. */
  readonly passed: boolean;
  /** Only the levels that were finished. */
  readonly levels: readonly LevelReport[];
  /** How many levels were finished, and out of how many. */
  readonly finished: number;
  readonly of: number;
  /** The level that the learner is in, or was in last. */
  readonly place: string | null;
}

/** A play that has just been finished. */
export interface PlayReport {
  readonly level: string;
  readonly title: string;
  readonly score: number;
  readonly privacy: number;
  readonly purpose: number;
  /** True when nobody was exposed and the mail did its job. */
  readonly right: boolean;
  /** A short form of the placement, such as `to=ana,ben;bcc=cem`. */
  readonly placement: string;
  /** How long the play took. */
  readonly seconds: number;
  /** When it was finished, in milliseconds since 1970. */
  readonly at: number;
}

/** A check before or after the course that has just been answered or skipped. It changes no score and no status. */
export interface CheckReport {
  readonly check: 'before' | 'after';
  readonly title: string;
  /** Which of the two forms. */
  readonly form: 'a' | 'b';
  readonly skipped: boolean;
  /** Cards that were protected, out of those to protect. */
  readonly hits: { readonly number: number; readonly of: number };
  /** Cards that were hidden for nothing, out of those to reach. */
  readonly falseAlarms: { readonly number: number; readonly of: number };
  /** When it ended, in milliseconds since 1970. */
  readonly at: number;
}

/** The counts of a check in one short line of ASCII. */
export function checkLine({ form, skipped, hits, falseAlarms }: CheckReport): string {
  const part = ({ number, of }: CheckReport['hits']) => `${String(number)}/${String(of)}`;
  return skipped ? `form=${form};skipped` : `form=${form};hits=${part(hits)};false-alarms=${part(falseAlarms)}`;
}

/** The status to report if a learner has finished every level below the pass mark. */
export type OnFail = 'incomplete' | 'failed';

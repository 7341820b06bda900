import { CHECK_TIMES, readCheck, type CheckResult, type CheckTime } from '../progress/check-result.ts';
import { readRecord } from '../progress/read-record.ts';
import { NOTHING_YET, type Progress, type SavedPlay } from '../progress/record.ts';
import type { RecordStorage } from '../progress/storage.ts';
import { beginning } from './beginning.ts';
import type { Connection } from './connection.ts';
import { stateOf, type GaugesByLevel } from './learner-record.ts';
import { nameInOrder } from './learner-name.ts';
import { packState } from './packed-state.ts';
import type { PackageOptions } from './package/options.ts';
import type { NoSession, PlatformSession } from './platform-session.ts';
import type { CheckReport, CourseReport, PlayReport } from './report.ts';
import { retries } from './retries.ts';
import type { TabStore } from './tab-copy.ts';

/** The state of the recording. */
export type VisitState =
  /** No platform was found. The page works, but nothing is recorded. */
  | 'none'
  /** The platform refused to begin a session. */
  | 'refused'
  /** The platform shows the course without recording. */
  | 'browse'
  | 'review'
  | 'stored'
  | 'lost'
  | 'signed-out'
  | 'ended';

/** The page's reports on the course and its plays. */
export interface Reporting {
  /**
   * @param gauges of the best plays
   * @param place the level that was played last
   */
  readonly course: (gauges: GaugesByLevel, place: string | null) => CourseReport;
  /**
   * @param seconds how long the play took
   * @returns null if the level has changed so that the play cannot be reported
   */
  readonly play: (level: string, saved: SavedPlay, seconds: number, at: number) => PlayReport | null;
  readonly check: (time: CheckTime, result: CheckResult) => CheckReport;
}

/** The part of the page that a visit uses. */
export interface Surroundings {
  readonly now: () => number;
  readonly later: (action: () => void, seconds: number) => void;
  readonly reload: () => void;
}

/** A learner's visit to a package. */
export interface Visit {
  /** Where the page keeps its record: in memory, with a copy that lasts as long as the tab. */
  readonly record: RecordStorage;
  readonly state: () => VisitState;
  readonly onChange: (changed: () => void) => void;
  /** Begins to report. Earlier plays, in this tab or on another computer, are already in the record. */
  readonly follow: (reporting: Reporting) => void;
  /** The page is hidden, and may never be shown again. */
  readonly hidden: () => void;
  /**
   * The page is closed.
   *
   * @param reloading true if the browser is only loading it again
   */
  readonly closed: (reloading: boolean) => void;
  /**
   * Ends the visit, because the learner has finished for now.
   *
   * @returns where the platform sends the browser; null to stay here
   */
  readonly finish: () => Promise<string | null>;
  /** Reloads the page to reach the platform again. */
  readonly tryAgain: () => void;
}

/** The input of `openVisit`. */
export interface Opening {
  readonly session: PlatformSession | NoSession;
  readonly options: PackageOptions;
  readonly tab: TabStore;
  readonly around: Surroundings;
}

/** Opens a visit. Its record combines the platform's state with this tab's copy. */
export function openVisit({ session: opened, options, tab, around }: Opening): Visit {
  const session = typeof opened === 'string' ? null : opened;
  const begun = around.now();
  const copy = tab.read();
  const start = beginning(session?.launch.state ?? '', copy, options);
  let { progress, gauges, counter, place } = start;
  const learner = nameInOrder(session?.launch.learner.name ?? '');
  const language = progress.settings.language ?? options.language ?? (session?.launch.language || null);
  // The name only prefills the certificate. It is not kept.
  progress = { ...progress, name: learner || null, settings: { ...progress.settings, language } };

  let text = JSON.stringify(progress);
  let state: VisitState = typeof opened === 'string' ? opened : firstState(opened);
  let reporting: Reporting | null = null;
  /** True once the page has asked for its own reload. */
  let reloads = false;
  let recovering = copy?.recovering ?? false;
  const beganAt = new Map<string, number>();
  const listeners: (() => void)[] = [];

  const become = (next: VisitState) => {
    if (next === state) return;
    state = next;
    for (const changed of listeners) changed();
  };
  const copyToTab = () =>
    tab.write({ counter, record: JSON.stringify({ ...progress, name: null }), gauges, place, recovering });
  const packed = () => packState(stateOf(progress, { counter, course: options.course, gauges, place }));
  const kept = (whole = false) => ({ state: packed(), seconds: (around.now() - begun) / 1000, whole });
  const writes = () => session !== null && session.launch.mode === 'normal' && state !== 'ended';

  const settle = async (answer: Promise<Connection>) => {
    const connection = await answer;
    if (state === 'ended') return;
    const before = state;
    become(connection);
    if (connection === 'lost') checks.plan();
    else checks.stop();
    if (connection === 'stored' && before === 'lost') recover();
  };

  const look = () => {
    if (session && state === 'lost') void settle(session.look());
  };
  const checks = retries(look, around.later);

  /** Brings the plays of an outage to the platform. */
  const recover = () => {
    if (!session || !reporting) return;
    if (session.recovery === 'send') return void settle(session.keep(reporting.course(gauges, place), kept()));
    recovering = true;
    copyToTab();
    reload();
  };
  const reload = () => {
    reloads = true;
    around.reload();
  };

  /** Writes everything again after the page was reloaded, and reads it back. */
  const verify = async ({ keep, hasStored }: PlatformSession, course: CourseReport) => {
    recovering = false;
    copyToTab();
    const written = kept(true);
    await settle(keep(course, written));
    if (state === 'stored' && !hasStored(written.state)) become('signed-out');
  };

  /** Takes a changed record. A play that has just been finished is reported at once. */
  const changed = (next: Progress) => {
    const before = progress;
    progress = next;
    counter += 1;
    const now = around.now();
    for (const [level, play] of Object.entries(next.plays)) {
      if (play === before.plays[level] || JSON.stringify(play) === JSON.stringify(before.plays[level])) continue;
      place = level;
      if (play.stage !== 'debrief' && !beganAt.has(level)) beganAt.set(level, now);
    }
    const finished = Object.keys(next.latest).find((level) => next.latest[level]?.at !== before.latest[level]?.at);
    const play = finished === undefined ? checked(before, next) : tell(finished, next, now);
    copyToTab();
    if (!session || !reporting || !writes()) return;
    const course = reporting.course(gauges, place);
    if (play) void settle(session.debriefed(course, play, kept()));
    else if (session.eachChange) void settle(session.keep(course, kept()));
  };

  /** Returns the report of a check that has just been taken; null when none was. */
  const checked = (before: Progress, next: Progress): CheckReport | null => {
    const time = CHECK_TIMES.find((one) => next.composed[`check.${one}`] && !before.composed[`check.${one}`]);
    const result = time && readCheck(next.composed[`check.${time}`]);
    return time && result && reporting ? reporting.check(time, result) : null;
  };

  const tell = (level: string, { plays, results }: Progress, now: number): PlayReport | null => {
    const saved = plays[level];
    const took = (now - (beganAt.get(level) ?? now)) / 1000;
    beganAt.delete(level);
    place = level;
    const play = saved && reporting ? reporting.play(level, saved, took, now) : null;
    // The gauges are those of the best play, which is this one if the result has its score.
    if (play && results[level]?.score === play.score) {
      const { privacy, purpose } = play;
      gauges = { ...gauges, [level]: { privacy, purpose } };
    }
    return play;
  };

  const write = (next: string) => {
    text = next;
    // This runs after the write, so that an error here cannot keep the page from keeping its record.
    queueMicrotask(() => {
      if (next === text) changed(readRecord(next).progress);
    });
  };

  return {
    record: {
      name: null,
      read: () => text,
      write,
      remove: () =>
        write(
          JSON.stringify({ ...NOTHING_YET, name: learner || null, settings: { ...NOTHING_YET.settings, language } }),
        ),
      // No other tab can change the record.
      onChange: () => () => {},
    },
    state: () => state,
    onChange: (changedNow) => void listeners.push(changedNow),
    follow(next) {
      reporting = next;
      if (!session || !writes()) return;
      const course = next.course(gauges, place);
      if (recovering) void verify(session, course);
      // Some platforms give a reloaded frame old values, and the first commit has just stored those. The learner may also
      // have been faster than the course.
      else if (start.ahead || counter > start.counter) void settle(session.keep(course, kept(true)));
    },
    hidden() {
      if (session && reporting && writes()) void settle(session.keep(reporting.course(gauges, place), kept()));
    },
    closed(reloading) {
      if (!session || state === 'ended') return;
      const by = reloading || reloads ? 'reloading' : 'closing';
      void session.end(reporting?.course(gauges, place) ?? null, kept(), by);
    },
    async finish() {
      if (!session || !reporting || state === 'ended') return null;
      // An ended session takes no more values, so everything has to be stored before.
      const lost = state === 'lost';
      if (writes()) await settle(session.keep(reporting.course(gauges, place), kept()));
      // Lost values can be written only after the page has been reloaded.
      if (state === 'lost' || state === 'signed-out' || (lost && session.recovery === 'reload')) return null;
      const ended = await session.end(reporting.course(gauges, place), kept(), 'button');
      if (ended === 'lost') {
        await settle(Promise.resolve(ended));
        return null;
      }
      become('ended');
      return session.returnTo;
    },
    tryAgain: reload,
  };
}

function firstState({ launch }: PlatformSession): VisitState {
  return launch.mode === 'normal' ? 'stored' : launch.mode;
}

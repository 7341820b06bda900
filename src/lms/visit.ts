import { readRecord } from '../progress/read-record.ts';
import { mergeProgress } from '../progress/merge.ts';
import { NOTHING_YET, type Progress, type SavedPlay } from '../progress/record.ts';
import type { RecordStorage } from '../progress/storage.ts';
import { retryAfter, type Connection } from './connection.ts';
import { recordOf, stateOf, type GaugesByLevel } from './learner-record.ts';
import { nameInOrder } from './learner-name.ts';
import { packState, unpackState } from './packed-state.ts';
import type { PackageOptions } from './package/options.ts';
import type { PlatformSession } from './platform-session.ts';
import type { CourseReport, PlayReport } from './report.ts';
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
  /** The page is closed. */
  readonly closed: () => void;
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
  /** The session with the platform, or why there is none. */
  readonly session: PlatformSession | 'none' | 'refused';
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
  let failures = 0;
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
    if (connection === 'lost') {
      failures += 1;
      around.later(look, retryAfter(failures));
    } else failures = 0;
    if (connection === 'stored' && before === 'lost') recover();
  };

  const look = () => {
    if (session && state === 'lost') void settle(session.look());
  };

  /** Brings the plays of an outage to the platform. */
  const recover = () => {
    if (!session || !reporting) return;
    if (session.recovery === 'send') return void settle(session.keep(reporting.course(gauges, place), kept()));
    recovering = true;
    copyToTab();
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
    const play = finished === undefined ? null : tell(finished, next, now);
    copyToTab();
    if (play && session && reporting && writes()) {
      void settle(session.debriefed(reporting.course(gauges, place), play, kept()));
    }
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
      // Some platforms give a reloaded frame old values, and the first commit has just stored those.
      else if (start.ahead) void settle(session.keep(course, kept(true)));
    },
    hidden() {
      if (session && reporting && writes()) void settle(session.keep(reporting.course(gauges, place), kept()));
    },
    closed() {
      if (session && reporting && state !== 'ended') {
        void session.end(reporting.course(gauges, place), kept(), 'closing');
      }
    },
    async finish() {
      if (!session || !reporting || state === 'ended') return null;
      // An ended session takes no more values, so everything has to be stored before.
      const lost = state === 'lost';
      if (writes()) await settle(session.keep(reporting.course(gauges, place), kept()));
      // Lost values can be written only after the page has been reloaded.
      if (state === 'lost' || state === 'signed-out' || (lost && session.recovery === 'reload')) return null;
      await session.end(reporting.course(gauges, place), kept(), 'button');
      become('ended');
      return session.returnTo;
    },
    tryAgain: () => around.reload(),
  };
}

function firstState({ launch }: PlatformSession): VisitState {
  return launch.mode === 'normal' ? 'stored' : launch.mode;
}

interface Beginning {
  readonly progress: Progress;
  readonly gauges: GaugesByLevel;
  readonly counter: number;
  readonly place: string | null;
  /** True if this tab has something that the platform does not have. */
  readonly ahead: boolean;
}

/** Merges what the platform had at the launch with what this tab has. Settings and plays are those of the later copy. */
function beginning(
  stored: string,
  copy: ReturnType<TabStore['read']>,
  { levels }: Pick<PackageOptions, 'levels'>,
): Beginning {
  const state = unpackState(stored, levels);
  const theirs = state && recordOf(state, levels);
  const mine = copy && readRecord(copy.record).progress;
  if (!theirs || !state) {
    return {
      progress: mine ?? NOTHING_YET,
      gauges: copy?.gauges ?? {},
      counter: copy?.counter ?? 0,
      place: copy?.place ?? null,
      ahead: copy !== null,
    };
  }
  const [begun] = Object.keys(theirs.progress.plays);
  if (!mine || !copy) return { ...theirs, counter: state.counter, place: begun ?? null, ahead: false };
  const later = copy.counter >= state.counter;
  return {
    progress: later ? mergeProgress(mine, theirs.progress) : mergeProgress(theirs.progress, mine),
    gauges: bestGauges(mine, copy.gauges, theirs),
    counter: Math.max(copy.counter, state.counter),
    place: copy.place ?? begun ?? null,
    ahead: copy.counter > state.counter,
  };
}

/** Returns the gauges of each level from the copy with the better result. */
function bestGauges(mine: Progress, own: GaugesByLevel, theirs: Pick<Beginning, 'progress' | 'gauges'>): GaugesByLevel {
  const others = Object.entries(theirs.gauges).filter(
    ([level]) => (theirs.progress.results[level]?.score ?? 0) > (mine.results[level]?.score ?? -1),
  );
  return { ...theirs.gauges, ...own, ...Object.fromEntries(others) };
}

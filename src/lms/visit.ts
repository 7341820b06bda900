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

/** How the recording stands. */
export type VisitState =
  /** No platform was found: the page plays, and nothing is recorded. */
  | 'none'
  /** The platform refused to begin. */
  | 'refused'
  /** The platform shows the course without recording. */
  | 'browse'
  | 'review'
  | 'stored'
  | 'lost'
  | 'signed-out'
  | 'ended';

/** What the page tells a visit of the course and its plays. */
export interface Reporting {
  /**
   * @param gauges of the best plays
   * @param place the level that was played last
   */
  readonly course: (gauges: GaugesByLevel, place: string | null) => CourseReport;
  /**
   * @param seconds how long the play took
   * @returns null when the level has changed, so that the play cannot be reported
   */
  readonly play: (level: string, saved: SavedPlay, seconds: number, at: number) => PlayReport | null;
}

/** What a visit needs of the page around it. */
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
  /** Begins to report. What was played before, in this tab or on another computer, is in the record already. */
  readonly follow: (reporting: Reporting) => void;
  /** The page is hidden, and may never be shown again. */
  readonly hidden: () => void;
  /** The page is closed. */
  readonly closed: () => void;
  /**
   * The learner has finished for now.
   *
   * @returns where the platform wants the browser to go; null for nowhere
   */
  readonly finish: () => Promise<string | null>;
  /** Tries once more to reach the platform. */
  readonly tryAgain: () => void;
}

/** What a visit begins with. */
export interface Opening {
  /** The session with the platform, or why there is none. */
  readonly session: PlatformSession | 'none' | 'refused';
  readonly options: PackageOptions;
  readonly tab: TabStore;
  readonly around: Surroundings;
}

/** Opens a visit: the record is what the platform and this tab know together. */
export function openVisit({ session: opened, options, tab, around }: Opening): Visit {
  const session = typeof opened === 'string' ? null : opened;
  const begun = around.now();
  const copy = tab.read();
  const start = beginning(session?.launch.state ?? '', copy, options);
  let { progress, gauges, counter, place } = start;
  const learner = nameInOrder(session?.launch.learner.name ?? '');
  const language = progress.settings.language ?? options.language ?? (session?.launch.language || null);
  // The name prefills the certificate, and is not kept.
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

  /** Brings what was played meanwhile to the platform that can be reached again. */
  const recover = () => {
    if (!session || !reporting) return;
    if (session.recovery === 'send') return void settle(session.keep(reporting.course(gauges, place), kept()));
    recovering = true;
    copyToTab();
    around.reload();
  };

  /** After the page was loaded again: writes everything once more, and reads it back. */
  const verify = async ({ keep, hasStored }: PlatformSession, course: CourseReport) => {
    recovering = false;
    copyToTab();
    const written = kept(true);
    await settle(keep(course, written));
    if (state === 'stored' && !hasStored(written.state)) become('signed-out');
  };

  /** The record has changed. A play that has just been finished is reported at once. */
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
    // The gauges belong to the best play: this one, where the result is its.
    if (play && results[level]?.score === play.score) {
      const { privacy, purpose } = play;
      gauges = { ...gauges, [level]: { privacy, purpose } };
    }
    return play;
  };

  const write = (next: string) => {
    text = next;
    // After the write, so that nothing that goes wrong here keeps the page from keeping its record.
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
      // The record is this tab's alone.
      onChange: () => () => {},
    },
    state: () => state,
    onChange: (changedNow) => void listeners.push(changedNow),
    follow(next) {
      reporting = next;
      if (!session || !writes()) return;
      const course = next.course(gauges, place);
      if (recovering) void verify(session, course);
      // A frame that was loaded again gets old values from some platforms, and the first commit has just stored those.
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
      // Ended sessions take nothing more: everything has to be stored before.
      const lost = state === 'lost';
      if (writes()) await settle(session.keep(reporting.course(gauges, place), kept()));
      // What was lost on its way is written after the page has been loaded again.
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
  /** This tab knows something that the platform does not. */
  readonly ahead: boolean;
}

/** What the platform had at the launch and what this tab has, as one; of settings and plays the later copy counts. */
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

/** Of each level the gauges of the copy whose result is the better one. */
function bestGauges(mine: Progress, own: GaugesByLevel, theirs: Pick<Beginning, 'progress' | 'gauges'>): GaugesByLevel {
  const others = Object.entries(theirs.gauges).filter(
    ([level]) => (theirs.progress.results[level]?.score ?? 0) > (mine.results[level]?.score ?? -1),
  );
  return { ...theirs.gauges, ...own, ...Object.fromEntries(others) };
}

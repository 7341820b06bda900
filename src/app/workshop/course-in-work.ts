import type { DraftSummary } from '../../progress/drafts.ts';
import { begin, record, redo, undo, withoutFuture, type History } from '../../workshop/history.ts';
import type { KeepingPorts } from '../../workshop/keeping.ts';
import { readKeptLevel } from '../../workshop/kept-level.ts';
import type { LevelFiles } from '../../workshop/level-files.ts';
import { courseKeeper, findCourse } from '../../workshop/share/course-keeping.ts';
import {
  courseOf,
  type CourseEntry,
  type CourseWork,
  withDraftDetached,
  withDraftReplaced,
} from '../../workshop/share/course-work.ts';

/** The level that is being written, which may be in the course, and the others on this device. */
export interface CourseLevels {
  readonly id: () => string;
  readonly files: () => LevelFiles;
  readonly others: () => readonly DraftSummary[];
  readonly history: () => History<LevelFiles>;
  /** Forgets what was undone of the level, because the author has gone on with the course. */
  readonly goOn: () => void;
}

/** The course that the author puts together, with everything that was done to it. The device keeps it. */
export interface CourseInWork {
  readonly course: () => CourseWork;
  readonly history: () => History<CourseWork>;
  /** @param step changes of the same step are undone together */
  readonly change: (edit: (course: CourseWork) => CourseWork, step?: string) => void;
  readonly undo: () => void;
  readonly redo: () => void;
  /** Forgets what was undone. */
  readonly goOn: () => void;
  /** Returns a level of the course as it is now; null if it is no longer on this device. */
  readonly filesOf: (entry: CourseEntry) => LevelFiles | null;
  /** The level that is being written is a copy of another one from now on, and takes its place in the course. */
  readonly copied: (from: string, to: string) => void;
  /** Keeps the files of a level in the course, because the level is deleted. */
  readonly detach: (draft: string) => Promise<void>;
  /** Reads the course and its levels again, which other tabs may have changed. */
  readonly follow: () => Promise<void>;
  readonly close: () => void;
}

/**
 * Opens the course of this device, or a new one of the level that is being written.
 *
 * @param changed called after each step, forwards or back, and when levels have been read
 * @param overtaken called when another tab has changed the course, so that the last change here is not kept
 */
export async function openCourse(
  { drafts, now }: Pick<KeepingPorts, 'drafts' | 'now'>,
  levels: CourseLevels,
  changed: () => void,
  overtaken: () => void,
): Promise<CourseInWork> {
  const found = await findCourse(drafts);
  const fresh = () => begin(courseOf(levels.id()));
  let history: History<CourseWork> = found.work ?? fresh();
  /** A course that nobody has touched is that of the level which is open. */
  let touched = found.work !== null;
  const known = new Map<string, LevelFiles>();

  const keeper = courseKeeper(drafts, found, now, ({ work }) => {
    history = work ?? fresh();
    touched = work !== null;
    overtaken();
    void readLevels();
  });
  const readLevels = async () => {
    const own = levels.id();
    for (const entry of history.present.levels) {
      if (!('draft' in entry) || entry.draft === own) continue;
      const draft = await drafts.read(entry.draft).catch(() => null);
      const work = draft && readKeptLevel(draft);
      if (work) known.set(entry.draft, work.present);
      else known.delete(entry.draft);
    }
    changed();
  };
  const present = () => {
    if (!touched) history = fresh();
    return history.present;
  };
  const become = (next: History<CourseWork>) => {
    if (next === history) return;
    history = next;
    touched = true;
    keeper.keep(history);
    changed();
  };
  const edited = (next: History<CourseWork>) => {
    if (next !== history) levels.goOn();
    become(next);
  };
  const follow = async () => {
    const theirs = await keeper.changed();
    if (theirs) {
      history = theirs.work ?? fresh();
      touched = theirs.work !== null;
    }
    await readLevels();
  };
  const looked = () => {
    if (document.visibilityState === 'visible') follow().catch(reportError);
  };
  document.addEventListener('visibilitychange', looked);
  addEventListener('focus', looked);
  await readLevels();

  const filesOf = (entry: CourseEntry) => {
    if ('files' in entry) return entry.files;
    if (entry.draft !== levels.id()) return known.get(entry.draft) ?? null;
    // The author may open another level next.
    known.set(entry.draft, levels.files());
    return levels.files();
  };
  return {
    course: present,
    history: () => history,
    change(edit, step) {
      const before = present();
      edited(record(history, edit(before), step ?? null, now()));
    },
    undo: () => become(undo(history)),
    redo: () => become(redo(history)),
    goOn() {
      const next = withoutFuture(history);
      if (next === history) return;
      history = next;
      keeper.keep(history);
    },
    filesOf,
    copied(from, to) {
      const course = present();
      // A step of the same time as the change which made the copy is undone after it.
      const at = levels.history().past.at(-1)?.at ?? now();
      if (touched) become(record(history, withDraftReplaced(course, from, to), null, at));
    },
    async detach(draft) {
      const kept = await drafts.read(draft).catch(() => null);
      const files = (kept && readKeptLevel(kept))?.present;
      const course = present();
      if (files && touched) edited(record(history, withDraftDetached(course, draft, files), null, now()));
    },
    follow,
    close() {
      document.removeEventListener('visibilitychange', looked);
      removeEventListener('focus', looked);
    },
  };
}

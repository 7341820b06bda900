import type { DraftStore } from '../../progress/drafts.ts';
import type { History } from '../history.ts';
import { COURSE_ID, keptCourse, readKeptCourse, type CourseWork } from './course-work.ts';

/** Keeps the course on the device while it is put together. There is one, which all tabs share. */
export interface CourseKeeper {
  /** Keeps the course as it is now. It never throws, and the next call tries again. */
  readonly keep: (work: History<CourseWork>) => void;
  /** Reads the course again if another tab has changed it; null if it is as it was, or is being written. */
  readonly changed: () => Promise<{ readonly work: History<CourseWork> | null } | null>;
  /** Resolves when nothing is being written any more. */
  readonly settled: () => Promise<void>;
}

/** What is kept now, as a tab found it. */
export interface FoundCourse {
  /** null for none, or one that cannot be read. */
  readonly work: History<CourseWork> | null;
  readonly state: number;
}

/** Reads the course of this device. */
export async function findCourse(drafts: DraftStore): Promise<FoundCourse> {
  const draft = await drafts.read(COURSE_ID).catch(() => null);
  return { work: draft && readKeptCourse(draft), state: draft?.state ?? 0 };
}

/**
 * @param found what the tab has read
 * @param now the time in milliseconds since 1970
 * @param overtaken called with what another tab has written meanwhile, in whose place nothing is written
 */
export function courseKeeper(
  drafts: DraftStore,
  found: FoundCourse,
  now: () => number,
  overtaken: (theirs: FoundCourse) => void,
): CourseKeeper {
  let { state } = found;
  let unkept: History<CourseWork> | null = null;
  let writing: Promise<void> | null = null;

  const follow = (theirs: FoundCourse) => {
    ({ state } = theirs);
    unkept = null;
  };
  const writeAll = async () => {
    try {
      for (let work = unkept; work; work = unkept) {
        if (await drafts.write(keptCourse(work, state + 1, now()), state)) {
          state += 1;
          if (unkept === work) unkept = null;
        } else {
          const theirs = await findCourse(drafts);
          follow(theirs);
          overtaken(theirs);
        }
      }
    } catch {
      // The level says on the page that the device is full or keeps nothing. The next change tries again.
    }
  };
  return {
    keep(work) {
      unkept = work;
      writing ??= writeAll().finally(() => {
        writing = null;
      });
    },
    async changed() {
      if (writing) return null;
      const theirs = await findCourse(drafts);
      if (writing || theirs.state === state) return null;
      follow(theirs);
      return { work: theirs.work };
    },
    async settled() {
      await writing;
    },
  };
}

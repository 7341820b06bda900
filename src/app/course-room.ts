import { forgetAhead } from '../levels/ahead.ts';
import { loadLevel } from '../levels/fetch.ts';
import { EMPTY_SHELF, fillShelf, translateShelf, type Shelf, type Sources } from './course-shelf.ts';

/** The shelf of the course while it fills, and when files of it change. */
export interface CourseRoom {
  shelf(): Shelf;
  /** Fetches everything anew. */
  fill(): Promise<void>;
  /** Fetches anew what these files hold, in all languages, since somebody is at work on them; the rest stays. */
  refresh(files: readonly URL[]): Promise<void>;
  /** Fetches the texts of the levels in one more language; who asks for it tells of it. */
  translate(language: string): Promise<void>;
}

/**
 * @param languages those whose texts are fetched with the levels
 * @param changed called whenever the shelf has changed
 */
export function openCourseRoom(sources: Sources, languages: () => readonly string[], changed: () => void): CourseRoom {
  let shelf = EMPTY_SHELF;
  // One after the other, so that of two changes of one file the later wins.
  let turn: Promise<void> = Promise.resolve();
  const inTurn = (work: () => Promise<void>) => (turn = turn.then(work, work));

  const become = (next: Shelf) => {
    shelf = next;
    changed();
  };

  const fill = async () => {
    await fillShelf(sources, become, languages());
    forgetAhead();
  };

  const refill = async (files: ReadonlySet<string>) => {
    let next = shelf;
    await fillShelf(sources, (filled) => (next = filled), undefined, keptLevels(shelf, files));
    // Shown when all is there, so that nothing flickers.
    become(next);
  };

  const reload = async (files: ReadonlySet<string>) => {
    const { at, course } = shelf;
    if (!at || !course) return;
    const changedLevels = course.levels.filter((file) => isAmong(new URL(file, at), files));
    if (changedLevels.length === 0) return;
    const loaded = await Promise.all(
      changedLevels.map(async (file) => [file, await loadLevel(new URL(file, at))] as const),
    );
    become({ ...shelf, levels: new Map([...shelf.levels, ...loaded]) });
  };

  return {
    shelf: () => shelf,
    fill: () => inTurn(fill),
    refresh(urls) {
      const files = new Set(urls.map(({ href }) => href));
      const ofCourse = sources.course.ok && files.has(sources.course.url.href);
      return inTurn(() => (ofCourse || !shelf.course ? refill(files) : reload(files)));
    },
    translate: (language) =>
      inTurn(async () => {
        const more = await translateShelf(shelf, language);
        shelf = { ...shelf, levels: new Map([...shelf.levels, ...more]) };
      }),
  };
}

/** The levels that were read already and have not changed since. */
function keptLevels({ at, levels }: Shelf, files: ReadonlySet<string>): Shelf['levels'] {
  if (!at) return new Map();
  return new Map([...levels].filter(([file]) => !isAmong(new URL(file, at), files)));
}

/** True when the level itself has changed, or one of the translations beside it (`my-level.fr.json`). */
function isAmong(level: URL, files: ReadonlySet<string>): boolean {
  const stem = level.href.replace(/\.json$/, '');
  return [...files].some(
    (file) =>
      file === level.href || (file.startsWith(`${stem}.`) && /^\.[A-Za-z-]+\.json$/.test(file.slice(stem.length))),
  );
}

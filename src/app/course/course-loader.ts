import { forgetAhead } from '../../levels/ahead.ts';
import { loadNamedLevel } from '../../levels/fetch.ts';
import { fileInFolder } from '../../levels/folder-file.ts';
import { translatedFile } from '../../levels/translation-names.ts';
import { fetchCourse, translateCourse, type Sources } from './fetch-course.ts';
import { NOTHING_LOADED, type LoadedCourse } from './loaded-course.ts';

/** The course while its levels arrive, and when its files change. */
export interface CourseLoader {
  loaded(): LoadedCourse;
  /**
   * Fetches the course and all its levels.
   *
   * @param languages those whose texts are fetched with the levels
   */
  load(languages: readonly string[]): Promise<void>;
  /** Fetches these files again, in all languages, since somebody is at work on them; the rest stays. */
  refresh(files: readonly URL[]): Promise<void>;
  /** Fetches the texts of the levels in one more language. It does not count as a change: the caller passes it on. */
  translate(language: string): Promise<void>;
  /** @param changed called whenever more has arrived, or a file has changed */
  onChange(changed: () => void): void;
}

/** @param sources what the address of the page asks for */
export function openCourseLoader(sources: Sources): CourseLoader {
  let loaded = NOTHING_LOADED;
  const listeners: (() => void)[] = [];
  // One after the other, so that of two changes of one file the later wins.
  let turn: Promise<void> = Promise.resolve();
  const inTurn = (work: () => Promise<void>) => (turn = turn.then(work, work));

  const become = (next: LoadedCourse) => {
    loaded = next;
    for (const changed of listeners) changed();
  };

  const load = async (languages: readonly string[]) => {
    await fetchCourse(sources, become, languages);
    forgetAhead();
  };

  const refill = async (files: ReadonlySet<string>) => {
    let next = loaded;
    await fetchCourse(sources, (filled) => (next = filled), undefined, keptLevels(loaded, files));
    // Shown when all is there, so that nothing flickers.
    become(next);
  };

  const reload = async (files: ReadonlySet<string>) => {
    const { at, course } = loaded;
    if (!at || !course) return;
    const changedLevels = course.levels.filter((file) => isAmong(fileInFolder(file, at), files));
    if (changedLevels.length === 0) return;
    const read = await Promise.all(changedLevels.map(async (file) => [file, await loadNamedLevel(file, at)] as const));
    become({ ...loaded, levels: new Map([...loaded.levels, ...read]) });
  };

  return {
    loaded: () => loaded,
    load: (languages) => inTurn(() => load(languages)),
    refresh(urls) {
      const files = new Set(urls.map(({ href }) => href));
      const ofCourse = sources.course.ok && files.has(sources.course.url.href);
      return inTurn(() => (ofCourse || !loaded.course ? refill(files) : reload(files)));
    },
    translate: (language) =>
      inTurn(async () => {
        const more = await translateCourse(loaded, language);
        loaded = { ...loaded, levels: new Map([...loaded.levels, ...more]) };
      }),
    onChange: (changed) => void listeners.push(changed),
  };
}

/** The levels that were read already and have not changed since. */
function keptLevels({ at, levels }: LoadedCourse, files: ReadonlySet<string>): LoadedCourse['levels'] {
  if (!at) return new Map();
  return new Map([...levels].filter(([file]) => !isAmong(fileInFolder(file, at), files)));
}

/** True when the level itself has changed, or one of the translations beside it (`my-level.fr.json`). */
function isAmong(level: URL | null, files: ReadonlySet<string>): boolean {
  return level !== null && [...files].some((file) => file === level.href || translatedFile(file)?.level === level.href);
}

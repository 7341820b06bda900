import { forgetAhead } from '../../levels/ahead.ts';
import { isAsIndexed, isUnreachable, loadNamedLevel } from '../../levels/fetch.ts';
import { fileInFolder } from '../../levels/folder-file.ts';
import { translatedFile } from '../../levels/translation-names.ts';
import type { LevelSummary } from '../../levels/index.ts';
import { fetchCourse, summariesIn, translateCourse, type Sources } from './fetch-course.ts';
import { NOTHING_LOADED, type LoadedCourse } from './loaded-course.ts';

/** Loads the course and its levels, and follows changes of their files. */
export interface CourseLoader {
  loaded(): LoadedCourse;
  /**
   * Fetches the course, and the levels that the index of the build lacks.
   * @param language that of the texts
   * @param wanted which indexed levels to read anyway
   */
  load(language: string, wanted?: (level: LevelSummary) => boolean): Promise<void>;
  /**
   * Reads levels that are only in the index so far, which is necessary to play them.
   * @param wanted which of them
   */
  read(wanted: (level: LevelSummary) => boolean): Promise<void>;
  /** Compares the index with the server's files, one by one, and reads those that have changed since the build. */
  compare(): Promise<void>;
  /** Fetches these files again, in all languages, because someone is working on them; the rest stays. */
  refresh(files: readonly URL[]): Promise<void>;
  /** Fetches the texts of the levels in one more language. This does not count as a change: the caller reports it. */
  translate(language: string): Promise<void>;
  /** @param changed called whenever more has arrived, or a file has changed */
  onChange(changed: () => void): void;
}

/** @param sources what the address of the page asks for */
export function openCourseLoader(sources: Sources): CourseLoader {
  let loaded = NOTHING_LOADED;
  let language = '';
  const listeners: (() => void)[] = [];
  // One after the other, so that the later of two changes of a file wins.
  let turn: Promise<void> = Promise.resolve();
  const inTurn = (work: () => Promise<void>) => (turn = turn.then(work, work));

  const become = (next: LoadedCourse) => {
    loaded = next;
    for (const changed of listeners) changed();
  };

  const unread = (wanted: (level: LevelSummary) => boolean = () => true) =>
    [...loaded.summaries].flatMap(([file, level]) => (!loaded.levels.has(file) && wanted(level) ? [file] : []));

  const readFiles = async (files: readonly string[]) => {
    const { at } = loaded;
    if (!at || files.length === 0) return;
    const read = await Promise.all(
      files.map(async (file) => [file, await loadNamedLevel(file, at, [language])] as const),
    );
    // Without a network, the index is still the best that is known about a level.
    const arrived = read.filter(
      ([file, result]) => !loaded.summaries.has(file) || result.ok || !isUnreachable(result.problems),
    );
    if (arrived.length > 0) become({ ...loaded, levels: new Map([...loaded.levels, ...arrived]) });
  };

  const load = async (wanted: (level: LevelSummary) => boolean) => {
    await fetchCourse(sources, become, language);
    await readFiles(unread(wanted));
    forgetAhead();
  };

  const compareFile = async (file: string) => {
    const index = await sources.index(language);
    const indexed = index?.levels[file];
    const url = loaded.at && fileInFolder(file, loaded.at);
    if (!indexed || !url || loaded.levels.has(file)) return;
    if (!(await isAsIndexed(url, indexed))) await readFiles([file]);
  };

  const refill = async (files: ReadonlySet<string>) => {
    let next = loaded;
    await fetchCourse(sources, (filled) => (next = filled), undefined, keptLevels(loaded, files));
    // Shown once everything is there, so that nothing flickers.
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
    load(spoken, wanted = () => false) {
      language = spoken;
      return inTurn(() => load(wanted));
    },
    read: (wanted) => inTurn(() => readFiles(unread(wanted))),
    async compare() {
      // One at a time, so that a player does not wait for all of them.
      for (const file of unread()) await inTurn(() => compareFile(file));
    },
    refresh(urls) {
      const files = new Set(urls.map(({ href }) => href));
      const ofCourse = sources.course.ok && files.has(sources.course.url.href);
      return inTurn(() => (ofCourse || !loaded.course ? refill(files) : reload(files)));
    },
    translate(spoken) {
      language = spoken;
      return inTurn(async () => {
        const [index, more] = await Promise.all([sources.index(spoken), translateCourse(loaded, spoken)]);
        const told = loaded.course ? summariesIn(index, loaded.course) : [];
        loaded = {
          ...loaded,
          levels: new Map([...loaded.levels, ...more]),
          summaries: new Map([...loaded.summaries, ...told]),
        };
      });
    },
    onChange: (changed) => void listeners.push(changed),
  };
}

/** The levels that were read already and have not changed since. */
function keptLevels({ at, levels }: LoadedCourse, files: ReadonlySet<string>): LoadedCourse['levels'] {
  if (!at) return new Map();
  return new Map([...levels].filter(([file]) => !isAmong(fileInFolder(file, at), files)));
}

/** True when the level itself has changed, or one of its translations (`my-level.fr.json`). */
function isAmong(level: URL | null, files: ReadonlySet<string>): boolean {
  return level !== null && [...files].some((file) => file === level.href || translatedFile(file)?.level === level.href);
}

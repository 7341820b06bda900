import type { Course, CourseIndex, LevelResult, SiteFile } from '../../levels/index.ts';
// Not from the index, which would load code that only faulty files need.
import { loadCourse, loadNamedLevel, loadTranslation } from '../../levels/fetch.ts';
import { fileInFolder } from '../../levels/folder-file.ts';
import { NO_COURSE, NOTHING_LOADED, type LoadedCourse } from './loaded-course.ts';
import { chaptersOfPart, chosenLevels, filesToRead, type ChosenLevels } from './session-link.ts';

/** What the page's address asks for. */
export interface Sources {
  readonly course: SiteFile;
  /** A single level to play, in the look of the course; null for the levels of the course. */
  readonly level: SiteFile | null;
  /** The ids of the wanted levels of the course, in this order; null for all. */
  readonly levels: readonly string[] | null;
  /** The build's index of the course in a language; null if there is none. */
  readonly index: (language: string) => Promise<CourseIndex | null>;
}

/**
 * Fetches the course and then, in parallel, all of its levels that are not in the index.
 * @param changed called with each new state, so that the first level appears before the last has arrived
 * @param language of the translations to fetch; without it all are fetched, and no index is used
 * @param known levels that are there already, by their files
 */
export async function fetchCourse(
  sources: Sources,
  changed: (loaded: LoadedCourse) => void,
  language?: string,
  known: LoadedCourse['levels'] = new Map(),
): Promise<void> {
  const index = language === undefined ? null : await sources.index(language);
  const opened = await openCourse(sources, index);
  const { course, at } = opened;
  if (!course || !at) return changed(opened);
  const languages = language === undefined ? undefined : [language];
  const { summaries } = opened;
  let levels: LoadedCourse['levels'] = new Map([...known].filter(([file]) => course.levels.includes(file)));
  const load = (files: readonly string[], arrived: () => void) =>
    Promise.all(
      files
        .filter((file) => !levels.has(file) && !summaries.has(file))
        .map(async (file) => {
          const read = await loadNamedLevel(file, at, languages);
          levels = new Map([...levels, [file, read]]);
          arrived();
        }),
    );
  const ids = opened.whole ? sources.levels : null;
  const files = filesToRead(course.levels, ids);
  const choose = () =>
    chosenLevels(course.levels, ids, (file) => idOf(levels.get(file)) ?? summaries.get(file)?.id ?? null);
  const show = () => changed(partOf({ ...opened, levels }, choose()));
  // The id of a file is known from its name, or once all have arrived.
  const early = ids === null || files !== course.levels;
  if (early) show();
  await load(files, early ? show : () => {});
  if (!early) return show();
  if (choose().unknown.length === 0) return;
  await load(course.levels, () => {});
  show();
}

const idOf = (read: LevelResult | undefined) => (read?.ok ? read.level.id : null);

/** Returns the course with only the levels of a link. */
function partOf(loaded: LoadedCourse, { files, unknown }: ChosenLevels): LoadedCourse {
  const { course, levels, summaries } = loaded;
  if (!course || files === course.levels) return { ...loaded, unknown };
  const { chapters, ...rest } = course;
  const parts = chapters && chaptersOfPart(chapters, files);
  return {
    ...loaded,
    course: parts ? { ...rest, levels: files, chapters: parts } : { ...rest, levels: files },
    levels: new Map([...levels].filter(([file]) => files.includes(file))),
    summaries: new Map([...summaries].filter(([file]) => files.includes(file))),
    unknown,
  };
}

/**
 * Fetches the texts of all levels in one more language.
 * @returns the levels with new texts, by file name
 */
export async function translateCourse({ at, levels }: LoadedCourse, language: string): Promise<LoadedCourse['levels']> {
  if (!at) return new Map();
  const translated = await Promise.all(
    [...levels].map(async ([file, result]): Promise<[string, LevelResult][]> => {
      const url = fileInFolder(file, at);
      if (!result.ok || !url) return [];
      const level = await loadTranslation(result.level, url, language);
      return level === result.level ? [] : [[file, { ...result, level }]];
    }),
  );
  return new Map(translated.flat());
}

/** Returns what the index has about the levels of a course. */
export function summariesIn(index: CourseIndex | null, { levels }: Course): LoadedCourse['summaries'] {
  return new Map(
    levels.flatMap((file) => {
      const indexed = index && Object.hasOwn(index.levels, file) ? index.levels[file] : undefined;
      return indexed ? [[file, indexed.summary] as const] : [];
    }),
  );
}

/** Returns the course before any of its levels has arrived. */
async function openCourse({ course, level }: Sources, index: CourseIndex | null): Promise<LoadedCourse> {
  const result = course.ok
    ? await loadCourse(course.url, index?.course)
    : { ok: false as const, problems: [course.problem] };
  if (level) return courseOfOne(level, result.ok ? result.course : NO_COURSE);
  const at = course.ok ? course.url : null;
  if (!result.ok) return { ...NOTHING_LOADED, at, problems: result.problems };
  const firstChapter = result.course.chapters?.[0]?.levels ?? null;
  return { ...NOTHING_LOADED, at, course: result.course, summaries: summariesIn(index, result.course), firstChapter };
}

/** A level at an address of its own can be played even if the course cannot be read. */
function courseOfOne(level: SiteFile, course: Course): LoadedCourse {
  const { chapters: _chapters, ...look } = course;
  if (!level.ok) {
    const levels = new Map([[level.asked, { ok: false as const, problems: [level.problem] }]]);
    return { ...NOTHING_LOADED, whole: false, course: { ...look, levels: [level.asked] }, levels };
  }
  const file = level.url.href;
  return { ...NOTHING_LOADED, whole: false, at: level.url, course: { ...look, levels: [file] } };
}

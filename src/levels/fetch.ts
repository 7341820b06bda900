import { matchLanguage, type Level } from '../engine/index.ts';
import { fetchAnew } from './ahead.ts';
import type { CourseIndex, IndexedLevel } from './course-index.ts';
import { decode } from './decode.ts';
import { printOf } from './print.ts';
import { fileProblem, type Problem } from './problem.ts';
import type { CourseResult, LevelResult } from './read.ts';
import { isTooLarge } from './too-large.ts';
import { fileInFolder, nameOfFile, translationBeside } from './folder-file.ts';
import type { TranslationFile } from './translations.ts';

type Fetched =
  { readonly ok: true; readonly text: string } | { readonly ok: false; readonly problems: readonly Problem[] };

// The formats and their checks. The home page does not load them while its index is right.
const quickReader = () => import('./quick.ts');

async function fetchText(url: URL, priority?: RequestPriority): Promise<Fetched> {
  const file = nameOfFile(url);
  const failed = (...problems: Problem[]): Fetched => ({ ok: false, problems });
  try {
    const response = await fetchAnew(url, priority);
    if (response.status === 404) return failed(fileProblem(file, 'not-found'));
    if (!response.ok) return failed(fileProblem(file, 'refused', { status: String(response.status) }));
    if (isTooLarge(response)) {
      await response.body?.cancel();
      return failed(fileProblem(file, 'too-large', { most: '1 MiB' }));
    }
    const decoded = decode(new Uint8Array(await response.arrayBuffer()), file);
    return decoded.ok ? decoded : failed(decoded.problem);
  } catch {
    return failed(fileProblem(file, 'unreachable'));
  }
}

async function readLevelText(text: string, file: string): Promise<LevelResult> {
  const { quickLevel } = await quickReader();
  const level = quickLevel(text);
  if (level) return { ok: true, level, problems: [] };
  const { readLevel } = await import('./read.ts');
  return readLevel(text, file);
}

/**
 * Fetches and reads one level. Anything that goes wrong becomes a problem, so that the rest of the course can still be
 * played.
 * @param languages which of the files in `translations` to fetch; all of them by default
 * @returns a level that can be played even when a translation cannot; its problems then name that file
 */
export async function loadLevel(url: URL, languages?: readonly string[]): Promise<LevelResult> {
  const fetched = await fetchText(url);
  if (!fetched.ok) return fetched;
  const result = await readLevelText(fetched.text, nameOfFile(url));
  if (!result.ok) return result;
  const { translations = [] } = result.level;
  const wanted = languages
    ? languages.flatMap((language) => translationFor(result.level, language) ?? [])
    : translations;
  const translated = await fetchTranslations(result.level, url, [...new Set(wanted)]);
  return { ok: true, level: translated.level, problems: [...result.problems, ...translated.problems] };
}

/**
 * Fetches a level that a course names, as `loadLevel` does.
 * @param name as the course writes it; a name that leads out of the course's folder is a problem, and nothing is
 *   fetched
 * @param course the address of the course file
 */
export async function loadNamedLevel(name: string, course: URL, languages?: readonly string[]): Promise<LevelResult> {
  const url = fileInFolder(name, course);
  return url ? loadLevel(url, languages) : { ok: false, problems: [fileProblem(name, 'not-a-file', { name })] };
}

/**
 * Fetches a level's texts in one more language, from its translation file.
 * @param url of the level's own file
 * @returns the same level when it has no such file, has these texts already, or the file cannot be fetched
 */
export async function loadTranslation(level: Level, url: URL, language: string): Promise<Level> {
  const tag = translationFor(level, language);
  return tag === null ? level : (await fetchTranslations(level, url, [tag])).level;
}

/**
 * Returns the language of the translation file that suits a wanted language; null when the level itself suits it as
 * well.
 */
function translationFor({ title, translations = [] }: Level, wanted: string): string | null {
  const own = typeof title === 'string' ? [] : Object.keys(title);
  const tag = matchLanguage(wanted, [...own, ...translations]);
  return tag === null || own.includes(tag) ? null : tag;
}

async function fetchTranslations(
  level: Level,
  url: URL,
  wanted: readonly string[],
): Promise<{ readonly level: Level; readonly problems: readonly Problem[] }> {
  const problems: Problem[] = [];
  const files = await Promise.all(
    wanted.map(async (language): Promise<TranslationFile[]> => {
      const side = translationBeside(url, language);
      const text = await fetchText(side);
      if (text.ok) return [{ language, file: nameOfFile(side), text: text.text }];
      problems.push(...text.problems);
      return [];
    }),
  );
  const { quickTranslations } = await quickReader();
  const good = quickTranslations(level, files.flat());
  if (good) return { level: good, problems };
  const { withTranslations } = await import('./translations.ts');
  const translated = withTranslations(level, files.flat());
  return { level: translated.level, problems: [...problems, ...translated.problems] };
}

/**
 * Compares a level with its entry in the index, in the background. If no server responds, the level counts as
 * unchanged.
 * @param url of the level's own file
 * @returns false when one of its files has changed or is gone
 */
export async function isAsIndexed(url: URL, { print, translation }: IndexedLevel): Promise<boolean> {
  const prints: [URL, string][] = [[url, print]];
  if (translation) prints.push([translationBeside(url, translation.language), translation.print]);
  const same = await Promise.all(
    prints.map(async ([file, expected]) => {
      const fetched = await fetchText(file, 'low');
      return fetched.ok ? printOf(fetched.text) === expected : isUnreachable(fetched.problems);
    }),
  );
  return same.every(Boolean);
}

/** True when no server responded, which says nothing about the file itself. */
export const isUnreachable = (problems: readonly Problem[]) => problems.every(({ code }) => code === 'unreachable');

/**
 * Fetches and reads the course file.
 * @param indexed its entry in the index, which need not be checked again while the file is the same
 */
export async function loadCourse(url: URL, indexed: CourseIndex['course'] = null): Promise<CourseResult> {
  const fetched = await fetchText(url);
  if (!fetched.ok) return fetched;
  if (indexed?.print === printOf(fetched.text)) return { ok: true, course: indexed.value, problems: [] };
  const { quickCourse } = await quickReader();
  const course = quickCourse(fetched.text);
  if (course) return { ok: true, course, problems: [] };
  const { readCourse } = await import('./read.ts');
  return readCourse(fetched.text, nameOfFile(url));
}

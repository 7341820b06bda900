import { matchLanguage } from '../engine/index.ts';
import { isTooLarge } from './too-large.ts';
import { fileInFolder, translationBeside } from './folder-file.ts';

/* Prefetches the course and its levels while the code that reads them is still loading, so that nobody waits for one
   after the other. This code only guesses at their contents to decide what to prefetch; the reader checks
   everything. */

const asked = new Map<string, Promise<Response>>();
/** Files that were already requested, which must not be prefetched a second time. */
const wanted = new Set<string>();
/** Whether prefetching is on; it stops once the reader has all it needs. */
let early = false;

// A trainer who has just saved a level expects to play the saved version.
const ask = (url: URL, priority: RequestPriority = 'auto') => fetch(url, { cache: 'no-cache', priority });

/** Fetches the current version of a file. A prefetched response is returned once only. */
export function fetchAnew(url: URL, priority?: RequestPriority): Promise<Response> {
  const ahead = asked.get(url.href);
  asked.delete(url.href);
  wanted.add(url.href);
  return ahead ?? ask(url, priority);
}

/** Drops prefetched responses, as they grow stale. From now on files are fetched when they are needed. */
export function forgetAhead(): void {
  early = false;
  asked.clear();
  wanted.clear();
}

/**
 * @param course the address of the course file
 * @param choose picks the level files of the course that are needed; it may be asynchronous
 * @param language prefetches the levels' texts in it, if they are in files of their own
 */
export function askAhead(
  course: URL,
  choose: (files: readonly string[]) => readonly string[] | Promise<readonly string[]>,
  language: string,
): void {
  early = true;
  askAndLook(course, (read) => {
    const chosen = choose(levelFiles(read));
    if (chosen instanceof Promise) void chosen.then((files) => askForLevels(files, course, language));
    else askForLevels(chosen, course, language);
  });
}

function askForLevels(files: readonly string[], course: URL, language: string): void {
  for (const file of files) {
    const level = fileInFolder(file, course);
    if (level) askAndLook(level, (found) => askForTexts(level, found, language));
  }
}

function askForTexts(level: URL, read: object, language: string): void {
  if (!('translations' in read) || !Array.isArray(read.translations)) return;
  const named: readonly unknown[] = read.translations;
  const tag = matchLanguage(
    language,
    named.filter((one) => typeof one === 'string'),
  );
  if (tag === null) return;
  askAndLook(translationBeside(level, tag), () => {});
}

/** Prefetches a file, and passes its content on as soon as it arrives. */
function askAndLook(url: URL, look: (read: object) => void): void {
  if (!early || wanted.has(url.href) || asked.has(url.href)) return;
  const answer = ask(url).then((response) => {
    // The reader refuses it as well.
    if (isTooLarge(response)) return response;
    const copy = response.clone();
    void copy.json().then(
      (read: unknown) => {
        if (typeof read === 'object' && read !== null) look(read);
      },
      // The reader reports what is wrong with it.
      () => null,
    );
    return response;
  });
  // The response may never be used, and an unhandled rejection would be reported as an error.
  answer.catch(() => null);
  asked.set(url.href, answer);
}

function levelFiles(course: object): string[] {
  const listed = (of: object): unknown[] => ('levels' in of && Array.isArray(of.levels) ? of.levels : []);
  const chapters: unknown[] = 'chapters' in course && Array.isArray(course.chapters) ? course.chapters : [];
  const files = [course, ...chapters].flatMap((part) => (typeof part === 'object' && part ? listed(part) : []));
  return files.filter((file) => typeof file === 'string');
}

import { matchLanguage } from '../engine/index.ts';
import { isTooLarge } from './too-large.ts';
import { fileInFolder, translationBeside } from './folder-file.ts';

/*
 * Asks for the course and its levels while the code that reads them is still on its way, so that nobody waits for one after
 * the other. What is found in them here is a guess, and only decides what to ask for: the reader checks everything.
 */

const asked = new Map<string, Promise<Response>>();
/** What was wanted before it was asked for ahead: that would be once too often. */
const wanted = new Set<string>();
/** Whether there is anything to ask for ahead: no longer once the reader has all it wanted. */
let early = false;

// A trainer who has just saved a level expects to play what was saved.
const ask = (url: URL, priority: RequestPriority = 'auto') => fetch(url, { cache: 'no-cache', priority });

/** Fetches a file again; the answer that was asked for ahead is given out once. */
export function fetchAnew(url: URL, priority?: RequestPriority): Promise<Response> {
  const ahead = asked.get(url.href);
  asked.delete(url.href);
  wanted.add(url.href);
  return ahead ?? ask(url, priority);
}

/** What nobody has taken grows old: from here on, everything is asked for when it is wanted. */
export function forgetAhead(): void {
  early = false;
  asked.clear();
  wanted.clear();
}

/**
 * @param course the address of the course file
 * @param choose which of the level files of the course are wanted; it may take its time
 * @param language in which the levels are wanted, if they have a file of texts beside them
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

/** Asks for a file, and for what it names as soon as it is here. */
function askAndLook(url: URL, look: (read: object) => void): void {
  if (!early || wanted.has(url.href) || asked.has(url.href)) return;
  const answer = ask(url).then((response) => {
    // The reader stops here too.
    if (isTooLarge(response)) return response;
    const copy = response.clone();
    void copy.json().then(
      (read: unknown) => {
        if (typeof read === 'object' && read !== null) look(read);
      },
      // The reader says what is wrong with it.
      () => null,
    );
    return response;
  });
  // Nobody may come to take it.
  answer.catch(() => null);
  asked.set(url.href, answer);
}

function levelFiles(course: object): string[] {
  const listed = (of: object): unknown[] => ('levels' in of && Array.isArray(of.levels) ? of.levels : []);
  const chapters: unknown[] = 'chapters' in course && Array.isArray(course.chapters) ? course.chapters : [];
  const files = [course, ...chapters].flatMap((part) => (typeof part === 'object' && part ? listed(part) : []));
  return files.filter((file) => typeof file === 'string');
}

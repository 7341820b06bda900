import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join, sep } from 'node:path';
import { textsIn, TEXTS_FILES } from './split-texts.mjs';

/** The characters of a language, in the order in which a player needs them, without repeats. */
export interface CourseCharacters {
  readonly home: string;
  readonly firstLevel: string;
  readonly otherLevels: string;
  /** Those of the emails that the game composes. */
  readonly practice: string;
}

/**
 * Collects the characters of all texts that the build knows: the interface in one language, a course, and composed emails.
 * @param texts the file of the interface; that of the composed emails has the same name in the folder `situations`
 * @param levels the folder of the course
 * @param tag of the language
 */
export function courseCharacters(texts: string, levels: string, tag: string): CourseCharacters {
  const files = readdirSync(levels, { recursive: true, encoding: 'utf8' })
    .filter((file) => /^[^.]+\.json$/.test(file) || file.endsWith(`.${tag}.json`))
    .map((file) => ({ file: file.split(sep).join('/'), content: contentOf(join(levels, file)) }));
  const course = files.find(({ file }) => file === 'course.json')?.content ?? {};
  const first = firstLevelOf(course);
  const isFirst = ({ file }: { file: string }) => file === `${first}.json` || file === `${first}.${tag}.json`;
  const stages = [
    [textsIn(texts, 'first'), course, files.map(({ content }) => [content['title'], content['summary']])],
    [textsIn(texts, 'later'), ...files.filter(isFirst).map(({ content }) => content)],
    [...TEXTS_FILES.map((file) => textsIn(texts, file)), ...files.map(({ content }) => content)],
    [contentOf(join(dirname(texts), 'situations', basename(texts)))],
  ];
  const met = new Set<string>();
  const [home = '', firstLevel = '', otherLevels = '', practice = ''] = stages.map((stage) => {
    const fresh = new Set(Array.from(stringsOf(stage).join('')).filter((character) => !met.has(character)));
    for (const character of fresh) met.add(character);
    return [...fresh].toSorted().join('');
  });
  return { home, firstLevel, otherLevels, practice };
}

/** A trainer's level may be broken: the page reports it, and the build continues. */
function contentOf(path: string): Readonly<Record<string, unknown>> {
  try {
    const content: unknown = JSON.parse(readFileSync(path, 'utf8'));
    return typeof content === 'object' && content !== null ? { ...content } : {};
  } catch {
    return {};
  }
}

/** By its name without the ending. */
function firstLevelOf(course: Readonly<Record<string, unknown>>): string {
  const listed = JSON.stringify(course['levels'] ?? course['chapters'] ?? '');
  return /"([^"]+)\.json"/.exec(listed)?.[1] ?? '';
}

function stringsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(stringsOf) : [];
}

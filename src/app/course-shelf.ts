import type { Level } from '../engine/level.ts';
// By this door the page does not fetch what only faulty files need.
import { loadCourse, loadLevel, loadTranslation } from '../levels/fetch.ts';
import type { Course, LevelResult, Problem } from '../levels/index.ts';

/** The course as far as it has arrived. */
export interface Shelf {
  readonly course: Course | null;
  /** Set when the course itself cannot be read. */
  readonly problems: readonly Problem[] | null;
  /** By file name; a level that is not here is still on its way. */
  readonly levels: ReadonlyMap<string, LevelResult>;
}

export const EMPTY_SHELF: Shelf = { course: null, problems: null, levels: new Map() };

/**
 * Fetches the course and then all its levels side by side.
 *
 * @param url of the course file; levels lie beside it
 * @param changed called with each new state, so that the first letter is there before the last has arrived
 * @param languages of the files beside the levels that are fetched with them; all when not given
 */
export async function fillShelf(
  url: URL,
  changed: (shelf: Shelf) => void,
  languages?: readonly string[],
): Promise<void> {
  const result = await loadCourse(url);
  if (!result.ok) {
    changed({ ...EMPTY_SHELF, problems: result.problems });
    return;
  }
  const { course } = result;
  let levels: ReadonlyMap<string, LevelResult> = new Map();
  changed({ course, problems: null, levels });
  await Promise.all(
    course.levels.map(async (file) => {
      const level = await loadLevel(new URL(file, url), languages);
      levels = new Map([...levels, [file, level]]);
      changed({ course, problems: null, levels });
    }),
  );
}

/**
 * Fetches the texts of all levels in one more language.
 *
 * @param url of the course file
 * @returns the levels that say more now, by file name
 */
export async function translateShelf(shelf: Shelf, url: URL, language: string): Promise<Shelf['levels']> {
  const translated = await Promise.all(
    [...shelf.levels].map(async ([file, result]): Promise<[string, LevelResult][]> => {
      if (!result.ok) return [];
      const level = await loadTranslation(result.level, new URL(file, url), language);
      return level === result.level ? [] : [[file, { ...result, level }]];
    }),
  );
  return new Map(translated.flat());
}

/** The levels that can be played, in the order of the course. Of two with the same id the first counts. */
export function playable(shelf: Shelf): Level[] {
  const levels: Level[] = [];
  for (const file of shelf.course?.levels ?? []) {
    const result = shelf.levels.get(file);
    if (result?.ok && !levels.some(({ id }) => id === result.level.id)) levels.push(result.level);
  }
  return levels;
}

/** True when everything that could be a level has arrived. */
export function isFull(shelf: Shelf): boolean {
  return (
    shelf.problems !== null || (shelf.course !== null && shelf.course.levels.every((file) => shelf.levels.has(file)))
  );
}

/** The level of this id; undefined while it may still arrive, null when the course has none. */
export function findLevel(shelf: Shelf, id: string): Level | null | undefined {
  return playable(shelf).find((level) => level.id === id) ?? (isFull(shelf) ? null : undefined);
}

/** The level after this one, of those that can be played. */
export function levelAfter(shelf: Shelf, id: string): Level | null {
  const levels = playable(shelf);
  return levels[levels.findIndex((level) => level.id === id) + 1] ?? null;
}

/** What is wrong with the file of this level's name, for the author who opens its address; empty when it has none. */
export function problemsOf(shelf: Shelf, id: string): readonly Problem[] {
  const result = shelf.levels.get(`${id}.json`);
  return result && !result.ok ? result.problems : [];
}

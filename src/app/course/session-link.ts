import { levelNameOf } from '../../levels/translation-names.ts';

/** What a host's link asks for besides a place in the game, such as certain levels in a certain language. */
export interface Session {
  /** The course file as the link names it; null for the page's own course. */
  readonly course: string | null;
  /** A language tag; null leaves it to the player. */
  readonly lang: string | null;
  /** The ids of the levels to play, in this order; null for all of the course. */
  readonly levels: readonly string[] | null;
  /** `1` offers the check before and after the course, `2` with its forms in the other order, `0` does not; null leaves it to the course. */
  readonly check: string | null;
  /** True on a projector, for an audience that votes by show of hands. */
  readonly present: boolean;
  /** `codes` for a result code after each level, or the code of a live session; null outside a room. */
  readonly room: string | null;
}

/** The parameter of the address that asks for one level by itself. */
export const LEVEL = 'level';

/** Reads `?course=…&lang=…&levels=a,b&check=1&present=1&room=codes`. Impossible level ids are kept, so that the host is informed. */
export function readSession(search: string): Session {
  const asked = new URLSearchParams(search);
  const ids = (asked.get('levels') ?? '').split(',').map((id) => id.trim());
  const levels = [...new Set(ids.filter((id) => id !== ''))];
  return {
    course: asked.get('course')?.trim() || null,
    lang: asked.get('lang')?.trim() || null,
    levels: levels.length > 0 ? levels : null,
    check: asked.get('check') || null,
    present: asked.get('present') === '1',
    room: asked.get('room')?.trim() || null,
  };
}

/** Returns the query of a link to a session, with its question mark; empty when it asks for nothing. */
export function sessionQuery({ course, lang, levels, check, present, room }: Session): string {
  const query = new URLSearchParams();
  if (course !== null) query.set('course', course);
  if (lang !== null) query.set('lang', lang);
  if (check !== null) query.set('check', check);
  if (present) query.set('present', '1');
  if (room !== null) query.set('room', room);
  const parts = query.toString().split('&').filter(Boolean);
  // A link with plain commas can be read and edited by hand.
  if (levels !== null) parts.push(`levels=${levels.map((id) => encodeURIComponent(id)).join(',')}`);
  return parts.length > 0 ? `?${parts.join('&')}` : '';
}

/**
 * Returns the files to read for the levels of a link: those named by id, or all if one is missing, since a file's name
 * may differ from its level's id.
 * @param files the level files of the course
 * @param ids null for all levels
 */
export function filesToRead(files: readonly string[], ids: readonly string[] | null): readonly string[] {
  const named = (ids ?? []).map((id) => files.find((file) => levelNameOf(file) === id));
  return named.length > 0 && named.every((file) => file !== undefined) ? named : files;
}

/** The part of a course that a link asks for. */
export interface ChosenLevels {
  /**
   * In the order of the link. If the course has none of them, all levels: better than an empty desk in front of an
   * audience.
   */
  readonly files: readonly string[];
  /** The ids that the link asks for and the course does not have. */
  readonly unknown: readonly string[];
}

/**
 * @param files the level files of the course
 * @param ids null for all levels
 * @param idOf the id of the level in a file; null when the file cannot be read, and then counts by its name
 */
export function chosenLevels(
  files: readonly string[],
  ids: readonly string[] | null,
  idOf: (file: string) => string | null,
): ChosenLevels {
  const found = (ids ?? []).map((id) => ({ id, file: files.find((file) => (idOf(file) ?? levelNameOf(file)) === id) }));
  const chosen = [...new Set(found.flatMap(({ file }) => file ?? []))];
  const unknown = found.flatMap(({ id, file }) => (file === undefined ? [id] : []));
  return { files: chosen.length > 0 ? chosen : files, unknown };
}

/**
 * The chapters of the levels that a link asks for, with their titles.
 *
 * @param files in the order of the link
 * @returns undefined if that order returns to an earlier chapter, so that the levels are shown without chapters
 */
export function chaptersOfPart<Part extends { readonly levels: readonly string[] }>(
  chapters: readonly Part[],
  files: readonly string[],
): (Omit<Part, 'levels'> & { levels: string[] })[] | undefined {
  const parts: { of: Part; levels: string[] }[] = [];
  for (const file of files) {
    const of = chapters.find(({ levels }) => levels.includes(file));
    const last = parts.at(-1);
    if (!of || (last?.of !== of && parts.some((part) => part.of === of))) return undefined;
    if (last?.of === of) last.levels.push(file);
    else parts.push({ of, levels: [file] });
  }
  return parts.map(({ of, levels }) => ({ ...of, levels }));
}

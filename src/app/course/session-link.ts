import type { Course } from '../../engine/index.ts';

/** What the address asks for besides the place in the game: a host's link opens a chosen set in a chosen language. */
export interface Session {
  /** The course file as the link names it; null for the page's own course. */
  readonly course: string | null;
  /** A language tag; null when the player's own language counts. */
  readonly lang: string | null;
  /** The ids of the levels to play, in this order; null for all of the course. */
  readonly levels: readonly string[] | null;
  /** Shown on a projector, to a room that votes by hand. */
  readonly present: boolean;
}

/** The parameter of the address that asks for one level by itself. */
export const LEVEL = 'level';

const LEVEL_ID = /^[a-z0-9-]+$/;

/** Reads `?course=…&lang=…&levels=a,b&present=1`; what makes no sense counts as not said. */
export function readSession(search: string): Session {
  const asked = new URLSearchParams(search);
  const ids = (asked.get('levels') ?? '').split(',').map((id) => id.trim());
  const levels = [...new Set(ids.filter((id) => LEVEL_ID.test(id)))];
  return {
    course: asked.get('course')?.trim() || null,
    lang: asked.get('lang')?.trim() || null,
    levels: levels.length > 0 ? levels : null,
    present: asked.get('present') === '1',
  };
}

/** The query of a link to a session, with its question mark; empty when nothing is asked for. */
export function sessionQuery({ course, lang, levels, present }: Session): string {
  const query = new URLSearchParams();
  if (course !== null) query.set('course', course);
  if (lang !== null) query.set('lang', lang);
  if (present) query.set('present', '1');
  const parts = query.toString().split('&').filter(Boolean);
  // Ids need no escaping, and a link with plain commas can be read and edited by hand.
  if (levels !== null) parts.push(`levels=${levels.join(',')}`);
  return parts.length > 0 ? `?${parts.join('&')}` : '';
}

/**
 * The course with the levels of the session alone, in the session's order.
 *
 * A level is named as its file is. A link whose levels are all gone gives the whole course: better than an empty desk
 * before a full room.
 */
export function chosenCourse(course: Course, session: Session): Course {
  const chosen = chosenFiles(course.levels, session);
  if (chosen === course.levels) return course;
  const { chapters: _chapters, ...rest } = course;
  return { ...rest, levels: chosen };
}

/** The same of the level files alone. */
export function chosenFiles(files: readonly string[], { levels }: Session): readonly string[] {
  const chosen = (levels ?? []).flatMap((id) => files.filter((file) => levelName(file) === id));
  return chosen.length > 0 ? chosen : files;
}

/** The id of the level that a file of the course should hold. */
export function levelName(file: string): string {
  return file.slice(file.lastIndexOf('/') + 1).replace(/\.json$/, '');
}

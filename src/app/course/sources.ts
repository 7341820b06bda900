import { siteFile } from '../../levels/site-file.ts';
import type { Sources } from './loaded-course.ts';
import { chosenCourse, LEVEL, readSession } from './session-link.ts';

/** Levels lie beside the course; both beside the page, wherever that is. */
const COURSE = 'levels/course.json';

/**
 * What the address of the page asks for: `?course=…` another course, `?level=…` one level by itself.
 *
 * @param page the address that the paths start from
 */
export function readSources(search: string, page: URL): Sources {
  const session = readSession(search);
  const level = new URLSearchParams(search).get(LEVEL)?.trim();
  return {
    course: siteFile(session.course ?? COURSE, page),
    level: level ? siteFile(level, page) : null,
    choose: (course) => chosenCourse(course, session),
  };
}

/** The address of the home page with all letters of the course, from that of one level of the site. */
export function wholeCourse(search: string): string {
  const query = new URLSearchParams(search);
  query.delete(LEVEL);
  const rest = query.toString();
  return rest === '' ? './' : `./?${rest}`;
}

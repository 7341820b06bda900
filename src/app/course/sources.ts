import { loadCourseIndex } from '../../levels/course-index.ts';
import { siteFile } from '../../levels/site-file.ts';
import type { Sources } from './fetch-course.ts';
import { LEVEL, readSession } from './session-link.ts';

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
    levels: session.levels,
    // The build knows the page's own course alone.
    index: (language) => (session.course === null ? loadCourseIndex(language) : Promise.resolve(null)),
  };
}

/** The address of the page itself, without place and query: hosts need not show `index.html` for its folder. */
export function pageAddress(): URL {
  const page = new URL(location.href);
  page.search = '';
  page.hash = '';
  return page;
}

/** The address of the home page with all letters of the course, from that of one level of the site. */
export function wholeCourse(search: string): string {
  const page = pageAddress();
  const query = new URLSearchParams(search);
  query.delete(LEVEL);
  page.search = query.toString();
  return page.href;
}

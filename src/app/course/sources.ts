import { loadCourseIndex } from '../../levels/course-index.ts';
import { siteFile } from '../../levels/site-file.ts';
import type { Sources } from './fetch-course.ts';
import { LEVEL, readSession } from './session-link.ts';

/** Level files are beside the course file, and both are relative to the page, wherever that is. */
const COURSE = 'levels/course.json';

/**
 * Reads what the page's address asks for: `?course=…` another course, `?level=…` a single level.
 * @param page the base address of the paths
 */
export function readSources(search: string, page: URL): Sources {
  const session = readSession(search);
  const level = new URLSearchParams(search).get(LEVEL)?.trim();
  return {
    course: siteFile(session.course ?? COURSE, page),
    level: level ? siteFile(level, page) : null,
    levels: session.levels,
    // The build's index covers the page's own course only.
    index: (language) => (session.course === null ? loadCourseIndex(language) : Promise.resolve(null)),
  };
}

/** Returns the address of the page, without place and query: hosts need no `index.html` for its folder. */
export function pageAddress(): URL {
  const page = new URL(location.href);
  page.search = '';
  page.hash = '';
  return page;
}

/** Returns the address of the home page with all levels of the course, from that of a single level. */
export function wholeCourse(search: string): string {
  const page = pageAddress();
  const query = new URLSearchParams(search);
  query.delete(LEVEL);
  page.search = query.toString();
  return page.href;
}

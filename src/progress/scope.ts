/**
 * The names under which a page keeps data in the browser. All pages of one origin share the browser's stores, so each
 * name includes the page: two games on one site must not see each other's stars, nor erase each other's data.
 */

const PREFIX = 'blind-copy';

/** The one name under which earlier versions kept the record, for every page of the origin. */
export const EARLIER_KEY = PREFIX;
/** The caches that earlier versions shared with all pages of the origin. */
export const EARLIER_CACHES = [`${PREFIX}-levels`, `${PREFIX}-fonts`] as const;

/** The folder of the page, which is the scope of its service worker. It ends with a slash. */
export function pageScope(): string {
  return new URL('.', document.baseURI).href;
}

/**
 * Returns the name of a course's record in `localStorage`.
 * @param scope the folder of the page, from `pageScope`
 * @param course the course file that the address asks for, as a path from the page; null for the page's own course
 */
export function recordKey(scope: string, course: string | null): string {
  const own = new URL('levels/course.json', scope).href;
  const asked = course !== null && URL.canParse(course, scope) ? new URL(course, scope) : null;
  if (asked) asked.hash = '';
  const other = asked !== null && asked.href !== own ? `?course=${asked.pathname}${asked.search}` : '';
  return `${PREFIX}:${new URL(scope).pathname}${other}`;
}

/** Returns the name of a cache of the page; the service worker builds the same names. */
export function cacheName(kind: 'levels' | 'fonts', scope: string): string {
  return `${PREFIX}-${kind}-${scope}`;
}

/** True for a cache of this page, including those that the service worker's library names. */
export function isOwnCache(name: string, scope: string): boolean {
  return name.startsWith(`${PREFIX}-`) && name.endsWith(`-${scope}`);
}

/** True for a record of this page, for any course. */
export function isOwnRecord(name: string, scope: string): boolean {
  const own = recordKey(scope, null);
  return name === own || name.startsWith(`${own}?`);
}

/**
 * Pages beside the levels: what is kept, how far the player is, the certificate, links for a host, results of a room,
 * the workshop for trainers, practice.
 */
export const PAGES = [
  'privacy',
  'progress',
  'certificate',
  'host',
  'room',
  'workshop',
  'day',
  'today',
  'refresh',
  'spot',
  'check',
] as const;
export type PageName = (typeof PAGES)[number];

/** A place in the game, as the address bar names it. */
export type Route =
  | { readonly name: 'home' }
  | { readonly name: 'page'; readonly page: PageName }
  /** A level of the course. */
  | { readonly name: 'level'; readonly level: string }
  /** How a level of the course went: its debrief, and its replay. */
  | { readonly name: 'result'; readonly level: string }
  /** A level that was dropped on the page. */
  | { readonly name: 'preview'; readonly level: string };

/** A route that leads to a level. */
export type LevelRoute = Extract<Route, { readonly level: string }>;

/**
 * Reads the hash of an address: `#/` or nothing is home, `#/progress` a page, `#/level/<id>` a level of the course,
 * `#/level/<id>/result` how it went, `#/preview/<id>` a preview.
 *
 * Links of earlier versions, which named a level as `#/<id>`, still lead there.
 *
 * @returns home for an address that names no place
 */
export function readRoute(hash: string): Route {
  const [, kind, name, result] = /^#\/(?:(level|preview)\/)?([a-z0-9-]+)(\/result)?\/?$/.exec(hash) ?? [];
  if (name === undefined) return { name: 'home' };
  if (result !== undefined) return kind === 'level' ? { name: 'result', level: name } : { name: 'home' };
  if (kind === 'level' || kind === 'preview') return { name: kind, level: name };
  const page = PAGES.find((known) => known === name);
  return page === undefined ? { name: 'level', level: name } : { name: 'page', page };
}

/** The hash of an address that leads to this place. */
export function hashOf(route: Route): string {
  switch (route.name) {
    case 'home':
      return '#/';
    case 'page':
      return `#/${route.page}`;
    case 'level':
      return `#/level/${route.level}`;
    case 'result':
      return `#/level/${route.level}/result`;
    case 'preview':
      return `#/preview/${route.level}`;
  }
}

export const levelAddress = (level: string): string => hashOf({ name: 'level', level });
export const resultAddress = (level: string): string => hashOf({ name: 'result', level });
export const previewAddress = (level: string): string => hashOf({ name: 'preview', level });

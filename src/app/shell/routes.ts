import { TAKEN_IDS } from '../../engine/index.ts';

/** Pages beside the levels: what is kept, how far the player is, the certificate, and links for a host. */
export const PAGES = TAKEN_IDS;
export type PageName = (typeof PAGES)[number];

/**
 * Where the address bar says the player is: at home, at a page beside the levels, in a level of the course, or in one that
 * was dropped on the page.
 */
export type Route =
  | { readonly name: 'home' }
  | { readonly name: 'page'; readonly page: PageName }
  | { readonly name: 'level'; readonly level: string }
  | { readonly name: 'preview'; readonly level: string };

/** Reads the hash of an address: `#/` or nothing is home, `#/progress` a page, `#/<level>` a level, `#/preview/<level>` a preview. */
export function readRoute(hash: string): Route {
  const [, preview, place] = /^#\/(preview\/)?([a-z0-9-]+)\/?$/.exec(hash) ?? [];
  if (!place) return { name: 'home' };
  if (preview) return { name: 'preview', level: place };
  const page = PAGES.find((name) => name === place);
  return page ? { name: 'page', page } : { name: 'level', level: place };
}

export function hashOf(route: Route): string {
  switch (route.name) {
    case 'home':
      return '#/';
    case 'page':
      return `#/${route.page}`;
    case 'level':
      return `#/${route.level}`;
    case 'preview':
      return `#/preview/${route.level}`;
  }
}

export const levelAddress = (level: string): string => hashOf({ name: 'level', level });
export const previewAddress = (level: string): string => hashOf({ name: 'preview', level });

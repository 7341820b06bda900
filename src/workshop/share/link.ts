/** The folder of a site with the levels. */
const LEVELS = 'levels/';

/**
 * Returns the link to a single level on the same site, once its file is in the site's folder of levels.
 *
 * @param page the address of the game
 */
export function levelLink(page: string, file: string): string {
  const address = new URL(page);
  address.search = '';
  address.hash = '';
  address.searchParams.set('level', LEVELS + file);
  // Slashes are allowed in a query, and the link is easier to read with them.
  return address.href.replaceAll('%2F', '/');
}

import { fileProblem, type Problem } from './problem.ts';

/** A file of this site, or why what was asked for is none. */
export type SiteFile =
  { readonly ok: true; readonly url: URL } | { readonly ok: false; readonly asked: string; readonly problem: Problem };

/**
 * The file that somebody asked for in the address of the page. It is one of the same site: a link must not bring a
 * level of a stranger onto the page of a host.
 *
 * @param asked a path from the page, such as `levels/my-level.json`; the query of the page has been decoded already
 * @param page the address of the page
 */
export function siteFile(asked: string, page: URL): SiteFile {
  const refused = (code: 'other-site' | 'not-a-json-file'): SiteFile => ({
    ok: false,
    asked,
    problem: fileProblem(asked, code),
  });
  const path = withPlainPercents(asked);
  const url = URL.canParse(path, page) ? new URL(path, page) : null;
  // A blob has the origin of the page that made it, and is no file of the site.
  if (url?.origin !== page.origin || url.protocol !== page.protocol) return refused('other-site');
  // A browser fetches no address with a name in it.
  if (url.username !== '' || url.password !== '') return refused('other-site');
  if (!/\.json$/i.test(url.pathname)) return refused('not-a-json-file');
  url.hash = '';
  return { ok: true, url };
}

/** A path whose percent signs are part of its names (`100%.json`) with these escaped; any other path as it is. */
function withPlainPercents(path: string): string {
  return decoded(path) === null ? path.replaceAll('%', '%25') : path;
}

/** The text is used, since the build drops a call of `decodeURIComponent` that is made for its error alone. */
function decoded(path: string): string | null {
  try {
    return decodeURIComponent(path);
  } catch {
    return null;
  }
}

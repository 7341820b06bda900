import { fileProblem, type Problem } from './problem.ts';

/** A file of this site, or why the request for one was refused. */
export type SiteFile =
  { readonly ok: true; readonly url: URL } | { readonly ok: false; readonly asked: string; readonly problem: Problem };

/**
 * Resolves a file that the page's address asks for. It must be on the same site, because a link must not show a
 * stranger's level on a host's page.
 * @param asked a path from the page, such as `levels/my-level.json`; the page's query has been decoded already
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
  // A blob has the origin of the page that created it, and is not a file of the site.
  if (url?.origin !== page.origin || url.protocol !== page.protocol) return refused('other-site');
  // Browsers refuse to fetch addresses that contain a user name.
  if (url.username !== '' || url.password !== '') return refused('other-site');
  if (!/\.json$/i.test(url.pathname)) return refused('not-a-json-file');
  url.hash = '';
  return { ok: true, url };
}

/** Escapes percent signs that belong to a file name (`100%.json`); returns any other path unchanged. */
function withPlainPercents(path: string): string {
  return decoded(path) === null ? path.replaceAll('%', '%25') : path;
}

/** The result is used, because the build drops a call of `decodeURIComponent` that is made only for its error. */
function decoded(path: string): string | null {
  try {
    return decodeURIComponent(path);
  } catch {
    return null;
  }
}

import { translationFile } from './translation-names.ts';

/* All files that a course or a level names (levels, translations, logos) are resolved here. The URL parser drops and
   rewrites characters (WHATWG URL §4.4), so this checks the resolved address rather than the name. */

/**
 * Resolves a file that another file names: a level or a logo that a course names.
 * @param name as the file writes it
 * @param at the address of the file that names it
 * @returns null when the name leads out of the folder of that file
 */
export function fileInFolder(name: string, at: URL): URL | null {
  if (!URL.canParse(name, at)) return null;
  const url = new URL(name, at);
  const folder = new URL('.', at);
  // Some servers decode an escaped slash or backslash, and then climb to another folder.
  if (/%(?:2f|5c)/i.test(url.pathname)) return null;
  return url.href.startsWith(folder.href) ? url : null;
}

/** Returns the address of the translation file beside a level. */
export function translationBeside(level: URL, language: string): URL {
  const beside = new URL(level);
  beside.pathname = translationFile(level.pathname, language);
  return beside;
}

/** Returns a file as its author knows it: its folder and name, without the address of the site. */
export function nameOfFile(url: URL): string {
  const path = url.pathname.split('/').slice(-2).join('/');
  try {
    return decodeURIComponent(path);
  } catch {
    // The server sends bytes that are not UTF-8.
    return path;
  }
}

/** A level's name and the languages beside it. The ending may be in capitals, as some systems write it: `MY-LEVEL.JSON`. */
const LEVEL = /^(.+)(\.json)$/i;
const TRANSLATION = /^(.+)\.([a-z]{2,3}(?:-[A-Za-z0-9]+)*)(\.[Jj][Ss][Oo][Nn])$/;

/** The name of the file that says a level in a language: `my-level.fr.json` beside `my-level.json`. */
export function translationFile(levelFile: string, language: string): string {
  return levelFile.replace(LEVEL, `$1.${language}$2`);
}

/** The level file that a file with this name would translate, and into which language; null when its name says neither. */
export function translatedFile(file: string): { readonly level: string; readonly language: string } | null {
  const [, level, language, ending] = TRANSLATION.exec(file) ?? [];
  if (level === undefined || language === undefined || ending === undefined) return null;
  return { level: level + ending, language };
}

/** The file's name without its ending, and without the folders before it: the id that a level in it should have. */
export function levelNameOf(file: string): string {
  return file.slice(file.lastIndexOf('/') + 1).replace(/\.json$/i, '');
}

/**
 * A file name in the one form in which names are compared: composed (UAX #15, NFC), since macOS hands names over decomposed,
 * and with a small ending.
 */
export function comparedName(file: string): string {
  return file.normalize('NFC').replace(/\.json$/i, '.json');
}

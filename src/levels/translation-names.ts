/**
 * Matches a level's name, and those of its translations. The ending may be in capitals, as some systems write it:
 * `MY-LEVEL.JSON`.
 */
const LEVEL = /^(.+)(\.json)$/i;
const TRANSLATION = /^(.+)\.([a-z]{2,3}(?:-[A-Za-z0-9]+)*)(\.[Jj][Ss][Oo][Nn])$/;

/** Returns the name of a level's translation file: `my-level.fr.json` beside `my-level.json`. */
export function translationFile(levelFile: string, language: string): string {
  return levelFile.replace(LEVEL, `$1.${language}$2`);
}

/** Returns which level a file with this name would translate, and into which language; null for other names. */
export function translatedFile(file: string): { readonly level: string; readonly language: string } | null {
  const [, level, language, ending] = TRANSLATION.exec(file) ?? [];
  if (level === undefined || language === undefined || ending === undefined) return null;
  return { level: level + ending, language };
}

/** Returns the file's name without its folders and ending, which should be the id of the level in it. */
export function levelNameOf(file: string): string {
  return file.slice(file.lastIndexOf('/') + 1).replace(/\.json$/i, '');
}

/**
 * Normalises a file name for comparison: composed (UAX #15, NFC), because macOS passes names decomposed, and with a
 * lower-case ending.
 */
export function comparedName(file: string): string {
  return file.normalize('NFC').replace(/\.json$/i, '.json');
}

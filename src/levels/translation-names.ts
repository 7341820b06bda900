/** The name of the file that says a level in a language: `my-level.fr.json` beside `my-level.json`. */
export function translationFile(levelFile: string, language: string): string {
  return levelFile.replace(/\.json$/, `.${language}.json`);
}

/** The level file that a file with this name would translate, and into which language; null when its name says neither. */
export function translatedFile(file: string): { readonly level: string; readonly language: string } | null {
  const [, level, language] = /^(.+)\.([a-z]{2,3}(?:-[A-Za-z0-9]+)*)\.json$/.exec(file) ?? [];
  return level === undefined || language === undefined ? null : { level: `${level}.json`, language };
}

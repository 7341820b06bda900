// Makes the types of the text keys from the English language files. With them, a key that does not exist, or a call
// that lacks a value of its text, does not compile. The output is not kept in git, as the English texts are the source.
// `node tools/text-types.mjs` writes it; so do `npm install`, `npm run check`, the build and the tests.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The English files, each with its types beside it: `english.d.ts`. */
const ENGLISH = ['src/i18n/en.json', 'src/i18n/package/package-en.json', 'src/cli/en.json'];

const PLURAL = /_(?:ordinal_)?(?:zero|one|two|few|many|other)$/;

/**
 * @param {object} texts of a language file
 * @param {string} [above] the key of the part that they are
 * @returns {[key: string, text: string][]} all of its texts, with their full keys
 */
function flat(texts, above = '') {
  return Object.entries(texts).flatMap(([name, below]) =>
    typeof below === 'string'
      ? [/** @type {[string, string]} */ ([above + name, below])]
      : flat(/** @type {object} */ (below), `${above}${name}.`),
  );
}

/**
 * @param {object} texts of a language file
 * @returns {Map<string, Set<string>>} the names of the values that the text of each key needs; the plural forms share
 *   one key, which always needs its `count`
 */
export function valuesByKey(texts) {
  const all = flat(texts);
  const keys = new Set(all.map(([key]) => key));
  /** @type {Map<string, Set<string>>} */
  const values = new Map();
  for (const [key, text] of all) {
    const base = key.replace(PLURAL, '');
    const plural = keys.has(`${base}_other`) || keys.has(`${base}_ordinal_other`);
    const names = values.get(plural ? base : key) ?? new Set(plural ? ['count'] : []);
    for (const [, name] of text.matchAll(/\{\{-?\s*([^},\s]+)/g)) names.add(String(name));
    values.set(plural ? base : key, names);
  }
  return values;
}

/**
 * @param {object} texts of the English file
 * @returns {string} an interface that lists, for each key, the names of the values that its text needs
 */
export function textTypes(texts) {
  const lines = [...valuesByKey(texts)].map(([key, names]) => {
    const union = [...names].toSorted().map((name) => `'${name}'`);
    return `  '${key}': ${union.join(' | ') || 'never'};`;
  });
  return ['// Made from en.json by tools/text-types.mjs.', 'export interface English {', ...lines, '}', ''].join('\n');
}

/**
 * Writes the types unless they are up to date.
 * @param {string} [root] the folder that has src/
 */
export function writeTextTypes(root = dirname(dirname(fileURLToPath(import.meta.url)))) {
  for (const path of ENGLISH) {
    const english = join(root, path);
    const file = join(dirname(english), 'english.d.ts');
    /** @type {unknown} */
    const texts = JSON.parse(readFileSync(english, 'utf8'));
    const types = textTypes(/** @type {object} */ (texts));
    if (!existsSync(file) || readFileSync(file, 'utf8') !== types) writeFileSync(file, types);
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeTextTypes();

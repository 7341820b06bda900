// A language is one file for those who write it, and several for those who load it. The first has the texts of the home
// page and of anything that can cover a page. The later one has the texts of the levels and of the other pages, and
// loads together with their code. The texts of a feature that few players use are a file of their own.
import { readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { writeTextTypes } from './text-types.mjs';

/** The sections of a language file that the home page does not show. */
const LATER = new Set([
  'address',
  'beat',
  'board',
  'briefing',
  'cause',
  'certificate',
  'copy',
  'debrief',
  'decision',
  'deduction',
  'desk',
  'field',
  'gauge',
  'glossary',
  'habit',
  'help',
  'hint',
  'host',
  'list',
  'mark',
  'number',
  'play-file',
  'precedent',
  'predict',
  'privacy',
  'problem',
  'progress',
  'replay',
  'sight',
  'take',
  'thread',
  'time',
  'vote',
  'what-if',
]);

/** The sections of a language file that only one feature uses, by the name of the feature. */
const FEATURES = new Map([
  ['practice', new Set(['check', 'day', 'practice', 'refresh', 'spot', 'today'])],
  ['room', new Set(['room'])],
  ['workshop', new Set(['workshop'])],
]);

/** @typedef {'first' | 'later' | 'practice' | 'room' | 'workshop'} TextsFile */

/** @param {string} section of a language file @returns {string} the file that has it */
function fileOf(section) {
  for (const [name, sections] of FEATURES) if (sections.has(section)) return name;
  return LATER.has(section) ? 'later' : 'first';
}

/** The files of texts, in the order in which a player needs them. */
export const TEXTS_FILES = /** @type {readonly TextsFile[]} */ (['first', 'later', ...FEATURES.keys()]);

/** @param {string} file @returns {object} */
const read = (file) => /** @type {object} */ (JSON.parse(readFileSync(file, 'utf8')));

/** @param {unknown} value @returns {value is object} */
const isPart = (value) => typeof value === 'object' && value !== null;

/**
 * @param {object} texts of a language, or of a part of it
 * @param {object} english the same part of the English file
 * @param {readonly string[]} plurals the endings of the language's plural forms
 * @returns {object} the texts, in English where they are not translated yet
 */
export function withEnglish(texts, english, plurals) {
  /** @type {Map<string, unknown>} */
  const filled = new Map(Object.entries(texts));
  for (const [name, text] of /** @type {[string, unknown][]} */ (Object.entries(english))) {
    const own = filled.get(name);
    if (isPart(text)) filled.set(name, withEnglish(isPart(own) ? own : {}, text, plurals));
    else if (name.endsWith('_other')) {
      for (const plural of plurals) {
        const form = name.replace(/other$/, plural);
        if (!filled.has(form)) filled.set(form, text);
      }
    } else if (own === undefined && !/_(?:zero|one|two|few|many)$/.test(name)) filled.set(name, text);
  }
  return Object.fromEntries(filled);
}

/**
 * @param {string} file of a language
 * @param {TextsFile} which
 * @returns {object} the texts of this file, in English where they are not translated yet
 */
export function textsIn(file, which) {
  const plurals = new Intl.PluralRules(basename(file, '.json')).resolvedOptions().pluralCategories;
  const sections = Object.entries(withEnglish(read(file), read(join(dirname(file), 'en.json')), plurals));
  return Object.fromEntries(sections.filter(([section]) => fileOf(section) === which));
}

/** @returns {import('vite').Plugin} provides `en.json?first`, `en.json?later` and one for each feature, such as `en.json?room` */
export function splitTexts() {
  return {
    name: 'split-texts',
    enforce: 'pre',
    buildStart: () => writeTextTypes(),
    load(id) {
      const [, file, asked] = /^(.*\/i18n\/[^/]+\.json)\?(\w+)$/.exec(id) ?? [];
      const which = TEXTS_FILES.find((name) => name === asked);
      if (file === undefined || which === undefined) return null;
      // Reloads the page when someone edits the English file.
      if (file.endsWith('/en.json')) writeTextTypes();
      this.addWatchFile(file);
      const wanted = textsIn(file, which);
      return { code: `export default ${JSON.stringify(wanted)}`, moduleType: 'js' };
    },
  };
}

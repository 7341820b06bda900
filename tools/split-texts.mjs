// A language is one file for those who write it, and two for those who load it: the texts of the home page and of what lies
// over any page come first, those of the levels and of the pages beside them with what shows them.
import { readFileSync } from 'node:fs';

/** The parts of a language file that the home page does not show. A part that is not here comes first. */
const LATER = new Set([
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
  'glossary',
  'habit',
  'help',
  'hint',
  'host',
  'play-file',
  'precedent',
  'privacy',
  'problem',
  'progress',
  'replay',
  'sight',
  'take',
  'vote',
  'what-if',
]);

/**
 * @param {string} file of a language
 * @param {'first' | 'later'} which
 * @returns {object} its texts of this half
 */
export function half(file, which) {
  /** @type {unknown} */
  const texts = JSON.parse(readFileSync(file, 'utf8'));
  const parts = Object.entries(/** @type {object} */ (texts));
  return Object.fromEntries(parts.filter(([part]) => LATER.has(part) === (which === 'later')));
}

/** @returns {import('vite').Plugin} that gives `en.json?first` and `en.json?later` */
export function splitTexts() {
  return {
    name: 'split-texts',
    enforce: 'pre',
    load(id) {
      const [, file, which] = /^(.*\/i18n\/[^/]+\.json)\?(first|later)$/.exec(id) ?? [];
      if (file === undefined) return null;
      this.addWatchFile(file);
      const wanted = half(file, which === 'later' ? 'later' : 'first');
      return { code: `export default ${JSON.stringify(wanted)}`, moduleType: 'js' };
    },
  };
}

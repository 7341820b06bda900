import { readFileSync } from 'node:fs';
import type { Language, SituationWords } from '../../src/engine/compose/index.ts';

/** A language with the words of composed situations, as the page loads them. */
export function situationLanguage(tag: string): Language {
  const file = new URL(`../../src/i18n/situations/${tag}.json`, import.meta.url);
  return { tag, words: JSON.parse(readFileSync(file, 'utf8')) as SituationWords };
}

import type { Fault } from './fault.ts';
import { matchLanguage } from './language-match.ts';
import type { Level } from './level.ts';
import { isRecord, LEVEL_TEXTS, textPlaces, UNSAID, type TextPlace } from './text-shape.ts';

export const LANGUAGE_FAULT_CODES = ['texts-without-language', 'language-missing', 'text-missing'] as const;
export type LanguageFault = Fault<(typeof LANGUAGE_FAULT_CODES)[number]>;

/**
 * Finds texts that lack a language which the course offers or other texts of the level have. A text without a language
 * counts for all of them, as a name does.
 * @param level with the texts of its translation files
 * @param languages tags of the languages that the course offers
 */
export function checkLanguages(level: Level, languages: readonly string[]): LanguageFault[] {
  const places = textPlaces(LEVEL_TEXTS, level);
  if (places.every(({ text }) => !isRecord(text))) {
    return languages.length > 1
      ? [{ code: 'texts-without-language', path: ['title'], params: { languages: languages.join(', ') } }]
      : [];
  }
  const said = places.flatMap(({ text }) => (isRecord(text) ? Object.keys(text) : [])).filter((tag) => tag !== UNSAID);
  return [...new Set([...languages, ...said])].flatMap((language) => checkLanguage(places, language));
}

function checkLanguage(places: readonly TextPlace[], language: string): LanguageFault[] {
  const says = ({ text }: TextPlace) => isRecord(text) && matchLanguage(language, Object.keys(text)) !== null;
  const lacking = places.filter((place) => isRecord(place.text) && !says(place) && place.text[UNSAID] === undefined);
  if (!places.some(says)) {
    return [{ code: 'language-missing', path: ['title'], params: { language } }];
  }
  return lacking.map(({ path }) => ({
    code: 'text-missing',
    path,
    params: { name: String(path.at(-1)), language },
  }));
}

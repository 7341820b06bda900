import { language, t } from '../i18n/index.ts';
import type { Problem } from '../levels/index.ts';
import de from './de.json';
import en from './en.json';

/** The words of the command line. They stand apart from those of the page, which a learner would download for nothing. */
const WORDS: Readonly<Record<string, Readonly<Record<string, string>>>> = { en, de };

export type WordKey = keyof typeof en;

/** The text of a key in the current language, else in English, with its places filled. */
export function word(key: WordKey, params: Readonly<Record<string, string | number>> = {}): string {
  const text = WORDS[language()]?.[key] ?? en[key];
  return text.replaceAll(/\{\{(\w+)\}\}/g, (_, name: string) => String(params[name] ?? ''));
}

/** What a problem says, in one sentence. */
export const sentenceOf = ({ code, params }: Problem): string => t(`problem.${code}`, params);

export const hintOf = ({ hint }: Problem): string | null => (hint ? t(`hint.${hint.code}`, hint.params) : null);

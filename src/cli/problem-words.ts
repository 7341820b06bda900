import { textWith } from '../i18n/index.ts';
import type { Problem } from '../levels/index.ts';
import { systemSentence } from './system-errors.ts';

/** Describes a problem in one sentence. */
export function sentenceOf({ code, params }: Problem): string {
  return params['system'] === undefined ? textWith(`problem.${code}`, params) : systemSentence(params['system']);
}

export const hintOf = ({ hint }: Problem): string | null => (hint ? textWith(`hint.${hint.code}`, hint.params) : null);

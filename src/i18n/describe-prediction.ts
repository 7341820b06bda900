import type { ContactId, JudgedPrediction, Level } from '../engine/index.ts';
import { namesOf } from './describe.ts';
import { t } from './text.ts';

/** Who was predicted to see too much, or that nobody was. */
export function describeSaid(level: Level, said: ContactId | null): string {
  return said === null ? t('predict.nobody') : namesOf(level, [said]);
}

/** What became of a prediction, in one line: who does see too much, and what it did to the stamps. */
export function describePrediction(level: Level, { said, right, stake, readers }: JudgedPrediction): string {
  const names = readers.length === 0 ? t('predict.nobody') : namesOf(level, readers);
  const answer = right ? t('predict.right', { names }) : t('predict.wrong', { names, said: describeSaid(level, said) });
  return `${answer} ${t(right ? 'predict.kept' : 'predict.lost', { count: stake })}`;
}

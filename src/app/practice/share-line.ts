import { t } from '../../i18n/index.ts';
import type { Daily } from '../../progress/daily.ts';

const STARS = 3;

/**
 * Returns the result of the email of the day as one line to share. It has a sign for each card, but says nothing about the player,
 * the people in the story, or where it was played.
 */
export function shareLine({ date, score, stars, discernment: { protect, reach } }: Daily): string {
  const cards = ['🟩'.repeat(protect.right + reach.right), '🟥'.repeat(protect.wrong), '🟨'.repeat(reach.wrong)].join(
    '',
  );
  return t('today.line', { date, score, stars: '★'.repeat(stars) + '☆'.repeat(STARS - stars), cards });
}

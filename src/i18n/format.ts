import { DAY, HOUR, MINUTE, MONTH, WEEK } from '../engine/index.ts';
import { formatNumber, formats, language, t } from './text.ts';

type Unit = 'minutes' | 'hours' | 'days' | 'weeks' | 'months' | 'years';

function inWords(seconds: number): { unit: Unit; count: number } {
  const days = Math.round(seconds / DAY);
  const months = Math.round(seconds / MONTH);
  if (seconds < HOUR) return { unit: 'minutes', count: Math.max(1, Math.round(seconds / MINUTE)) };
  if (seconds < DAY) return { unit: 'hours', count: Math.round(seconds / HOUR) };
  if (months >= 24 && months % 12 === 0) return { unit: 'years', count: months / 12 };
  if (seconds >= 8 * WEEK) return { unit: 'months', count: months };
  if (days >= 14 && days % 7 === 0) return { unit: 'weeks', count: days / 7 };
  return { unit: 'days', count: days };
}

/** Writes an amount of money in whole units, in its own currency: £180,000. */
export function formatMoney(amount: number, currency: string): string {
  const money = (locale: string) =>
    new Intl.NumberFormat(locale, {
      style: 'currency',
      currency,
      currencyDisplay: 'narrowSymbol',
      maximumFractionDigits: 0,
    }).formatToParts(amount);
  // Some languages add letters to the sign, as in UK£, which come apart within right-to-left text.
  const sign = money('en').find(({ type }) => type === 'currency')?.value ?? currency;
  return money(formats())
    .map(({ type, value }) => (type === 'currency' ? sign : value))
    .join('');
}

/** Spanish joins with “e” where the last name sounds like “i”. */
const SOUNDS_LIKE_I = /^h?[ií]/i;

/** Lists of a few names are joined by our own texts. */
const FEW = 12;

/**
 * Joins items into a list for a sentence: "Ana, Ben and Cem". Our own texts join a few, as `Intl.ListFormat` would,
 * because the first list format takes a slow phone 100 ms, just when the player waits for the desk.
 */
export function formatList(items: readonly string[]): string {
  const last = items.at(-1);
  if (last === undefined) return '';
  return items.length > FEW || (language() === 'es' && SOUNDS_LIKE_I.test(last))
    ? new Intl.ListFormat(formats(), { type: 'conjunction' }).format(items)
    : items.reduce((first, second, index) => t(index + 1 < items.length ? 'list.row' : 'list.pair', { first, second }));
}

/** Numbers that are written as words. */
const IN_WORDS = [2, 3, 4, 5, 6, 7, 8, 9] as const;

/** Writes a small number as a word, any other in figures: "two", "118". */
export function formatCount(value: number): string {
  const small = IN_WORDS.find((number) => number === value);
  return small === undefined ? formatNumber(value) : t(`number.${small}`);
}

/** Says how long after the first mail something happens: "two days later", "at once". */
export function formatStoryTime(seconds: number): string {
  if (seconds < MINUTE / 2) return t('time.at-once');
  const { unit, count } = inWords(seconds);
  return t(`time.${unit}`, { count, n: formatCount(count) });
}

/** Writes a calendar date in the player's time zone: "25 November 2026". */
export function formatDate(milliseconds: number): string {
  return new Intl.DateTimeFormat(formats(), { dateStyle: 'long' }).format(milliseconds);
}

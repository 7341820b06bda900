/**
 * English in disguise, for testing. Text from a language file or a level is put in brackets, so that text
 * which does not shows (no plain letter is left but in addresses); it is longer, so that boxes which are too small for other languages show; and its accents are
 * those that a font or a line height may forget.
 */

const PLAIN = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const ACCENTED = 'ÅßÇÐÉƑĜĤÎĴĶĻṀÑÖÞɊŔŠŢÛṼŴẊÝŽåƀçðéƒĝĥîĵķļɱñöþɋŕšţûṽŵẋýž';

/** Other languages take up to so much more room than English. */
const LONGER = 0.4;
const PADDING = 'lorem ipsum dolor sit amet consectetur ';

/** Places for values, and names of keys, addresses and files, stay as they are. */
const KEPT = /\{\{.*?\}\}|\S+@\S+|\{n\}/g;

function accented(text: string): string {
  return text.replaceAll(/[a-z]/gi, (letter) => ACCENTED.charAt(PLAIN.indexOf(letter)));
}

/** A text in disguise: ⟦Šéñð ĺö⟧. Its places for values stay. */
export function disguise(text: string): string {
  if (text === '') return '';
  const kept = text.match(KEPT) ?? [];
  const between = text.split(KEPT);
  const told = between.map((part, index) => accented(part) + (kept[index] ?? '')).join('');
  const length = between.join('').length;
  const more = Math.ceil(length * LONGER);
  const padding = PADDING.repeat(Math.ceil(more / PADDING.length)).slice(0, more);
  return `⟦${told} ${accented(padding.trim())}⟧`;
}

/** All texts of a language file in disguise. */
export function disguiseAll(texts: object): object {
  return Object.fromEntries(
    Object.entries(texts).map(([key, value]: [string, unknown]) => {
      if (typeof value === 'string') return [key, disguise(value)];
      return [key, typeof value === 'object' && value !== null ? disguiseAll(value) : value];
    }),
  );
}

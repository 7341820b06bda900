/**
 * Pseudo-English for testing. Texts from a language file or a level are put in brackets, which reveals any text that is
 * not. They are longer, which reveals boxes too small for other languages, and have accents, which fonts and line
 * heights may lack room for.
 */

const PLAIN = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const ACCENTED = 'ÅßÇÐÉƑĜĤÎĴĶĻṀÑÖÞɊŔŠŢÛṼŴẊÝŽåƀçðéƒĝĥîĵķļɱñöþɋŕšţûṽŵẋýž';

/** How much longer other languages are than English. */
const LONGER = 0.4;
const PADDING = 'lorem ipsum dolor sit amet consectetur ';

/** Placeholders, and the names of keys, addresses and files, stay unchanged. */
const KEPT = /\{\{.*?\}\}|\S+@\S+|\{n\}/g;

function accented(text: string): string {
  return text.replaceAll(/[a-z]/gi, (letter) => ACCENTED.charAt(PLAIN.indexOf(letter)));
}

/** Disguises a text: ⟦Šéñð ĺö⟧. Its placeholders stay. */
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

/** Disguises all texts of a language file. */
export function disguiseAll(texts: object): object {
  return Object.fromEntries(
    Object.entries(texts).map(([key, value]: [string, unknown]) => {
      if (typeof value === 'string') return [key, disguise(value)];
      return [key, typeof value === 'object' && value !== null ? disguiseAll(value) : value];
    }),
  );
}

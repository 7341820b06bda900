/**
 * Finds where a line may be broken: after spaces, except non-breaking ones, and between words in Japanese and Chinese,
 * which have no spaces.
 */

/** Scripts that are written without spaces. */
const WITHOUT_SPACES = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;
/** Particles and endings belong to the word before them: breaking before a kanji or katakana word reads best. */
const ENDING = /^[\p{Script=Hiragana}ー]+$/u;

/** Kinsoku (JIS X 4051): these may not begin a line … */
const NEVER_FIRST =
  /^[、。，．,.・：；:;？！?!）)」』】〕〉》］\]}｝ー～…％%々ゝゞヽヾぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ”’]/u;
/** … and these may not end one. */
const NEVER_LAST = /[（(「『【〔〈《［[{｛“‘£$¥#]$/u;
const DIGITS_LAST = /[\d,.]$/;

/** Made when it is first needed: it takes some milliseconds, and texts with spaces do without. */
let words: Intl.Segmenter | null = null;

/**
 * Splits a paragraph into unbreakable pieces; only one that is longer than a line may be broken. A piece includes its
 * trailing spaces, so that together the pieces make the paragraph.
 */
export function piecesOf(paragraph: string): string[] {
  const spaced = paragraph.match(/ *[^ ]+ *| +/g) ?? [];
  const pieces: string[] = [];
  for (const cut of spaced.flatMap(wordsIn)) {
    const last = pieces.at(-1);
    if (last !== undefined && stays(last, cut)) pieces[pieces.length - 1] = last + cut;
    else pieces.push(cut);
  }
  return pieces;
}

function wordsIn(text: string): string[] {
  if (!WITHOUT_SPACES.test(text)) return [text];
  words ??= new Intl.Segmenter('ja', { granularity: 'word' });
  return Array.from(words.segment(text), ({ segment }) => segment);
}

/** True when no line may be broken between the two. */
function stays(before: string, after: string): boolean {
  if (after.startsWith(' ') || NEVER_FIRST.test(after) || NEVER_LAST.test(before)) return true;
  if (DIGITS_LAST.test(before) && /^[\p{L}\d,.]/u.test(after)) return true;
  return ENDING.test(after) && WITHOUT_SPACES.test(before.at(-1) ?? '');
}

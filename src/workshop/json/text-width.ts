/* How wide prettier takes a text to be, as a terminal would draw it: whether a list fits on its line depends on it. */

/** Wide and full-width characters (Unicode Standard Annex 11), by the blocks that texts in our languages can have. */
const WIDE =
  /[\u1100-\u115F\u2E80-\u2E99\u2E9B-\u2EF3\u2F00-\u2FD5\u2FF0-\u303E\u3041-\u3096\u309B-\u30FF\u3105-\u312F\u3131-\u318E\u3190-\u31E5\u31EF-\u321E\u3220-\u3247\u3250-\uA48C\uA490-\uA4C6\uA960-\uA97C\uAC00-\uD7A3\uF900-\uFAFF\uFE10-\uFE19\uFE30-\uFE52\uFE54-\uFE66\uFE68-\uFE6B\uFF01-\uFF60\uFFE0-\uFFE6\u{1F200}-\u{1F202}\u{1F210}-\u{1F23B}\u{1F240}-\u{1F248}\u{1F250}-\u{1F251}\u{20000}-\u{2FFFD}\u{30000}-\u{3FFFD}]/u;
const NO_WIDTH = /[\p{Mn}\p{Me}\p{Cc}]/u;
/** A picture of one or several code points: with a skin, joined to others, a flag or a keycap. */
const EMOJI =
  /\p{RI}\p{RI}|[#*0-9]\uFE0F?\u20E3|(?:\p{Emoji_Presentation}|\p{Extended_Pictographic}\uFE0F)(?:\p{Emoji_Modifier}|\uFE0F|[\u{E0020}-\u{E007F}])*(?:\u200D\p{Extended_Pictographic}(?:\p{Emoji_Modifier}|\uFE0F)*)*/gu;

/** Returns the columns that a text takes. */
export function textWidth(text: string): number {
  if (/^[\u0020-\u007F]*$/.test(text)) return text.length;
  let width = 0;
  const rest = text.replaceAll(EMOJI, () => {
    width += 2;
    return '';
  });
  for (const character of rest) {
    if (NO_WIDTH.test(character)) continue;
    width += WIDE.test(character) ? 2 : 1;
  }
  return width;
}

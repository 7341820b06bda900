import { hasLine, type Field } from '../../engine/index.ts';
import { t } from '../../i18n/index.ts';
import { fittedStyle, measureText, writeLines } from '../../stage/canvas-text.ts';
import type { Phaser } from '../../stage/phaser.ts';
import type { Spot } from '../layout/seat.ts';
import { DEPTH, type TextureCache } from './texture-cache.ts';
import { scratch, swap } from './name-label.ts';

/** Writes the delivering field on the envelope. A wax seal marks a mail to one reader only. */
export interface FieldMark {
  readonly image: Phaser.GameObjects.Image;
  /** @param field null while nothing has come */
  paint(field: Field | null): void;
}

/** Smaller letters would be illegible. */
const SMALLEST = 9.5;

export function paintFieldMark(cache: TextureCache, inbox: Spot, text: number): FieldMark {
  const marks = new Map<Field, string | null>();
  /** An envelope that opens is painted in each frame, and measuring a name takes long. */
  const markOf = (field: Field) => {
    const mark = marks.has(field) ? marks.get(field) : markTexture(cache, inbox, text, field);
    marks.set(field, mark ?? null);
    return mark ?? null;
  };
  const image = cache
    .image(markOf('to') ?? blank(cache), DEPTH.letter + 2)
    .setPosition(inbox.x, inbox.y + inbox.height * 0.27)
    .setVisible(false);
  return {
    image,
    paint(field) {
      const written = field !== null && hasLine(field) ? field : null;
      swap(image, written && markOf(written));
    },
  };
}

const blank = (cache: TextureCache) => cache.texture('blank', 2, 2, () => {});

/** null when the name does not fit. */
function markTexture(cache: TextureCache, inbox: Spot, text: number, field: Field): string | null {
  const words = t(`field.${field}`);
  const room = inbox.width - 6;
  const style = fittedStyle(
    scratch(),
    words,
    room,
    {
      size: Math.min(text, inbox.height * 0.46),
      family: cache.palette.fontBody,
      colour: cache.palette.inkSoft,
      weight: 700,
      align: 'center',
    },
    SMALLEST,
  );
  const { size } = style;
  if (size < SMALLEST || measureText(scratch(), words, style) > room) return null;
  const height = size * 1.3;
  return cache.texture(`field-mark-${field}-${String(Math.round(inbox.width))}`, inbox.width, height, (context) => {
    writeLines(context, [words], { x: 0, y: 0, width: inbox.width }, style);
  });
}

import { measureText, wrapText, writeLines, type TextStyle } from '../../stage/canvas-text.ts';
import { shadow } from '../../stage/palette.ts';
import type { Phaser } from '../../stage/phaser.ts';
import { NAME_LEADING, SEEN_LINE, type Spot } from '../layout/seat.ts';
import { DEPTH, type TextureCache } from './texture-cache.ts';
import { drawSign, type SignName } from './icons.ts';

let pencil: CanvasRenderingContext2D | null = null;

/** A canvas that only measures. */
export function scratch(): CanvasRenderingContext2D {
  pencil ??= document.createElement('canvas').getContext('2d');
  if (!pencil) throw new Error('This browser has no 2D canvas.');
  return pencil;
}

/** A name below a stamp, on one or two lines, with a glow behind it that makes it readable on any wood. */
export function paintName(
  cache: TextureCache,
  key: string,
  lines: readonly string[],
  at: Spot,
  text: number,
): Phaser.GameObjects.Image {
  const style: TextStyle = {
    size: text,
    family: cache.palette.fontBody,
    colour: cache.palette.ink,
    weight: 600,
    align: 'center',
    leading: text * NAME_LEADING,
  };
  const height = lines.length * text * NAME_LEADING + 6;
  const texture = cache.texture(key, at.width, height, (context) => {
    context.shadowColor = cache.palette.desk;
    context.shadowBlur = 5 * cache.scale;
    // Twice, so that the glow behind the letters is dense enough.
    for (let layer = 0; layer < 2; layer++) writeLines(context, lines, { x: 0, y: 2, width: at.width }, style);
    context.shadowColor = 'transparent';
    writeLines(context, lines, { x: 0, y: 2, width: at.width }, style);
  });
  return cache
    .image(texture, DEPTH.label)
    .setOrigin(0.5, 0)
    .setPosition(at.x, at.y - at.height / 2);
}

/** Returns the width of a name with its glow. */
export function nameWidth(cache: TextureCache, lines: readonly string[], text: number): number {
  const style: TextStyle = { size: text, family: cache.palette.fontBody, colour: '', weight: 600 };
  return Math.max(...lines.map((line) => measureText(scratch(), line, style))) + 12;
}

/** Returns the lines of a name that fit. */
export function nameLines(
  cache: TextureCache,
  name: string,
  width: number,
  text: number,
  most: number,
): readonly string[] {
  const style: TextStyle = { size: text, family: cache.palette.fontBody, colour: '', weight: 600 };
  return wrapText(scratch(), name, width, style, most).lines;
}

/**
 * Draws a small paper tag with an icon and a few words; the texture is made on first use.
 * @param choices the words, and shorter versions for when they do not fit
 */
export function tagTexture(
  cache: TextureCache,
  choices: readonly string[],
  sign: SignName,
  text: number,
  most: number,
): string {
  const { palette } = cache;
  const colour = sign === 'closed-eye' ? palette.hidden : palette.seen;
  const size = text * 0.95;
  const style: TextStyle = { size, family: palette.fontBody, colour, weight: 700 };
  const height = text * SEEN_LINE - 2;
  const badge = height - 3;
  const room = most - badge - 12;
  const words = choices.find((choice) => measureText(scratch(), choice, style) <= room) ?? choices.at(-1) ?? '';
  const width = Math.min(room, measureText(scratch(), words, style)) + badge + 11;
  return cache.texture(`tag-${sign}-${words}-${String(Math.round(most))}`, width + 6, height + 6, (context) => {
    context.translate(3, 2);
    context.save();
    context.shadowColor = shadow(palette, 0.3);
    context.shadowBlur = 3 * cache.scale;
    context.shadowOffsetY = cache.scale;
    context.fillStyle = palette.paper;
    context.beginPath();
    context.roundRect(0, 0, width, height, height / 2);
    context.fill();
    context.restore();
    context.strokeStyle = colour;
    context.lineWidth = 1;
    context.stroke();
    context.save();
    context.translate(1.5, 1.5);
    drawSign(context, sign, badge, palette);
    context.restore();
    const { lines } = wrapText(context, words, Math.max(8, width - badge - 9), style, 1);
    writeLines(context, lines, { x: badge + 5, y: (height - size * 1.25) / 2, width: width - badge - 10 }, style);
  });
}

/** Gives an image another texture; null hides it. */
export function swap(image: Phaser.GameObjects.Image, key: string | null): void {
  image.setVisible(key !== null);
  if (key !== null && image.texture.key !== key) image.setTexture(key);
}

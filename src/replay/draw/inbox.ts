import type { Field } from '../../engine/index.ts';
import { ease } from '../../stage/ease.ts';
import type { Phaser } from '../../stage/phaser.ts';
import type { Seat, Spot } from '../layout/seat.ts';
import { DEPTH, type TextureCache } from './texture-cache.ts';
import { paintFieldMark } from './field-label.ts';
import { drawEnvelope, drawSheet } from './paper.ts';

const MARGIN = 4;

/** The inbox of one actor: an envelope that arrives and opens, and whose letter rises out of it. */
export interface Inbox {
  /**
   * @param field that delivered the mail; null while none has arrived
   * @param opened how far the envelope is open, from 0 to 1
   * @param letter the texture of the letter that rises from it
   */
  paint(field: Field | null, opened: number, letter: string | null): void;
}

/**
 * Stacks the parts of an inbox: the flap behind, the letter between, the pocket in front.
 * @param text the type size on the table
 */
export function paintInbox(cache: TextureCache, seat: Seat, text: number): Inbox {
  const { inbox } = seat;
  const flap = cache.image(flapTexture(cache, inbox), DEPTH.inbox).setVisible(false);
  const letter = cache.image(flap.texture.key, DEPTH.letter).setVisible(false);
  const pocket = cache.image(pocketTexture(cache, inbox), DEPTH.letter + 1).setVisible(false);
  const shut = cache.image(envelopeTexture(cache, inbox, false), DEPTH.letter + 1).setVisible(false);
  flap.setPosition(inbox.x, inbox.y - inbox.height * 0.25);
  for (const image of [pocket, shut]) image.setPosition(inbox.x, inbox.y);
  const mark = paintFieldMark(cache, inbox, text);
  /** Once its letter has risen, the inbox becomes one image for each letter. */
  const opens = new Map<string, Phaser.GameObjects.Image>();

  const rest = (key: string) => {
    const parts = [flap, letter, pocket, ...(mark.image.visible ? [mark.image] : [])];
    const open = opens.get(key) ?? cache.merge(`open-${key}`, parts, DEPTH.letter);
    opens.set(key, open.setVisible(true));
    for (const part of parts) part.setVisible(false);
  };

  return {
    paint(field, opened, key) {
      for (const open of opens.values()) open.setVisible(false);
      mark.paint(field);
      const open = field !== null && opened > 0;
      shut.setVisible(field !== null && !open);
      if (shut.visible) shut.setTexture(envelopeTexture(cache, inbox, field === 'separate'));
      flap.setVisible(open);
      pocket.setVisible(open);
      letter.setVisible(open && key !== null);
      if (!open || key === null) return;
      if (letter.texture.key !== key) letter.setTexture(key);
      const rise = ease.outCubic(opened);
      letter.setPosition(seat.letter.x, seat.letter.y + (1 - rise) * seat.letter.height * 0.75);
      letter.setAlpha(Math.min(1, opened * 3));
      if (opened >= 1) rest(`${key}-${field}`);
    },
  };
}

/** A closed envelope, at rest or in flight. */
export function envelopeTexture(cache: TextureCache, { width, height }: Spot, sealed: boolean): string {
  const name = `envelope-${String(sealed)}-${String(Math.round(width))}`;
  return cache.texture(name, width + MARGIN * 2, height + MARGIN * 2, (context) => {
    drawEnvelope(context, width, height, sealed ? 'sealed' : 'closed', cache.palette);
  });
}

function flapTexture(cache: TextureCache, { width, height }: Spot): string {
  const { palette } = cache;
  return cache.texture(
    `flap-${String(Math.round(width))}`,
    width + MARGIN * 2,
    height * 1.5 + MARGIN * 2,
    (context) => {
      context.translate(MARGIN, MARGIN);
      context.beginPath();
      context.moveTo(0, height * 0.5);
      context.lineTo(width / 2, 0);
      context.lineTo(width, height * 0.5);
      context.closePath();
      context.lineJoin = 'round';
      context.fillStyle = palette.paperShade;
      context.fill();
      context.strokeStyle = palette.deskLine;
      context.stroke();
      drawSheet(context, { x: 0, y: height * 0.5, width, height }, palette.paperEdge, palette);
    },
  );
}

function pocketTexture(cache: TextureCache, { width, height }: Spot): string {
  const { palette } = cache;
  return cache.texture(`pocket-${String(Math.round(width))}`, width + MARGIN * 2, height + MARGIN * 2, (context) => {
    context.translate(MARGIN, MARGIN);
    context.lineJoin = 'round';
    context.beginPath();
    context.moveTo(0, 0);
    context.lineTo(width / 2, height * 0.52);
    context.lineTo(width, 0);
    context.lineTo(width, height);
    context.lineTo(0, height);
    context.closePath();
    context.fillStyle = palette.paper;
    context.fill();
    context.strokeStyle = palette.deskLine;
    context.lineWidth = 1;
    context.stroke();
    context.beginPath();
    context.moveTo(0, height);
    context.lineTo(width * 0.44, height * 0.47);
    context.moveTo(width, height);
    context.lineTo(width * 0.56, height * 0.47);
    context.strokeStyle = palette.line;
    context.stroke();
  });
}

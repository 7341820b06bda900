import { rightToLeft } from '../../stage/canvas-text.ts';
import { ease } from '../../stage/ease.ts';
import type { Palette } from '../../stage/palette.ts';
import type { Phaser } from '../../stage/phaser.ts';
import { play } from '../../stage/sound.ts';
import { drawTexture, textureScale } from '../../stage/texture.ts';
import { centre, type Box } from '../layout/box.ts';
import {
  drawFlap,
  drawFolded,
  drawFront,
  drawInside,
  drawPocket,
  drawPostmark,
  drawSendersStamp,
  ENVELOPE_PAD,
  stampSize,
} from './envelope.ts';

/** When each part of the way out ends, in milliseconds. */
const FOLDED = 320;
const TUCKED = 600;
const CLOSED = 770;
const TURNED = 940;
const STAMPED = 1090;
const MARKED = 1170;
const GONE = 1600;
/** How much faster the letter comes back. */
const BACK = 2.4;
const FOLLOWERS = 6;
const STAGGER = 55;

/** The letter that is sent. */
export interface Parcel {
  readonly letter: readonly Phaser.GameObjects.Image[];
  readonly sheet: Box;
  readonly desk: { readonly width: number; readonly height: number };
  readonly words: { readonly from: string; readonly fromAddress: string; readonly subject: string };
  readonly mails: number;
}

/** The animation of a letter: it is folded, put into an envelope, stamped and sent off; or all of that backwards. */
export interface Flight {
  /** Advances it; true while it is running. */
  step(milliseconds: number): boolean;
  /** Reverses it, back to the desk. */
  turnBack(): void;
  /** Jumps to its end. */
  skip(): void;
  /** True when the letter is back on the desk. */
  readonly landed: boolean;
  destroy(): void;
}

const span = (time: number, from: number, to: number) => Math.min(1, Math.max(0, (time - from) / (to - from)));
const mix = (from: number, to: number, at: number) => from + (to - from) * at;

export function startFlight(scene: Phaser.Scene, palette: Palette, parcel: Parcel): Flight {
  const { sheet, desk, words, mails } = parcel;
  // A desk without a size yet (the page is being laid out) gets a small letter, but not one of negative size.
  const width = Math.round(Math.max(120, Math.min(400, desk.width * 0.62, desk.height * 0.8)));
  const height = Math.round(width * 0.62);
  const middle = centre(sheet);
  const away = rightToLeft() ? -1 : 1;
  const ratio = textureScale();
  const stamp = stampSize(height);
  const mark = { width: height * 0.72, height: height * 0.3 };

  const made: Phaser.GameObjects.Image[] = [];
  const image = (
    name: string,
    depth: number,
    size: { readonly width: number; readonly height: number },
    draw: (context: CanvasRenderingContext2D) => void,
  ) => {
    const key = drawTexture(
      scene,
      `flight-${name}`,
      size.width + ENVELOPE_PAD * 2,
      size.height + ENVELOPE_PAD * 2,
      (context) => {
        context.translate(ENVELOPE_PAD, ENVELOPE_PAD);
        draw(context);
      },
    );
    const one = scene.add.image(0, 0, key).setDepth(depth).setVisible(false);
    made.push(one);
    return one;
  };
  const whole = { width, height };
  const inner = { width: width * 0.9, height: height * 0.8 };
  const inside = image('inside', 2000, whole, (context) => drawInside(context, palette, width, height));
  const openFlap = image('open-flap', 2001, { width, height: height * 0.56 }, (context) =>
    drawFlap(context, palette, width, height * 0.56),
  ).setOrigin(0.5, ENVELOPE_PAD / (height * 0.56 + ENVELOPE_PAD * 2));
  const folded = image('folded', 2002, inner, (context) => drawFolded(context, palette, inner.width, inner.height));
  const pocket = image('pocket', 2003, whole, (context) => drawPocket(context, palette, width, height));
  const front = image('front', 2010, whole, (context) => drawFront(context, palette, width, height, words));
  const others = Array.from({ length: Math.min(FOLLOWERS, mails - 1) }, (_, index) => {
    const one = scene.add
      .image(0, 0, front.texture.key)
      .setDepth(2009 - index)
      .setVisible(false);
    made.push(one);
    return one;
  });
  const label = image('stamp', 2011, stamp, (context) => drawSendersStamp(context, palette, words.fromAddress, height));
  const ink = image('mark', 2012, mark, (context) => drawPostmark(context, palette, mark.width, mark.height));

  const bases = parcel.letter.map((each) => ({
    each,
    x: each.x,
    y: each.y,
    scaleX: each.scaleX,
    scaleY: each.scaleY,
  }));

  const letter = (time: number) => {
    const at = ease.inOutCubic(span(time, 0, FOLDED));
    const scaleX = mix(1, inner.width / sheet.width, at);
    const scaleY = mix(1, inner.height / sheet.height, at);
    const alpha = 1 - span(time, FOLDED * 0.6, FOLDED);
    for (const { each, ...base } of bases) {
      each.setPosition(middle.x + (base.x - middle.x) * scaleX, middle.y + (base.y - middle.y) * scaleY);
      each.setScale(base.scaleX * scaleX, base.scaleY * scaleY).setAlpha(alpha);
    }
  };

  const envelope = (time: number) => {
    const opening = ease.outCubic(span(time, FOLDED * 0.55, FOLDED * 1.25));
    const tucked = ease.inOutCubic(span(time, FOLDED, TUCKED));
    const closing = ease.inOutCubic(span(time, TUCKED, CLOSED));
    const turning = span(time, CLOSED, TURNED);
    const y = middle.y + mix(height * 0.6, 0, tucked);
    const back = time > FOLDED * 0.55 && turning < 0.5;
    const across = Math.max(0.001, Math.cos(Math.min(turning, 0.5) * Math.PI)) / ratio;
    for (const part of [inside, pocket]) {
      part
        .setVisible(back)
        .setAlpha(opening)
        .setPosition(middle.x, y)
        .setScale(across, 1 / ratio);
    }
    // The flap is behind the letter when open, and in front of it when closed.
    const flap = mix(-1, 1, closing);
    openFlap
      .setVisible(back)
      .setAlpha(opening)
      .setPosition(middle.x, y - height / 2)
      .setScale(across, (Math.abs(flap) < 0.02 ? 0.02 : flap) / ratio)
      .setDepth(flap < 0 ? 2001 : 2004);
    const sunk = mix(-height * 0.6, 0, tucked);
    folded
      .setVisible(time > FOLDED * 0.6 && time < TURNED - 100)
      .setAlpha(span(time, FOLDED * 0.6, FOLDED))
      .setPosition(middle.x, y + (tucked === 0 ? -height * 0.6 : sunk))
      .setScale(across, 1 / ratio);
    if (turning >= 0.5) folded.setVisible(false);
  };

  const flying = (time: number, one: Phaser.GameObjects.Image, delay: number, x: number, y: number) => {
    const turning = span(time, CLOSED, TURNED);
    const at = ease.inCubic(span(time, MARKED + delay, GONE + delay - 120));
    const reach = desk.width + width;
    const angle = -0.22 * at * away;
    const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
    const size = mix(1, 0.72, at);
    const across = Math.max(0.001, Math.sin(Math.max(0, turning - 0.5) * Math.PI));
    one
      .setVisible(turning >= 0.5 && at < 1)
      .setRotation(angle)
      .setScale((size * (one === front ? across : Math.max(across, 0.001))) / ratio, size / ratio)
      .setPosition(
        middle.x + at * reach * away + (x * cos - y * sin) * size * across,
        middle.y - at * desk.height * 0.55 - Math.sin(at * Math.PI) * 40 + (x * sin + y * cos) * size,
      );
    return { size, at };
  };

  const pose = (time: number) => {
    letter(time);
    envelope(time);
    flying(time, front, 0, 0, 0);
    for (const [index, one] of others.entries())
      flying(time, one, (index + 1) * STAGGER, (index + 1) * 5 * away, (index + 1) * 5);
    const stamping = span(time, TURNED, STAMPED);
    const corner = { x: (width / 2 - 22 - stamp.width / 2) * away, y: -height / 2 + 20 + stamp.height / 2 };
    const put = flying(time, label, 0, corner.x, corner.y);
    label
      .setVisible(label.visible && stamping > 0)
      .setAlpha(Math.min(1, stamping * 2))
      .setScale((put.size * mix(1.9, 1, ease.inCubic(stamping))) / ratio);
    flying(time, ink, 0, corner.x - mark.width * 0.36 * away, corner.y + stamp.height * 0.16);
    ink.setVisible(ink.visible && time >= STAMPED).setAlpha(span(time, STAMPED, STAMPED + 60));
  };

  const end = GONE + others.length * STAGGER;
  let time = 0;
  let pace = 1;
  const sounds: [number, () => void][] = [
    [FOLDED, () => play('open')],
    [STAMPED - 20, () => play('stamp')],
    [MARKED, () => play('send')],
  ];
  pose(0);
  return {
    get landed() {
      return pace < 0 && time <= 0;
    },
    step(milliseconds) {
      const before = time;
      time = Math.min(end, Math.max(0, time + milliseconds * pace));
      for (const [at, sound] of sounds) if (pace > 0 && before < at && time >= at) sound();
      if (time !== before) pose(time);
      return pace > 0 ? time < end : time > 0;
    },
    turnBack() {
      pace = -BACK;
    },
    skip() {
      time = pace > 0 ? end : 0;
      pose(time);
    },
    destroy() {
      pose(0);
      const keys = new Set(made.map(({ texture }) => texture.key));
      for (const each of made) each.destroy();
      for (const key of keys) scene.textures.remove(key);
    },
  };
}

import { shadow, type Palette } from '../../stage/palette.ts';
import type { Sign } from '../timeline/cues.ts';

/** The icons' own units: each is drawn in a square of this side. */
const UNIT = 24;

export type SignName = 'open-eye' | 'closed-eye' | Sign;

/**
 * Draws a round paper badge with an icon. Exposed and hidden differ in shape, not only in colour.
 * @param size the diameter; the badge fills a square of this side at 0, 0
 */
export function drawSign(context: CanvasRenderingContext2D, sign: SignName, size: number, palette: Palette): void {
  const safe = sign === 'closed-eye';
  const colour = safe
    ? palette.hidden
    : sign === 'waiting' || sign === 'unaware' || sign === 'silent'
      ? palette.gold
      : palette.seen;
  context.save();
  context.scale(size / UNIT, size / UNIT);
  context.lineCap = 'round';
  context.lineJoin = 'round';
  context.shadowColor = shadow(palette, 0.3);
  context.shadowBlur = 2 * (size / UNIT);
  context.shadowOffsetY = size / UNIT;
  context.beginPath();
  context.arc(12, 12, 10.4, 0, Math.PI * 2);
  context.fillStyle = palette.paper;
  context.fill();
  context.shadowColor = 'transparent';
  context.lineWidth = 1.7;
  context.strokeStyle = colour;
  context.stroke();
  context.fillStyle = colour;
  context.lineWidth = 1.8;
  SHAPES[sign](context, colour);
  context.restore();
}

const eyelids = (context: CanvasRenderingContext2D) => {
  context.beginPath();
  context.moveTo(4.6, 12);
  context.quadraticCurveTo(12, 4.4, 19.4, 12);
  context.quadraticCurveTo(12, 19.6, 4.6, 12);
  context.stroke();
};

const SHAPES: Readonly<Record<SignName, (context: CanvasRenderingContext2D, colour: string) => void>> = {
  'open-eye': (context) => {
    eyelids(context);
    context.beginPath();
    context.arc(12, 12, 2.9, 0, Math.PI * 2);
    context.fill();
  },
  'closed-eye': (context) => {
    context.beginPath();
    context.moveTo(4.8, 10.6);
    context.quadraticCurveTo(12, 17.4, 19.2, 10.6);
    for (const [x, y, toX, toY] of [
      [7.2, 13, 5.9, 15.6],
      [12, 14.2, 12, 17.2],
      [16.8, 13, 18.1, 15.6],
    ] as const) {
      context.moveTo(x, y);
      context.lineTo(toX, toY);
    }
    context.stroke();
  },
  recognised: (context) => {
    exclamation(context);
    context.beginPath();
    context.arc(12, 12, 7.6, 0, Math.PI * 2);
    context.lineWidth = 0.9;
    context.stroke();
  },
  leak: (context) => {
    context.strokeRect(6.2, 8, 11.6, 8.4);
    context.beginPath();
    context.moveTo(6.4, 8.4);
    context.lineTo(12, 12.6);
    context.lineTo(17.6, 8.4);
    context.moveTo(12, 17.6);
    context.lineTo(12, 20.4);
    context.stroke();
  },
  waiting: (context) => {
    context.beginPath();
    for (const x of [7.4, 12, 16.6]) {
      context.moveTo(x + 1.5, 12);
      context.arc(x, 12, 1.5, 0, Math.PI * 2);
    }
    context.fill();
  },
  unaware: (context, colour) => {
    context.font = "700 15px Georgia, 'Times New Roman', serif";
    context.textAlign = 'center';
    context.fillStyle = colour;
    context.fillText('?', 12, 17.2);
  },
  silent: (context) => {
    bubble(context);
    context.beginPath();
    context.moveTo(6, 18.5);
    context.lineTo(18, 5.5);
    context.stroke();
  },
  speaks: (context) => {
    bubble(context);
    context.beginPath();
    context.moveTo(8.6, 9.6);
    context.lineTo(15.4, 9.6);
    context.moveTo(8.6, 12);
    context.lineTo(13.4, 12);
    context.lineWidth = 1.2;
    context.stroke();
  },
};

function exclamation(context: CanvasRenderingContext2D): void {
  context.beginPath();
  context.moveTo(12, 7.2);
  context.lineTo(12, 13);
  context.lineWidth = 2.4;
  context.stroke();
  context.beginPath();
  context.arc(12, 16.3, 1.4, 0, Math.PI * 2);
  context.fill();
}

function bubble(context: CanvasRenderingContext2D): void {
  context.beginPath();
  context.roundRect(5.6, 6.6, 12.8, 8.4, 2.6);
  context.moveTo(9, 15);
  context.lineTo(8.4, 18.2);
  context.lineTo(12, 15);
  context.stroke();
}

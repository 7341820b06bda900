import type { ContactId } from '../../engine/index.ts';
import { formatNumber, t } from '../../i18n/index.ts';
import { readPalette, shadow, type Palette } from '../../stage/palette.ts';
import type { Stage } from '../../stage/stage.ts';
import type { DotLayer, Neighbour } from './dot-layer.ts';

/** A magnifying glass over a crowd, which shows the people under the pointer one by one, and who would be picked. */
export interface Magnifier {
  /** Shows it over a crowd, at a place on the table. */
  look(contact: ContactId, x: number, y: number): void;
  /** Redraws it after the dots have moved. */
  refresh(): void;
  hide(): void;
  close(): void;
}

const RADIUS = 56;
const BRASS = 7;
const SIDE = 176;
/** The middle of the glass, from the upper left corner of its canvas; the handle points down to the right. */
const MIDDLE = 72;
/** Distance between neighbours under the glass, and the highest magnification. */
const PITCH = 14;
const STRONGEST = 14;

/** @param stage the glass lies on its canvas, and never takes the pointer */
export function openMagnifier(stage: Stage, dots: DotLayer): Magnifier {
  const canvas = document.createElement('canvas');
  const context = canvas.getContext('2d');
  for (const [name, value] of STYLE) canvas.style.setProperty(name, value);
  canvas.dataset['magnifier'] = '';
  let at: { readonly contact: ContactId; readonly x: number; readonly y: number } | null = null;
  let ratio = 0;

  const draw = () => {
    if (!at || !context) return;
    const { contact, x, y } = at;
    const palette = readPalette();
    const scale = Math.min(STRONGEST, Math.max(1.6, PITCH / Math.max(0.01, dots.pitchOf(contact))));
    const people = dots.around(contact, x, y, (RADIUS + 8) / scale);
    const target = nearest(people);
    if (ratio !== globalThis.devicePixelRatio) {
      ratio = globalThis.devicePixelRatio;
      canvas.width = canvas.height = Math.round(SIDE * ratio);
    }
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    context.clearRect(0, 0, SIDE, SIDE);
    context.translate(MIDDLE, MIDDLE);
    drawHandle(context, palette);
    drawGlass(context, palette, () => {
      const size = Math.min(8, Math.max(1.1, scale * dots.pitchOf(contact) * 0.3));
      for (const each of people) drawPerson(context, palette, each, scale, size);
      if (target) drawTarget(context, palette, target, scale, size);
    });
    if (target) drawNumber(context, palette, t('replay.person', { number: formatNumber(target.person + 1) }));
  };

  return {
    look(contact, x, y) {
      at = { contact, x, y };
      if (canvas.parentElement !== stage.host) stage.host.append(canvas);
      canvas.style.setProperty('transform', `translate(${String(x - MIDDLE)}px, ${String(y - MIDDLE)}px)`);
      draw();
    },
    refresh: draw,
    hide() {
      if (!at) return;
      at = null;
      canvas.remove();
    },
    close() {
      at = null;
      canvas.remove();
    },
  };
}

const STYLE = [
  ['position', 'absolute'],
  ['left', '0'],
  ['top', '0'],
  ['width', `${String(SIDE)}px`],
  ['height', `${String(SIDE)}px`],
  ['pointer-events', 'none'],
] as const;

function nearest(people: readonly Neighbour[]): Neighbour | null {
  let [found, least]: [Neighbour | null, number] = [null, Infinity];
  for (const each of people) {
    const distance = Math.hypot(each.x, each.y);
    if (distance < least) [found, least] = [each, distance];
  }
  return found;
}

function drawHandle(context: CanvasRenderingContext2D, palette: Palette): void {
  context.save();
  context.rotate(Math.PI / 4);
  context.shadowColor = shadow(palette, 0.4);
  context.shadowBlur = 5;
  context.shadowOffsetY = 3;
  context.fillStyle = palette.deskLine;
  context.beginPath();
  context.roundRect(RADIUS + BRASS - 1, -7, 56, 14, 6);
  context.fill();
  context.restore();
  context.save();
  context.rotate(Math.PI / 4);
  context.fillStyle = palette.onInk;
  context.fillRect(RADIUS + BRASS - 2, -7.5, 10, 15);
  context.restore();
}

function drawGlass(context: CanvasRenderingContext2D, palette: Palette, inside: () => void): void {
  context.save();
  context.shadowColor = shadow(palette, 0.45);
  context.shadowBlur = 10;
  context.shadowOffsetY = 4;
  disc(context, RADIUS + BRASS, palette.warnEdge);
  context.restore();
  disc(context, RADIUS + BRASS - 2, palette.onInk);
  disc(context, RADIUS + 1.5, palette.gold);
  context.save();
  context.beginPath();
  context.arc(0, 0, RADIUS, 0, Math.PI * 2);
  context.clip();
  context.fillStyle = palette.sky;
  context.fillRect(-RADIUS, -RADIUS, RADIUS * 2, RADIUS * 2);
  inside();
  // Highlight on the glass.
  context.strokeStyle = palette.sheen;
  context.lineWidth = 5;
  context.lineCap = 'round';
  context.beginPath();
  context.arc(0, 0, RADIUS - 9, Math.PI * 1.12, Math.PI * 1.42);
  context.stroke();
  context.restore();
}

function disc(context: CanvasRenderingContext2D, radius: number, colour: string, x = 0, y = 0): void {
  context.fillStyle = colour;
  context.beginPath();
  context.arc(x, y, radius, 0, Math.PI * 2);
  context.fill();
}

function drawPerson(
  context: CanvasRenderingContext2D,
  palette: Palette,
  { x, y, wet }: Neighbour,
  scale: number,
  size: number,
): void {
  const [left, top] = [x * scale, y * scale];
  if (wet < 0) {
    disc(context, size, palette.hidden, left, top);
    return;
  }
  context.globalAlpha = 0.16;
  disc(context, size * 2.4, palette.seen, left, top);
  context.globalAlpha = 1;
  disc(context, size * 1.3, palette.seen, left, top);
  if (size < 2) return;
  disc(context, size * 0.94, palette.paper, left, top);
  disc(context, size * 0.5, palette.seen, left, top);
}

function drawTarget(
  context: CanvasRenderingContext2D,
  palette: Palette,
  { x, y }: Neighbour,
  scale: number,
  size: number,
): void {
  context.strokeStyle = palette.paper;
  context.lineWidth = 5;
  context.beginPath();
  context.arc(x * scale, y * scale, size * 1.3 + 5, 0, Math.PI * 2);
  context.stroke();
  context.strokeStyle = palette.ink;
  context.lineWidth = 2;
  context.stroke();
}

function drawNumber(context: CanvasRenderingContext2D, palette: Palette, words: string): void {
  context.font = `700 13px ${palette.fontBody}`;
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  const width = context.measureText(words).width + 16;
  const y = RADIUS - 4;
  context.fillStyle = palette.paper;
  context.strokeStyle = palette.deskLine;
  context.lineWidth = 1;
  context.beginPath();
  context.roundRect(-width / 2, y - 11, width, 22, 11);
  context.fill();
  context.stroke();
  context.fillStyle = palette.ink;
  context.fillText(words, 0, y + 1);
}

import { rightToLeft, writeLine, writeLines, wrapText, type TextStyle } from '../../stage/canvas-text.ts';
import { dimness, shadow, type Palette } from '../../stage/palette.ts';
import { drawPortrait, PORTRAIT_RATIO } from '../../stage/portrait.ts';

/** Space around an envelope in its texture, for its shadow. */
export const ENVELOPE_PAD = 24;

type Draw = (context: CanvasRenderingContext2D, palette: Palette, width: number, height: number) => void;

function shadowed(context: CanvasRenderingContext2D, palette: Palette, path: Path2D, fill: string): void {
  context.save();
  context.shadowColor = shadow(palette, 0.4);
  context.shadowBlur = 20;
  context.shadowOffsetY = 8;
  context.fillStyle = fill;
  context.fill(path);
  context.restore();
  context.strokeStyle = palette.line;
  context.lineWidth = 1;
  context.stroke(path);
}

function filled(context: CanvasRenderingContext2D, path: Path2D, colour: string): void {
  context.fillStyle = colour;
  context.fill(path);
}

function panel(width: number, height: number): Path2D {
  const path = new Path2D();
  path.roundRect(0, 0, width, height, 5);
  return path;
}

/** The letter, folded in three, with its writing inside. */
export const drawFolded: Draw = (context, palette, width, height) => {
  shadowed(context, palette, panel(width, height), palette.paper);
  context.strokeStyle = palette.line;
  context.lineWidth = 1;
  context.beginPath();
  for (let y = 14; y < height - 10; y += 11) {
    context.moveTo(18, y);
    context.lineTo(width - 18 - ((y * 7) % 60), y);
  }
  context.stroke();
};

/** The inside of an open envelope, with the security print that hides its content. */
export const drawInside: Draw = (context, palette, width, height) => {
  const path = panel(width, height);
  shadowed(context, palette, path, palette.sky);
  context.save();
  context.clip(path);
  context.strokeStyle = palette.hidden;
  context.globalAlpha = 0.34;
  context.lineWidth = 1.2;
  context.beginPath();
  for (let y = 0; y < height + 10; y += 9) {
    for (let x = (Math.round(y / 9) % 2) * 9 - 18; x < width + 18; x += 18) {
      context.moveTo(x, y + 9);
      context.quadraticCurveTo(x + 4.5, y - 1, x + 9, y + 9);
    }
  }
  context.stroke();
  context.restore();
};

/** The pocket that the letter slides into: sides and foot of the envelope, folded over each other. */
export const drawPocket: Draw = (context, palette, width, height) => {
  const sides = new Path2D();
  sides.moveTo(0, 3);
  sides.lineTo(width * 0.5, height * 0.6);
  sides.lineTo(width, 3);
  sides.lineTo(width, height - 5);
  sides.quadraticCurveTo(width, height, width - 5, height);
  sides.lineTo(5, height);
  sides.quadraticCurveTo(0, height, 0, height - 5);
  sides.closePath();
  filled(context, sides, palette.paperLow);
  const foot = new Path2D();
  foot.moveTo(0, height);
  foot.lineTo(width * 0.47, height * 0.53);
  foot.quadraticCurveTo(width * 0.5, height * 0.5, width * 0.53, height * 0.53);
  foot.lineTo(width, height);
  context.save();
  context.clip(sides);
  context.shadowColor = shadow(palette, 0.3);
  context.shadowBlur = 6;
  context.shadowOffsetY = -1;
  filled(context, foot, palette.paperShade);
  context.restore();
  context.strokeStyle = palette.line;
  context.lineWidth = 1;
  context.stroke(sides);
};

/** The flap, closed: it hangs from the upper edge. */
export const drawFlap: Draw = (context, palette, width, height) => {
  const path = new Path2D();
  path.moveTo(2, 0);
  path.lineTo(width * 0.46, height * 0.94);
  path.quadraticCurveTo(width * 0.5, height, width * 0.54, height * 0.94);
  path.lineTo(width - 2, 0);
  path.closePath();
  context.save();
  context.shadowColor = shadow(palette, 0.3);
  context.shadowBlur = 7;
  context.shadowOffsetY = 2;
  filled(context, path, palette.paper);
  context.restore();
  context.strokeStyle = palette.line;
  context.lineWidth = 1;
  context.stroke(path);
};

/** The front, with an air mail border, the sender, and the subject in place of the address. */
export function drawFront(
  context: CanvasRenderingContext2D,
  palette: Palette,
  width: number,
  height: number,
  words: { readonly from: string; readonly subject: string },
): void {
  const path = panel(width, height);
  shadowed(context, palette, path, palette.paperLow);
  context.save();
  context.clip(path);
  const edge = 9;
  const frame = new Path2D();
  frame.rect(0, 0, width, height);
  frame.rect(edge, edge, width - edge * 2, height - edge * 2);
  context.clip(frame, 'evenodd');
  let colour = 0;
  for (let x = -height; x < width + height; x += 13) {
    context.fillStyle =
      [palette.stamp, palette.paperLow, palette.hidden][[0, 1, 2, 1][colour++ % 4] ?? 1] ?? palette.paperLow;
    context.beginPath();
    context.moveTo(x, height);
    context.lineTo(x + 13, height);
    context.lineTo(x + 13 + height * 0.6, 0);
    context.lineTo(x + height * 0.6, 0);
    context.fill();
  }
  context.restore();
  const turned = rightToLeft();
  const small: TextStyle = { size: 11, family: palette.fontBody, colour: palette.inkSoft, leading: 15 };
  const title: TextStyle = { size: 16, weight: 600, family: palette.fontTitle, colour: palette.ink, leading: 22 };
  const room = width * 0.52;
  writeLine(context, words.from, { x: turned ? width - 22 - room : 22, y: 22, width: room }, small);
  const { lines } = wrapText(context, words.subject, room, title, 2);
  const left = turned ? width * 0.12 : width * 0.36;
  const top = height * 0.5;
  writeLines(context, lines, { x: left, y: top, width: room }, title);
  context.strokeStyle = palette.line;
  context.lineWidth = 1;
  context.beginPath();
  for (let row = 1; row <= 3; row++) {
    context.moveTo(left, top + row * 22);
    context.lineTo(left + room, top + row * 22);
  }
  context.stroke();
}

/** The size of the stamp on an envelope of this height. */
export function stampSize(height: number): { readonly width: number; readonly height: number } {
  return { width: height * 0.42 * PORTRAIT_RATIO, height: height * 0.42 };
}

export function drawSendersStamp(
  context: CanvasRenderingContext2D,
  palette: Palette,
  sender: string,
  height: number,
): void {
  const size = stampSize(height);
  drawPortrait(context, { id: sender }, -(size.height - size.width) / 2, 0, size.height, dimness(palette));
}

/** The postmark over the stamp: two rings with waves. */
export const drawPostmark: Draw = (context, palette, width, height) => {
  const radius = height / 2 - 2;
  context.strokeStyle = palette.ink;
  context.globalAlpha = 0.72;
  context.lineWidth = 1.8;
  context.beginPath();
  context.arc(width - radius - 2, height / 2, radius, 0, Math.PI * 2);
  context.moveTo(width - radius * 0.42, height / 2);
  context.arc(width - radius - 2, height / 2, radius * 0.62, 0, Math.PI * 2);
  for (let wave = 0; wave < 4; wave++) {
    const y = height * (0.26 + wave * 0.16);
    const end = width - radius * 2 - 4;
    context.moveTo(0, y);
    for (let x = 0; x < end; x += 14) {
      context.quadraticCurveTo(x + 3.5, y - 4.5, x + 7, y);
      context.quadraticCurveTo(x + 10.5, y + 4.5, x + 14, y);
    }
  }
  context.stroke();
};

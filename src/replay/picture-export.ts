import { DELIVERING_FIELDS } from '../engine/index.ts';
import { describeDisclosures, namesOf } from '../i18n/describe.ts';
import { t, textOf } from '../i18n/index.ts';
import { wrapText, writeLines, type TextStyle } from '../stage/canvas-text.ts';
import { shadow, veil, type Palette } from '../stage/palette.ts';
import { dispatches } from './timeline/actors.ts';
import type { ReplayModel } from './model.ts';

/** The exported picture's size in pixels: that of a slide. */
const WIDTH = 1600;
const HEIGHT = 900;
const MARGIN = 64;
/** Where the table and the column beside it begin. */
const TOP = 136;
const ASIDE = 400;
const GAP = 40;

/**
 * Makes the picture of an outcome for a slide: the table at the end, how the mail was addressed, and what it led to. It
 * has only the names of the level.
 * @param table what the canvas shows
 * @param palette the colours in which the table was drawn
 * @returns a PNG
 */
export async function exportPicture(model: ReplayModel, table: HTMLCanvasElement, palette: Palette): Promise<Blob> {
  const canvas = document.createElement('canvas');
  canvas.width = WIDTH;
  canvas.height = HEIGHT;
  const context = canvas.getContext('2d');
  if (!context) throw new Error('This browser has no 2D canvas.');
  context.textBaseline = 'alphabetic';
  drawDesk(context, palette);
  drawTitle(context, palette, model);
  drawTable(context, palette, table);
  drawFields(context, palette, model);
  drawSum(context, palette, model);
  return new Promise((resolve, reject) => {
    canvas.toBlob((png) => (png ? resolve(png) : reject(new Error('The picture could not be made.'))), 'image/png');
  });
}

function drawDesk(context: CanvasRenderingContext2D, palette: Palette): void {
  context.fillStyle = palette.desk;
  context.fillRect(0, 0, WIDTH, HEIGHT);
  const light = context.createRadialGradient(WIDTH * 0.2, -80, 60, WIDTH * 0.2, -80, WIDTH);
  light.addColorStop(0, veil(palette, 0.8));
  light.addColorStop(1, veil(palette, 0));
  context.fillStyle = light;
  context.fillRect(0, 0, WIDTH, HEIGHT);
}

function drawTitle(context: CanvasRenderingContext2D, palette: Palette, { level }: ReplayModel): void {
  const wide = { x: MARGIN, y: 44, width: WIDTH - MARGIN * 2 };
  const style: TextStyle = { size: 50, family: palette.fontTitle, colour: palette.ink, weight: 600 };
  writeLines(context, wrapText(context, textOf(level.title), wide.width, style, 1).lines, wide, style);
}

/** The table, as large as possible. */
function drawTable(context: CanvasRenderingContext2D, palette: Palette, table: HTMLCanvasElement): void {
  const room = { width: WIDTH - MARGIN * 2 - ASIDE - GAP, height: HEIGHT - TOP - MARGIN };
  const scale = Math.min(room.width / table.width, room.height / table.height);
  const [width, height] = [table.width * scale, table.height * scale];
  const [left, top] = [MARGIN + (room.width - width) / 2, TOP + (room.height - height) / 2];
  context.fillStyle = veil(palette, 0.4);
  context.strokeStyle = shadow(palette, 0.22);
  context.lineWidth = 2;
  context.beginPath();
  context.roundRect(MARGIN, TOP, room.width, room.height, 18);
  context.fill();
  context.stroke();
  context.imageSmoothingQuality = 'high';
  context.drawImage(table, left, top, width, height);
}

/** Lists who was in which field, beside the table. */
function drawFields(context: CanvasRenderingContext2D, palette: Palette, { level, outcome }: ReplayModel): void {
  const head: TextStyle = { size: 24, family: palette.fontBody, colour: palette.inkSoft, weight: 700 };
  const names: TextStyle = { size: 25, family: palette.fontBody, colour: palette.ink, weight: 500 };
  const [first] = dispatches(level, outcome);
  const at = { x: WIDTH - MARGIN - ASIDE, y: TOP, width: ASIDE };
  for (const field of DELIVERING_FIELDS) {
    const here = (first?.arrivals ?? []).filter((arrival) => arrival.field === field).map(({ actor }) => actor);
    if (here.length === 0) continue;
    writeLines(context, [t(`field.${field}`)], at, head);
    const { lines } = wrapText(context, namesOf(level, here), ASIDE, names, 3);
    writeLines(context, lines, { ...at, y: at.y + 31 }, names);
    at.y += 31 + lines.length * 31 + 20;
  }
}

/** Says what it led to, on a slip of paper. */
function drawSum(context: CanvasRenderingContext2D, palette: Palette, { outcome }: ReplayModel): void {
  const exposed = outcome.disclosures > 0;
  const style: TextStyle = { size: 31, family: palette.fontTitle, colour: palette.ink, weight: 600 };
  const small: TextStyle = { size: 24, family: palette.fontBody, colour: palette.inkSoft, weight: 500 };
  const width = ASIDE - 56;
  const { lines } = wrapText(context, describeDisclosures(outcome), width, style, 4);
  const height = lines.length * 39 + 96;
  const [left, top] = [WIDTH - MARGIN - ASIDE, HEIGHT - MARGIN - height];
  context.save();
  context.shadowColor = shadow(palette, 0.3);
  context.shadowBlur = 18;
  context.shadowOffsetY = 5;
  context.fillStyle = palette.paper;
  context.fillRect(left, top, ASIDE, height);
  context.restore();
  context.fillStyle = exposed || outcome.leaks.length > 0 ? palette.seen : palette.hidden;
  context.fillRect(left, top, ASIDE, 8);
  writeLines(context, lines, { x: left + 28, y: top + 24, width }, style);
  const score = t('stars.score', { score: outcome.score });
  writeLines(context, [score], { x: left + 28, y: top + height - 56, width }, small);
}

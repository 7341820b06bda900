import { fillWithShadow } from '../../stage/fill-with-shadow.ts';
import type { Palette } from '../../stage/palette.ts';

/** A piece of paper with its edge, filled and shadowed as the context is set; the edge has no shadow. */
export function drawPaper(context: CanvasRenderingContext2D, palette: Palette, width: number, height: number): void {
  fillWithShadow(context, { x: 0, y: 0, width, height }, 4);
  context.strokeStyle = palette.paperEdge;
  context.lineWidth = 1;
  context.stroke();
}

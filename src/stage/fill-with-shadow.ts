/** How far a rectangle must stay inside a round corner, as a share of its radius. */
const INSIDE = 1 - Math.SQRT1_2;

/**
 * Fills a rectangle with round corners, and turns off the shadow that the context was set to. The path stays, to be stroked.
 * A plain rectangle inside casts the shadow, because without a graphics card a browser blurs that of any other shape
 * pixel by pixel, which takes three times as long as all the rest. The fill must be opaque, as it hides that rectangle.
 */
export function fillWithShadow(
  context: CanvasRenderingContext2D,
  box: { readonly x: number; readonly y: number; readonly width: number; readonly height: number },
  radius: number,
): void {
  const { x, y, width, height } = box;
  const inset = radius * INSIDE;
  const fill = context.fillStyle;
  // A gradient would be worked out twice.
  context.fillStyle = '#000';
  context.fillRect(x + inset, y + inset, width - inset * 2, height - inset * 2);
  context.fillStyle = fill;
  context.shadowColor = 'transparent';
  context.beginPath();
  context.roundRect(x, y, width, height, radius);
  context.fill();
}

import type { Box } from './box.ts';
import type { BoardLayout } from './layout.ts';
import { TOUCH } from './draft.ts';

/** Height of the button when it has a label. */
const HEIGHT = 36;

/** The button on a note that shows the members of a list: a label below a high note, else an icon at its end. */
export function lookBehindBox({ form, detail, scale }: BoardLayout, rightToLeft: boolean): Box {
  if (form === 'wide') {
    const height = HEIGHT * scale;
    return { x: detail.x, y: detail.y + detail.height - height, width: detail.width, height };
  }
  const side = TOUCH * scale;
  const [height, gap] = [Math.min(side, detail.height), 4 * scale];
  return {
    x: rightToLeft ? detail.x + gap : detail.x + detail.width - side - gap,
    y: detail.y + (detail.height - height) / 2,
    width: side,
    height,
  };
}

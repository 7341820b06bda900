import type { Stage } from '../stage/stage.ts';
import type { Pick } from './picture.ts';

/**
 * Hears where the canvas is clicked, in world units, which are CSS pixels. The page has a button for everybody, too.
 *
 * @returns the function that stops it
 */
export function listenForPicks(
  stage: Stage,
  pickAt: (x: number, y: number) => Pick | null,
  picked: (contact: string, index: number) => void,
): () => void {
  const { canvas } = stage.game;
  const hover = ({ offsetX, offsetY }: MouseEvent) => {
    canvas.style.cursor = pickAt(offsetX, offsetY) ? 'pointer' : '';
  };
  const click = ({ offsetX, offsetY }: MouseEvent) => {
    const pick = pickAt(offsetX, offsetY);
    if (pick) picked(pick.contact, pick.index);
  };
  canvas.addEventListener('mousemove', hover);
  canvas.addEventListener('click', click);
  return () => {
    canvas.removeEventListener('mousemove', hover);
    canvas.removeEventListener('click', click);
    canvas.style.cursor = '';
  };
}

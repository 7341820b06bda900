import type { Stage } from '../stage/stage.ts';
import type { Lens } from './crowd/lens.ts';
import type { Pick } from './picture.ts';

/**
 * Hears where the canvas is clicked, in world units, which are CSS pixels. The page has a button for everybody, too.
 *
 * @param lens lies over a crowd while the pointer is there
 * @returns the function that stops it
 */
export function listenForPicks(
  stage: Stage,
  pickAt: (x: number, y: number) => Pick | null,
  picked: (contact: string, index: number) => void,
  lens: Lens,
): () => void {
  const { canvas } = stage.game;
  const hover = ({ offsetX, offsetY }: MouseEvent) => {
    const pick = pickAt(offsetX, offsetY);
    canvas.style.cursor = pick ? 'pointer' : '';
    if (pick?.dot) lens.look(pick.contact, offsetX, offsetY);
    else lens.hide();
  };
  const leave = () => lens.hide();
  const click = ({ offsetX, offsetY }: MouseEvent) => {
    const pick = pickAt(offsetX, offsetY);
    lens.hide();
    if (pick) picked(pick.contact, pick.index);
  };
  canvas.addEventListener('mousemove', hover);
  canvas.addEventListener('mouseleave', leave);
  canvas.addEventListener('click', click);
  return () => {
    canvas.removeEventListener('mousemove', hover);
    canvas.removeEventListener('mouseleave', leave);
    canvas.removeEventListener('click', click);
    canvas.style.cursor = '';
    lens.close();
  };
}

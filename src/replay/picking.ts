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
  const pointOf = ({ offsetX, offsetY }: MouseEvent): [number, number] => {
    const zoom = stage.magnification();
    return [offsetX / zoom, offsetY / zoom];
  };
  const hover = (event: MouseEvent) => {
    const [x, y] = pointOf(event);
    const pick = pickAt(x, y);
    canvas.style.cursor = pick ? 'pointer' : '';
    if (pick?.dot) lens.look(pick.contact, x, y);
    else lens.hide();
  };
  const leave = () => lens.hide();
  const click = (event: MouseEvent) => {
    const pick = pickAt(...pointOf(event));
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

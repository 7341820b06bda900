import type { Stage } from '../stage/stage.ts';
import type { Magnifier } from './dots/magnifier.ts';
import type { Pick } from './picture.ts';

interface Size {
  readonly width: number;
  readonly height: number;
}

/**
 * Converts a pointer position to world units, under any camera, projector or browser zoom.
 * @param pointer in the window, in CSS pixels
 * @param seen the whole canvas's current box in the window, with the camera
 * @param table its own size, in world units
 * @returns the position in world units
 */
export function tablePoint(
  pointer: { readonly clientX: number; readonly clientY: number },
  seen: Size & { readonly left: number; readonly top: number },
  table: Size,
): readonly [x: number, y: number] {
  return [
    ((pointer.clientX - seen.left) / seen.width) * table.width,
    ((pointer.clientY - seen.top) / seen.height) * table.height,
  ];
}

/**
 * Listens for clicks on the canvas and converts them to world units, which are CSS pixels. The page also has a button
 * for everyone.
 * @param magnifier shown over a crowd while the pointer is there
 * @returns the function that stops it
 */
export function listenForPicks(
  stage: Stage,
  pickAt: (x: number, y: number) => Pick | null,
  picked: (contact: string, index: number) => void,
  magnifier: Magnifier,
): () => void {
  const { canvas } = stage.game;
  const pointOf = (event: MouseEvent) => tablePoint(event, canvas.getBoundingClientRect(), stage.size());
  const hover = (event: MouseEvent) => {
    const [x, y] = pointOf(event);
    const pick = pickAt(x, y);
    canvas.style.cursor = pick ? 'pointer' : '';
    if (pick?.dot) magnifier.look(pick.contact, x, y);
    else magnifier.hide();
  };
  const leave = () => magnifier.hide();
  const click = (event: MouseEvent) => {
    const pick = pickAt(...pointOf(event));
    magnifier.hide();
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
    magnifier.close();
  };
}

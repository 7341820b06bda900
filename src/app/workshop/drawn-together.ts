/**
 * Draws once for everything that one event changes: the letter, the notice that it is kept, the answer of the desk.
 *
 * @returns asks for the drawing, which comes before the browser paints
 */
export function drawnTogether(draw: () => void): () => void {
  let isAsked = false;
  return () => {
    if (isAsked) return;
    isAsked = true;
    queueMicrotask(() => {
      isAsked = false;
      draw();
    });
  };
}

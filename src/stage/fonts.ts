import { readPalette } from './palette.ts';

/** Fonts that do not arrive hold nothing up for longer than this: until they come, the browser's own are drawn. */
const PATIENCE_MS = 2500;

let loadedFaces = 0;
let arrivals = 0;

/** Grows when more font files have arrived: a texture that was drawn before is then drawn again. */
export const fontArrivals = (): number => arrivals;

/**
 * Waits until the font files are there, since text drawn into a texture keeps the font it was drawn with; for a few seconds
 * at most, because a font is decoration and never stops the game.
 *
 * @param sample characters that will be drawn, which decide the font files that are fetched
 * @param late called when files arrive after all, so that the texts are drawn again
 */
export async function fontsReady(sample: string, late: () => void): Promise<void> {
  const arrival = loadFonts(sample);
  let timer: ReturnType<typeof setTimeout> | undefined;
  const patience = new Promise<'late'>((resolve) => {
    timer = setTimeout(() => resolve('late'), PATIENCE_MS);
  });
  const first = await Promise.race([arrival, patience]);
  clearTimeout(timer);
  if (first === 'late') void arrival.then(late);
}

async function loadFonts(sample: string): Promise<void> {
  const context = document.createElement('canvas').getContext('2d');
  // Marks are in the font of their letters, which here they may stand apart from.
  const letters = sample.replaceAll(/\p{M}/gu, '');
  const palette = readPalette();
  // Measuring a text asks for the same files as drawing it: of two fonts that have a character, the first alone.
  const request = () => {
    for (const family of [palette.fontTitle, palette.fontBody, palette.fontMono])
      for (const weight of [400, 700]) {
        if (!context) return;
        context.font = `${String(weight)} 16px ${family}`;
        context.measureText(letters);
      }
  };
  let coming: readonly FontFace[] = [];
  do {
    // The next round asks for characters that an arrived file turns out to lack.
    request();
    coming = Array.from(document.fonts).filter(({ status }) => status === 'loading');
    await Promise.allSettled(coming.map(({ loaded }) => loaded));
  } while (coming.length > 0);
  const loaded = Array.from(document.fonts).filter(({ status }) => status === 'loaded').length;
  if (loaded !== loadedFaces) arrivals++;
  loadedFaces = loaded;
}

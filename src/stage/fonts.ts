import { readPalette } from './palette.ts';

/** The longest wait for fonts; after it, the browser's own are drawn until they arrive. */
const PATIENCE_MS = 2500;

let loadedFaces = 0;
let arrivals = 0;

/** Goes up when more font files have arrived, so that textures are drawn again. */
export const fontArrivals = (): number => arrivals;

/**
 * Waits until the font files have loaded, since text in a texture keeps the font that it was drawn with. It waits for a
 * few seconds at most, because fonts are decoration and must never stop the game.
 * @param sample characters that will be drawn, which decide the font files that are fetched
 * @param late called when files arrive after the wait, so that the texts are drawn again
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
  // Marks are in the same font as their letters; alone they could load another one.
  const letters = sample.replaceAll(/\p{M}/gu, '');
  const palette = readPalette();
  // Measuring a text loads the same files as drawing it; if two fonts have a character, only the first. A file has all weights.
  const request = () => {
    for (const family of [palette.fontTitle, palette.fontBody, palette.fontMono]) {
      if (!context) return;
      context.font = `16px ${family}`;
      context.measureText(letters);
    }
  };
  let coming: readonly FontFace[] = [];
  do {
    // The next round asks for characters that a loaded file turns out to lack.
    request();
    coming = Array.from(document.fonts).filter(({ status }) => status === 'loading');
    await Promise.allSettled(coming.map(({ loaded }) => loaded));
  } while (coming.length > 0);
  const loaded = Array.from(document.fonts).filter(({ status }) => status === 'loaded').length;
  if (loaded !== loadedFaces) arrivals++;
  loadedFaces = loaded;
}

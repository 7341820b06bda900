const NAMES = [
  'desk',
  'deskDeep',
  'deskLine',
  'paper',
  'paperShade',
  'paperEdge',
  'paperLow',
  'bright',
  'well',
  'note',
  'stampPaper',
  'ink',
  'inkSoft',
  'line',
  'hidden',
  'seen',
  'good',
  'stamp',
  'gold',
  'sky',
  'warn',
  'warnEdge',
  'onInk',
  'halo',
  'shade',
  'veil',
  'sheen',
  'dim',
  'fontTitle',
  'fontBody',
  'fontMono',
] as const;
export type Palette = Readonly<Record<(typeof NAMES)[number], string>>;

/**
 * The colours and type families of the page as the canvas needs them, read from the page's own custom properties,
 * so that there is one definition and a theme changes both.
 */
export function readPalette(): Palette {
  const style = getComputedStyle(document.documentElement);
  const read = (name: string) =>
    style.getPropertyValue(`--${name.replace(/[A-Z]/g, (capital) => `-${capital.toLowerCase()}`)}`).trim();
  return Object.fromEntries(NAMES.map((name) => [name, read(name)])) as Palette;
}

/** The palette of daylight, whatever the theme is: for what is to look the same everywhere, as a picture to take away. */
export function daylightPalette(): Palette {
  const { dataset } = document.documentElement;
  const { theme } = dataset;
  // Nothing is painted in between: the styles are only asked.
  dataset['theme'] = 'light';
  try {
    return readPalette();
  } finally {
    if (theme === undefined) delete dataset['theme'];
    else dataset['theme'] = theme;
  }
}

/** How much darker than in daylight a picture printed on paper is, 0 to 1: as `.portrait` in the style sheet. */
export function dimness({ dim }: Palette): number {
  return Number(dim) || 0;
}

/**
 * The colour of a shadow.
 *
 * @param strength 0 to 1
 */
export function shadow({ shade }: Palette, strength: number): string {
  return `rgb(${shade} / ${String(strength)})`;
}

/**
 * Light on the desk, as paper has it.
 *
 * @param strength 0 to 1
 */
export function veil({ veil: light }: Palette, strength: number): string {
  return `rgb(${light} / ${String(strength)})`;
}

let loadedFaces = 0;
let arrivals = 0;

/** Grows when more font files have arrived: a texture that was drawn before is then drawn again. */
export const fontArrivals = (): number => arrivals;

/**
 * Waits until the type families are there, since text drawn into a texture keeps the family it was drawn with.
 *
 * @param sample characters that will be drawn, which decide the font files that are fetched
 */
export async function fontsReady(sample: string): Promise<void> {
  const pen = document.createElement('canvas').getContext('2d');
  // Marks are in the font of their letters, which here they may stand apart from.
  const letters = sample.replaceAll(/\p{M}/gu, '');
  const palette = readPalette();
  // To measure text asks for the files that to draw it would ask for: of two that have a character, the first alone.
  const ask = () => {
    for (const family of [palette.fontTitle, palette.fontBody, palette.fontMono])
      for (const weight of [400, 700]) {
        if (!pen) return;
        pen.font = `${String(weight)} 16px ${family}`;
        pen.measureText(letters);
      }
  };
  let coming: readonly FontFace[] = [];
  do {
    // What an arrived file turns out to lack is asked for in the next.
    ask();
    coming = Array.from(document.fonts).filter(({ status }) => status === 'loading');
    await Promise.allSettled(coming.map(({ loaded }) => loaded));
  } while (coming.length > 0);
  const loaded = Array.from(document.fonts).filter(({ status }) => status === 'loaded').length;
  if (loaded !== loadedFaces) arrivals++;
  loadedFaces = loaded;
}

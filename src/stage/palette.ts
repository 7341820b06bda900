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
 * Returns the page's colours and fonts for the canvas. It reads the page's custom properties, so that there is one
 * definition and a theme changes both.
 */
export function readPalette(): Palette {
  const style = getComputedStyle(document.documentElement);
  const read = (name: string) =>
    style.getPropertyValue(`--${name.replace(/[A-Z]/g, (capital) => `-${capital.toLowerCase()}`)}`).trim();
  return Object.fromEntries(NAMES.map((name) => [name, read(name)])) as Palette;
}

/** The light palette in every theme, for things that must always look the same, such as an exported picture. */
export function daylightPalette(): Palette {
  const { dataset } = document.documentElement;
  const { theme } = dataset;
  // The browser does not paint in between: the styles are only read.
  dataset['theme'] = 'light';
  try {
    return readPalette();
  } finally {
    if (theme === undefined) delete dataset['theme'];
    else dataset['theme'] = theme;
  }
}

/** How much darker a printed picture is than in daylight, 0 to 1: as `.portrait` in the style sheet. */
export function dimness({ dim }: Palette): number {
  return Number(dim) || 0;
}

/**
 * Returns the colour of a shadow.
 * @param strength 0 to 1
 */
export function shadow({ shade }: Palette, strength: number): string {
  return `rgb(${shade} / ${String(strength)})`;
}

/**
 * Returns the colour of light on paper.
 * @param strength 0 to 1
 */
export function veil({ veil: light }: Palette, strength: number): string {
  return `rgb(${light} / ${String(strength)})`;
}

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

/** The light palette, in every theme: for things that must look the same everywhere, such as an exported picture. */
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

/** The smallest size of a card in one layout. */
export interface Density {
  readonly minWidth: number;
  readonly height: number;
}

/** A tray in a column of trays, with the possible layouts of its cards, the roomiest first. */
export interface Zone {
  readonly cards: number;
  readonly densities: readonly Density[];
  /** Width for cards. */
  readonly width: number;
  /** Above and below the cards. */
  readonly padding: number;
  /** Height of the label above the cards; 0 if it is beside them. */
  readonly head: number;
  /** Distance from the zone above. */
  readonly before: number;
  /** Distance between cards. */
  readonly gap: number;
  /** The greatest width of a card. */
  readonly widest: number;
  /** The zone takes spare height until this many rows fit. */
  readonly roomFor: number;
}

/** The position of a zone in its column, and its grid of cards. */
export interface ZoneFit {
  readonly y: number;
  readonly height: number;
  readonly columns: number;
  readonly rows: number;
  readonly cardWidth: number;
  readonly cardHeight: number;
  /** More than one when not all cards fit: then there is a pager beside the cards. */
  readonly pages: number;
}

/** The pager's width: that of a finger. */
export const PAGER = 44;

interface Grid {
  readonly density: Density;
  readonly columns: number;
  readonly rows: number;
  readonly pages: number;
}

function columnsIn(zone: Zone, width: number, density: Density): number {
  const most = Math.floor((width + zone.gap) / (density.minWidth + zone.gap));
  return Math.max(1, Math.min(most, zone.cards));
}

function wholeGrid(zone: Zone, density: Density): Grid {
  const columns = columnsIn(zone, zone.width, density);
  return { density, columns, rows: Math.max(1, Math.ceil(zone.cards / columns)), pages: 1 };
}

function pagedGrid(zone: Zone, density: Density, rows: number): Grid {
  const columns = columnsIn(zone, zone.width - PAGER - zone.gap, density);
  return { density, columns, rows, pages: Math.max(1, Math.ceil(zone.cards / (columns * rows))) };
}

function heightOf(zone: Zone, grid: Grid, rows = grid.rows): number {
  return zone.head + zone.padding * 2 + rows * grid.density.height + (rows - 1) * zone.gap;
}

function total(zones: readonly Zone[], heights: readonly number[]): number {
  return zones.reduce((sum, zone, index) => sum + zone.before + (heights[index] ?? 0), 0);
}

function chooseGrids(zones: readonly Zone[], height: number): Grid[] {
  const levels = Math.max(...zones.map((zone) => zone.densities.length));
  const densityAt = (zone: Zone, level: number): Density =>
    zone.densities[Math.min(level, zone.densities.length - 1)] ?? { minWidth: zone.width, height: PAGER };
  const fits = (grids: readonly Grid[]) =>
    total(
      zones,
      zones.map((zone, index) => gridHeight(zone, grids[index])),
    ) <= height;
  for (let level = 0; level < levels; level++) {
    const grids = zones.map((zone) => wholeGrid(zone, densityAt(zone, level)));
    if (fits(grids)) return grids;
  }
  // Not even the smallest cards fit, so the fullest zones get pages.
  const grids = zones.map((zone) => wholeGrid(zone, densityAt(zone, levels)));
  while (!fits(grids)) {
    const fullest = grids.reduce((best, grid, index) => (grid.rows >= (grids[best]?.rows ?? 0) ? index : best), 0);
    const [zone, grid] = [zones[fullest], grids[fullest]];
    if (!zone || !grid || grid.rows <= 1) break;
    grids[fullest] = pagedGrid(zone, grid.density, grid.rows - 1);
  }
  return grids;
}

function gridHeight(zone: Zone, grid: Grid | undefined): number {
  return grid ? heightOf(zone, grid) : 0;
}

/** Gives spare height to the lowest zones first, so that trays stay in place while they fill. */
function spread(zones: readonly Zone[], grids: readonly Grid[], height: number): number[] {
  const heights = zones.map((zone, index) => gridHeight(zone, grids[index]));
  const most = zones.map((zone, index) => {
    const grid = grids[index];
    return grid && zone.roomFor > grid.rows ? heightOf(zone, grid, zone.roomFor) : (heights[index] ?? 0);
  });
  let left = height - total(zones, heights);
  while (left > 0.5) {
    const growing = heights
      .map((_, index) => index)
      .filter((index) => (heights[index] ?? 0) < (most[index] ?? 0) - 0.01);
    if (growing.length === 0) break;
    const lowest = Math.min(...growing.map((index) => heights[index] ?? 0));
    const low = growing.filter((index) => (heights[index] ?? 0) <= lowest + 0.01);
    const next = Math.min(
      ...growing.map((index) => heights[index] ?? 0).filter((at) => at > lowest + 0.01),
      ...low.map((index) => most[index] ?? 0),
      lowest + left / low.length,
    );
    for (const index of low) {
      left -= next - (heights[index] ?? 0);
      heights[index] = next;
    }
  }
  return heights;
}

/**
 * Divides a column among zones: cards as large as all of them fit, and pages if they do not.
 * @param y the top of the column
 */
export function fitColumn(zones: readonly Zone[], y: number, height: number): ZoneFit[] {
  const grids = chooseGrids(zones, height);
  const heights = spread(zones, grids, height);
  let top = y;
  return zones.map((zone, index) => {
    const grid = grids[index] ?? wholeGrid(zone, { minWidth: zone.width, height: PAGER });
    const own = heights[index] ?? 0;
    top += zone.before;
    const width = grid.pages > 1 ? zone.width - PAGER - zone.gap : zone.width;
    const fit: ZoneFit = {
      y: top,
      height: own,
      columns: grid.columns,
      rows: grid.rows,
      cardWidth: Math.min(zone.widest, (width - (grid.columns - 1) * zone.gap) / grid.columns),
      cardHeight: grid.density.height,
      pages: grid.pages,
    };
    top += own;
    return fit;
  });
}

/**
 * Lays out the address book. If all slots fit on one page, each card keeps its own slot, which is empty while the card
 * is elsewhere. If not, empty slots would push cards to a page that nobody looks at, so the cards in the book share its
 * first page.
 * @param zone with room for every card of the desk
 * @param lying how many cards are in the book now
 */
export function fitAddressBook(
  zone: Zone,
  lying: number,
  y: number,
  height: number,
): { readonly fit: ZoneFit; readonly keepsSlots: boolean } | null {
  const [whole] = fitColumn([zone], y, height);
  const smallest = zone.densities.at(-1);
  if (!whole || !smallest) return null;
  if (whole.pages === 1) return { fit: whole, keepsSlots: true };
  // At least a full row, so that the last card is not drawn wider than the others were.
  const cards = Math.max(lying, columnsIn(zone, zone.width, smallest));
  const [fit = whole] = fitColumn([{ ...zone, cards, densities: [smallest] }], y, height);
  return { fit, keepsSlots: false };
}

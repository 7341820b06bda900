import type { TwinBox, TwinModel } from './twin-model.ts';

/** Something on the desk that the arrow keys can reach. */
export interface Stop {
  /** Its name: `card …`, `tray …`, `pager …`, `read`. */
  readonly name: string;
  readonly box: TwinBox;
  /** False for a card on a hidden page: it is read in its turn, but has no position. */
  readonly lies: boolean;
}

export type Direction = 'left' | 'right' | 'up' | 'down';

/** Returns the stops of the desk in visual order: field after field, each with its cards. */
export function stopsOf({ read, cards, trays }: TwinModel): Stop[] {
  return [
    { name: 'read', box: read.box, lies: true },
    ...trays.flatMap(({ field, put, pager }): Stop[] => [
      { name: `tray ${field}`, box: put.box, lies: true },
      ...cards
        .filter((card) => card.field === field)
        .map(({ contact, box, shown }) => ({ name: `card ${contact}`, box, lies: shown })),
      ...(pager ? [{ name: `pager ${field}`, box: pager.box, lies: true }] : []),
    ]),
  ];
}

const middle = ({ x, y, width, height }: TwinBox) => ({ x: x + width / 2, y: y + height / 2 });

/**
 * Returns where an arrow key leads from a stop. Left and right follow the reading order; up and down go to the nearest
 * stop in that direction.
 * @param from null when nothing has the focus: then the first card
 * @returns null at the end
 */
export function walk(
  stops: readonly Stop[],
  from: string | null,
  direction: Direction,
  mirrored: boolean,
): Stop | null {
  const start = stops.findIndex(({ name }) => name === from);
  if (start < 0) return stops.find(({ name }) => name.startsWith('card ')) ?? stops[0] ?? null;
  if (direction === 'left' || direction === 'right') {
    return stops[start + ((direction === 'right') !== mirrored ? 1 : -1)] ?? null;
  }
  const here = stops[start];
  return here ? nearest(stops, here, direction === 'up' ? -1 : 1) : null;
}

function nearest(stops: readonly Stop[], here: Stop, sign: 1 | -1): Stop | null {
  const from = middle(here.box);
  let found: Stop | null = null;
  let least = Infinity;
  for (const stop of stops) {
    const at = middle(stop.box);
    const ahead = (at.y - from.y) * sign;
    // A stop a little farther ahead in the same column beats one far to the side.
    const far = ahead + Math.abs(at.x - from.x) * 1.5;
    if (stop !== here && stop.lies && ahead > 4 && far < least) [found, least] = [stop, far];
  }
  return found;
}

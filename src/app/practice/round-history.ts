/** A place in a round that the browser's Back and Forward lead to. */
export type RoundPlace =
  | { readonly kind: 'start' }
  | { readonly kind: 'email'; readonly index: number; readonly desk: boolean }
  /** After the email of this index. */
  | { readonly kind: 'between'; readonly index: number }
  | { readonly kind: 'replay' }
  | { readonly kind: 'end' };

/** An entry of the browser's history. It is plain data, so that it still leads somewhere after a reload. */
interface Entry {
  readonly practice: string;
  /** The seed of the round; empty before a round has begun. */
  readonly seed: string;
  readonly place: RoundPlace;
  /** Counts the entries of the practice, so that the direction of a step is known. */
  readonly number: number;
}

export interface RoundHistory {
  /** Returns the place of the current entry, after a reload; null for a round with another seed, and for a link. */
  placeOf(seed: string): RoundPlace | null;
  /** Adds an entry for a place that the player has moved to. */
  add(seed: string, place: RoundPlace): void;
  /** Gives the current entry another place, because the player cannot return to the one that it has. */
  replace(seed: string, place: RoundPlace): void;
  /** Continues to the entry beyond the current one, in the direction of the last step. */
  skip(): void;
  close(): void;
}

/** The parts of a window that the history of a round uses. */
type HistoryView = Pick<typeof globalThis, 'history' | 'addEventListener' | 'removeEventListener'>;

const KINDS: readonly RoundPlace['kind'][] = ['start', 'email', 'between', 'replay', 'end'];

function readEntry(state: unknown, practice: string): Entry | null {
  if (typeof state !== 'object' || state === null) return null;
  const entry = state as Partial<Entry>;
  const known = entry.practice === practice && typeof entry.seed === 'string' && typeof entry.number === 'number';
  return known && KINDS.some((kind) => kind === entry.place?.kind) ? (entry as Entry) : null;
}

/**
 * Follows the browser's history while a practice is on the screen.
 * @param back called when the browser returns to an entry of this practice
 * @param view the window whose history it is
 */
export function openRoundHistory(
  practice: string,
  back: (seed: string, place: RoundPlace) => void,
  view: HistoryView = globalThis,
): RoundHistory {
  const { history } = view;
  let number = readEntry(history.state, practice)?.number ?? 0;
  let direction: 1 | -1 = -1;
  const write = (seed: string, place: RoundPlace, how: 'pushState' | 'replaceState') => {
    const entry: Entry = { practice, seed, place, number };
    history[how](entry, '');
  };
  const onPop = ({ state }: PopStateEvent) => {
    const entry = readEntry(state, practice);
    // A link within the page leaves the practice.
    if (!entry) return;
    direction = entry.number < number ? -1 : 1;
    ({ number } = entry);
    back(entry.seed, entry.place);
  };
  view.addEventListener('popstate', onPop);
  return {
    placeOf(seed) {
      const entry = readEntry(history.state, practice);
      return entry?.seed === seed ? entry.place : null;
    },
    add(seed, place) {
      number += 1;
      write(seed, place, 'pushState');
    },
    replace: (seed, place) => write(seed, place, 'replaceState'),
    skip: () => history.go(direction),
    close: () => view.removeEventListener('popstate', onPop),
  };
}

import type { Count, Bet } from '../engine/index.ts';

/** How well a player saw it coming. */
export interface Foreseen {
  readonly all: Count;
  /** Those with the most stamps staked. */
  readonly sure: Count;
  /** Stamps that were staked on what came true, and on what did not. */
  readonly stamps: { readonly kept: number; readonly lost: number };
}

const MOST: Bet['stake'] = 3;

/** Counts predictions. */
export function foreseen(bets: readonly Bet[]): Foreseen {
  const count = (some: readonly Bet[]): Count => {
    const right = some.filter((bet) => bet.right).length;
    return { right, wrong: some.length - right };
  };
  const stamps = (right: boolean) => bets.reduce((sum, bet) => sum + (bet.right === right ? bet.stake : 0), 0);
  return {
    all: count(bets),
    sure: count(bets.filter(({ stake }) => stake === MOST)),
    stamps: { kept: stamps(true), lost: stamps(false) },
  };
}

/** How many stamps a player can stake on a prediction. Apart from it, because the record needs no more to be read. */
export const STAKES = [1, 2, 3] as const;
export type Stake = (typeof STAKES)[number];

/** What is kept of a prediction: what was staked, and whether it came true. */
export interface Bet {
  readonly stake: Stake;
  readonly right: boolean;
}

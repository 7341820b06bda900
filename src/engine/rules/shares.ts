/** The most that one finding leaves of a gauge, 0 to 100, and its share among others that leave the same. */
export interface Limit {
  readonly leaves: number;
  readonly share: number;
}

/**
 * Shares out a loss that the worst finding decides: up to the cost of the mildest, all share it; beyond that, the
 * others; and so on, up to the worst. This is the fair division of the airport game (Littlechild & Owen 1973): every
 * finding bears something, a worse one never less, and together they bear exactly the cost of the worst.
 * @returns the share of each, which add up to 100 less the lowest value left
 */
export function sharesOfWorst(limits: readonly Limit[]): number[] {
  const levels = [...new Set(limits.map(({ leaves }) => 100 - leaves))].toSorted((a, b) => a - b);
  const parts = limits.map(() => 0);
  let before = 0;
  for (const level of levels) {
    const bearing = limits.map(({ leaves, share }) => (100 - leaves >= level ? share : 0));
    const all = bearing.reduce((sum, share) => sum + share, 0);
    for (const [index, share] of bearing.entries()) {
      if (share > 0) parts[index] = (parts[index] ?? 0) + ((level - before) * share) / all;
    }
    before = level;
  }
  return parts;
}

/** Differences below this come from adding floating-point numbers in another order, and must not change a rounding. */
const PRECISION = 1e6;

/** A number without the noise of floating-point sums. */
export function exact(value: number): number {
  return Math.round(value * PRECISION) / PRECISION;
}

/**
 * Returns whole points in proportion to the shares, by largest remainder; if there are enough, each share gets at least
 * one.
 * @param target the whole number that they add up to
 */
export function wholePoints(parts: readonly number[], target: number): number[] {
  const sum = parts.reduce((total, part) => total + part, 0);
  if (sum <= 0) return parts.map(() => 0);
  const least = target >= parts.filter((part) => part > 0).length ? 1 : 0;
  const shares = parts.map((part) => exact((part * target) / sum));
  const points = shares.map((share, index) => Math.max((parts[index] ?? 0) > 0 ? least : 0, Math.floor(share)));
  const owed = (index: number) => (shares[index] ?? 0) - (points[index] ?? 0);
  const by = (order: (a: number, b: number) => number) => [...points.keys()].toSorted(order)[0] ?? 0;
  for (let left = target - points.reduce((total, whole) => total + whole, 0); left !== 0; left -= Math.sign(left)) {
    // Adds a point to the share that is owed most, or takes one if the minimum of one point has made the sum too large.
    const index =
      left > 0
        ? by((a, b) => owed(b) - owed(a) || a - b)
        : by(
            (a, b) => Number((points[b] ?? 0) > least) - Number((points[a] ?? 0) > least) || owed(a) - owed(b) || a - b,
          );
    points[index] = (points[index] ?? 0) + Math.sign(left);
  }
  return points;
}

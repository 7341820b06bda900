/**
 * Numbers that look random and depend on a seed alone. They are the same in Node and in every browser, because they come from 32-bit
 * integer operations only.
 */
export interface Random {
  /** A whole number from 0 to one less than the limit. */
  below(limit: number): number;
  /** One of the things. @throws Error when there are none */
  pick<Thing>(things: readonly Thing[]): Thing;
  /** True half of the time. */
  coin(): boolean;
  /** A shuffled copy of the things. */
  shuffled<Thing>(things: readonly Thing[]): Thing[];
}

/**
 * Starts a series of numbers.
 *
 * The text is hashed by FNV-1a, and the hash seeds mulberry32 (Tommy Ettinger, 2017, public domain), which has a period of 2³².
 */
export function randomFrom(seed: string): Random {
  let state = hashOf(seed);
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
  const below = (limit: number) => next() % limit;
  return {
    below,
    pick(things) {
      const thing = things[below(things.length)];
      if (thing === undefined) throw new Error('There is nothing to pick from.');
      return thing;
    },
    coin: () => next() >= 2 ** 31,
    shuffled(things) {
      const order = [...things];
      for (let last = order.length - 1; last > 0; last -= 1) {
        const other = below(last + 1);
        const [one, two] = [order[last], order[other]];
        if (one === undefined || two === undefined) continue;
        order[last] = two;
        order[other] = one;
      }
      return order;
    },
  };
}

function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (const sign of text) hash = Math.imul(hash ^ (sign.codePointAt(0) ?? 0), 0x01000193);
  return hash;
}

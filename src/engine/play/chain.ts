import type { Beat } from '../story/beat.ts';
import type { Outcome } from './outcome.ts';

/** The causes and effects of a beat, as indexes of beats; the beat itself is in neither. */
export interface Chain {
  /** Everything that had to happen for it, directly or through others. */
  readonly before: ReadonlySet<number>;
  /** Everything that it led to, directly or through others. */
  readonly after: ReadonlySet<number>;
}

/**
 * Returns the chain of causes through one beat, in both directions.
 * @param index of the beat in the outcome; for one that does not exist the chain is empty
 */
export function chainOf({ beats }: Pick<Outcome, 'beats'>, index: number): Chain {
  const causes = beats.map((beat) => causesAmong(beats, beat));
  const effects = beats.map((_, cause) => [...causes.keys()].filter((effect) => causes[effect]?.includes(cause)));
  return { before: reachable(causes, index), after: reachable(effects, index) };
}

/** The beats that a beat names as its causes, by index. */
export function causesAmong(beats: readonly Beat[], { causes }: Beat): number[] {
  return causes.flatMap((cause) => {
    const at = cause.type === 'beat' ? beats.findIndex(({ id }) => id === cause.beat) : -1;
    return at < 0 ? [] : [at];
  });
}

/** The beats that name this one as a cause, by index. */
export function effectsAmong(beats: readonly Beat[], index: number): number[] {
  return [...beats.keys()].filter((effect) => {
    const beat = beats[effect];
    return beat !== undefined && causesAmong(beats, beat).includes(index);
  });
}

function reachable(ways: readonly (readonly number[])[], start: number): Set<number> {
  const found = new Set<number>();
  const open = [...(ways[start] ?? [])];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (next === start || found.has(next)) continue;
    found.add(next);
    open.push(...(ways[next] ?? []));
  }
  return found;
}

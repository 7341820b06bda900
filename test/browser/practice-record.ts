import { beginFlow } from '../../src/app/play/flow.ts';
import { savedRound } from '../../src/app/practice/saved-round.ts';
import type { Situation } from '../../src/engine/compose/index.ts';
import { playOfRouting } from '../../src/engine/index.ts';
import { NOTHING_YET } from '../../src/progress/record.ts';

/** A record with a round of which this many emails were sent in the best way. */
export function recordWith(name: string, seed: string, situations: readonly Situation[], sent: number): string {
  const round = savedRound(
    {
      round: {
        situations,
        sent: situations.slice(0, sent).map(({ level, best }) => ({
          ...beginFlow(level),
          play: playOfRouting(level, { email: best }),
          stage: 'replay',
        })),
      },
      email: null,
    },
    seed,
  );
  return JSON.stringify({ ...NOTHING_YET, composed: { [`round.${name}`]: { at: 1, version: 1, ...round } } });
}

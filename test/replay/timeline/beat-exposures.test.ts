import { expect, test } from 'vitest';
import { simulate } from '../../../src/engine/play/simulate.ts';
import { exposuresByBeat } from '../../../src/replay/timeline/beat-exposures.ts';
import { level, person, route } from '../../engine/levels.ts';

/** Five people in Cc, of whom some share a context, and one may see some others. */
function fiveInCc(shared: readonly (readonly string[])[], maySee: readonly string[]) {
  const five = ['a', 'b', 'c', 'd', 'e'];
  const staged = level(
    five.map((id) => person(id, id === 'e' && maySee.length > 0 ? { maySee: [...maySee] } : {})),
    { circles: shared.map((members) => ({ id: members.join('-'), members: [...members], bond: 'context' })) },
  );
  const outcome = simulate(staged, route(Object.fromEntries(five.map((id) => [id, 'cc']))));
  const [links] = exposuresByBeat(staged, outcome).values();
  return { disclosures: outcome.disclosures, threads: links?.threads.length, pool: links?.pool };
}

test('up to fourteen disclosures of a beat are threads one by one, and more run through one pool', () => {
  const shared = [
    ['a', 'b'],
    ['c', 'd'],
  ];
  // Five see each other in 20 ways; a shared context takes away two of them, a permission one.
  expect(fiveInCc([...shared, ['a', 'c']], [])).toEqual({ disclosures: 14, threads: 14, pool: null });
  const { disclosures, threads, pool } = fiveInCc(shared, ['a']);
  expect({ disclosures, threads, pairs: pool?.pairs }).toEqual({ disclosures: 15, threads: 0, pairs: 15 });
  expect(pool?.viewers.toSorted().join('')).toBe('abcde');
  expect(pool?.subjects.toSorted().join('')).toBe('abcde');
});

import { expect, test } from 'vitest';
import { composeCheck, type CHECK_SEEDS, type Situation } from '../../../src/engine/compose/index.ts';
import { discern, sumOf, total } from '../../../src/engine/play/discernment.ts';
import { ENGLISH, LANGUAGES } from './words.ts';

const FORMS = Object.fromEntries(
  (['a', 'b'] as const).map((form) => [form, composeCheck(form, ENGLISH)]),
) as unknown as Record<keyof typeof CHECK_SEEDS, Situation[]>;

const asked = (situations: readonly Situation[]) => {
  const { protect, reach } = sumOf(situations.map(({ level, best }) => discern(level, { email: best })));
  return { protect: total(protect), reach: total(reach), wrong: protect.wrong + reach.wrong };
};

test('both forms of the check ask about 26 cards to protect and 27 to reach', () => {
  for (const form of ['a', 'b'] as const) expect(asked(FORMS[form])).toEqual({ protect: 26, reach: 27, wrong: 0 });
});

test('the forms have the same traps, the same relations and the same difficulty', () => {
  const sorted = (of: (situation: Situation) => string) =>
    (['a', 'b'] as const).map((form) => FORMS[form].map(of).toSorted());
  for (const [a, b] of [
    sorted(({ skeleton }) => skeleton.trap),
    sorted(({ skeleton }) => skeleton.relation),
    sorted(({ side }) => side),
  ])
    expect(a).toEqual(b);
  const [a, b] = (['a', 'b'] as const).map((form) => FORMS[form].reduce((sum, { difficulty }) => sum + difficulty, 0));
  expect(a).toBe(b);
});

test('no email of one form has the occasion, relation and trap of one of the other', () => {
  const [a, b] = [FORMS.a, FORMS.b].map((form) => form.map(({ skeleton }) => JSON.stringify(skeleton)));
  expect(a?.filter((skeleton) => b?.includes(skeleton))).toEqual([]);
});

test('a form has the same facts in every language', () => {
  for (const language of LANGUAGES)
    expect(composeCheck('a', language).map(({ facts }) => facts)).toEqual(FORMS.a.map(({ facts }) => facts));
});

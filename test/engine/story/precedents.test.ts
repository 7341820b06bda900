import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { MEASURES, PRECEDENTS, type Precedent } from '../../../src/engine/story/precedents.ts';

const text = readFileSync(new URL('../../../docs/sources.md', import.meta.url), 'utf8');
const rows = new Map(
  [...text.matchAll(/^\| `([^`]+)` +\| `([^`]+)` +\| (.+?) +\| (\S+) +\| (\d) +\| (.+?) +\| (.+?) +\|$/gm)].map(
    ([, id = '', law, shown, people, sensitivity, outcome = '', source]) => [
      id,
      { law, shown, people, sensitivity: Number(sensitivity), outcome, source },
    ],
  ),
);

const SIGNS = { GBP: '£', EUR: '€', PLN: 'PLN ' };
const OUTCOMES: Readonly<Record<Precedent['measure'], (precedent: Precedent) => string>> = {
  fine: ({ amount, currency }) => SIGNS[currency] + amount.toLocaleString('en'),
  reprimand: () => 'reprimand',
  warning: () => 'warning',
  'no-fine': () => 'no fine',
  'not-reported': () => 'not reported',
};

describe('every decision is in docs/sources.md with its source', () => {
  test('and no other is', () => {
    expect([...rows.keys()].toSorted()).toEqual(PRECEDENTS.map(({ id }) => id).toSorted());
  });

  test.each(PRECEDENTS.map((precedent) => [precedent.id, precedent] as const))('%s', (id, precedent) => {
    const row = rows.get(id);
    expect(row).toMatchObject({
      law: precedent.law,
      people: typeof precedent.people === 'number' ? precedent.people.toLocaleString('en') : precedent.people,
      sensitivity: precedent.sensitivity,
    });
    expect(row?.outcome).toContain(OUTCOMES[precedent.measure](precedent));
    expect(row?.source).not.toBe('');
  });
});

describe('every decision has a text in every language', () => {
  test.each(['en', 'de', 'fr', 'es', 'ar', 'ja'])('%s', (language) => {
    const file = new URL(`../../../src/i18n/${language}.json`, import.meta.url);
    const { precedent: told } = JSON.parse(readFileSync(file, 'utf8')) as { precedent: Record<string, string> };
    expect(Object.keys(told).toSorted()).toEqual(PRECEDENTS.map(({ id }) => id).toSorted());
    for (const { id, amount, people } of PRECEDENTS) {
      const figures = told[id]?.replaceAll(/(?<=\d)[.,\u202F\u00A0 ](?=\d{3})/g, '');
      const facts = [amount, people].filter((fact) => typeof fact === 'number' && fact > 1);
      for (const fact of facts) expect(figures).toContain(String(fact));
    }
  });
});

test('only a fine has an amount', () => {
  expect(MEASURES.at(-1)).toBe('fine');
  for (const { measure, amount } of PRECEDENTS) expect(amount > 0).toBe(measure === 'fine');
});

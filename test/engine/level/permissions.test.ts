import { describe, expect, test } from 'vitest';
import { checkLevel } from '../../../src/engine/level/check.ts';
import type { Field } from '../../../src/engine/level/level.ts';
import { discern } from '../../../src/engine/play/discernment.ts';
import { simulate } from '../../../src/engine/play/simulate.ts';
import { crowd, level, person, route } from '../levels.ts';

const pairs = (some: ReturnType<typeof level>, fields: Readonly<Record<string, Field>>) =>
  simulate(some, route(fields)).exposures.map(({ viewer, subject }) => `${viewer} sees ${subject}`);

describe('maySee: a permission in one direction', () => {
  const clients = level([person('lawyer', { maySee: ['ana', 'ben'] }), person('ana'), person('ben')]);

  test('lets the lawyer see her clients, while they see her and each other as leaks', () => {
    expect(pairs(clients, { lawyer: 'to', ana: 'to', ben: 'to' })).toEqual([
      'ana sees ben',
      'ana sees lawyer',
      'ben sees ana',
      'ben sees lawyer',
    ]);
  });

  test('covers the members of a list that it names, and * covers everyone', () => {
    const team = person('team', { kind: 'group', members: ['ana', 'ben'] });
    const some = (maySee: string[]) => level([person('lawyer', { maySee }), person('ana'), person('ben'), team]);
    const all = { lawyer: 'bcc', ana: 'to', ben: 'to' } as const;
    expect(pairs(some(['team']), all)).toEqual(['ana sees ben', 'ben sees ana']);
    expect(pairs(some(['*']), all)).toEqual(['ana sees ben', 'ben sees ana']);
    expect(pairs(some(['ana']), all)).toEqual(['ana sees ben', 'ben sees ana', 'lawyer sees ben']);
  });

  test('means that a person whom everyone on the mail may see needs no protection', () => {
    const open = level([person('lawyer'), crowd('victims', 1, { maySee: ['lawyer'] })]);
    expect(discern(open, route({ lawyer: 'to', victims: 'bcc' })).protect.wrong).toBe(0);
    expect(simulate(open, route({ lawyer: 'to', victims: 'bcc' })).disclosures).toBe(0);
  });

  test('names contacts of the level only', () => {
    expect(checkLevel(level([person('ana', { maySee: ['*', 'nobody'] })]))).toMatchObject([
      { code: 'unknown-contact', path: ['contacts', 0, 'maySee', 1] },
    ]);
  });
});

describe('reveals: what being on the mail says about a single contact', () => {
  const victims = level([crowd('victims', 20), person('lawyer', { reveals: 0 }), person('ana')]);

  test('makes no breach of seeing the lawyer on a mail to victims, while seeing a victim is one', () => {
    const seen = (fields: Readonly<Record<string, Field>>) => simulate(victims, route(fields));
    expect(seen({ victims: 'bcc', lawyer: 'to', ana: 'bcc' })).toMatchObject({ disclosures: 21, breach: false });
    expect(seen({ victims: 'bcc', lawyer: 'bcc', ana: 'to' })).toMatchObject({ disclosures: 21, breach: true });
  });

  test('can also say more than the mail', () => {
    const [exposure] = simulate(
      level([person('ana', { reveals: 3 }), person('ben')]),
      route({ ana: 'to', ben: 'bcc' }),
    ).exposures;
    expect(exposure).toMatchObject({ sensitivity: 3 });
  });
});

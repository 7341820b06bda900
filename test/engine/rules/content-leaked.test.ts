import { describe, expect, test } from 'vitest';
import { level, mail, person, route } from '../levels.ts';
import { simulate } from '../../../src/engine/play/simulate.ts';
import { lineOf } from './find.ts';

describe('content-leaked', () => {
  const wrong = (sensitivity: number) =>
    level([person('a'), person('wrong', { needs: 'nothing' })], { mails: [mail('mail', { sensitivity })] });
  const sent = route({ a: 'separate', wrong: 'separate' });

  test('a wrong reader counts as ten disclosures: 51 − 6 × log10(1 + 1,000)', () => {
    expect(lineOf('content-leaked', wrong(2), sent)).toMatchObject({
      gauge: 'privacy',
      points: 67,
      contacts: ['wrong'],
    });
    expect(simulate(wrong(2), sent)).toMatchObject({ breach: true, stars: 0, privacy: 33 });
  });

  test('on a mail without sensitive content, it leaves 70 and is no breach', () => {
    expect(simulate(wrong(0), sent)).toMatchObject({ privacy: 70, breach: false, stars: 2 });
  });

  test('is listed beside disclosures: no lost point hides it', () => {
    const press = level([person('a'), person('b'), person('press', { needs: 'nothing' })]);
    const all = route({ a: 'to', b: 'to', press: 'to' });
    expect(lineOf('content-leaked', press, all)?.points).toBeGreaterThan(0);
  });

  test('names its beat, the field, and that the mail was not for them', () => {
    const line = lineOf('content-leaked', wrong(2), sent);
    expect(line?.beats).toEqual(['content-leaked:mail']);
    expect(line?.causes).toEqual([
      { type: 'placed', mail: 'mail', contacts: ['wrong'], field: 'separate' },
      { type: 'fact', fact: 'needs-nothing', contacts: ['wrong'] },
    ]);
  });
});

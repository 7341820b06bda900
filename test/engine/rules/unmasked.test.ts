import { describe, expect, test } from 'vitest';
import { level, person, route } from '../levels.ts';
import { simulate } from '../../../src/engine/play/simulate.ts';
import { lineOf } from './find.ts';

describe('unmasked', () => {
  const secret = level([person('boss', { habits: ['replies-all'] }), person('a'), person('b')], {
    circles: [{ id: 'team', members: ['boss', 'a', 'b'], bond: 'context' }],
  });
  const sent = route({ boss: 'bcc', a: 'to', b: 'to' });

  test('a secret copy that comes to light leaves 75, even in a shared context', () => {
    expect(lineOf('unmasked', secret, sent)).toMatchObject({ gauge: 'privacy', points: 25, contacts: ['boss'] });
    expect(simulate(secret, sent)).toMatchObject({ privacy: 75, stars: 2, breach: false });
  });

  test('costs nothing if the reply reaches the sender alone', () => {
    expect(lineOf('unmasked', secret, route({ boss: 'bcc', a: 'bcc', b: 'bcc' }))).toBeUndefined();
  });

  test('names its beat, the field and the habit', () => {
    const line = lineOf('unmasked', secret, sent);
    expect(line?.beats).toEqual(['unmasked:mail:boss']);
    expect(line?.causes).toEqual([
      { type: 'placed', mail: 'mail', contacts: ['boss'], field: 'bcc' },
      { type: 'fact', fact: 'replies-all', contacts: ['boss'] },
    ]);
  });
});

import { describe, expect, test } from 'vitest';
import { crowd, level, mail, person, route } from '../levels.ts';
import { simulate } from '../../../src/engine/play/simulate.ts';
import { lineOf } from './find.ts';

describe('hidden-doer', () => {
  const two = level([person('doer', { needs: 'act' }), person('other', { needs: 'act' })], {
    mails: [mail('mail', { sensitivity: 0 })],
  });

  test('a doer in Bcc leaves a fiftieth of the need unmet', () => {
    expect(simulate(two, route({ doer: 'bcc', other: 'bcc' })).purpose).toBe(98);
    expect(simulate(two, route({ doer: 'bcc', other: 'to' })).purpose).toBe(99);
    expect(lineOf('hidden-doer', two, route({ doer: 'to', other: 'to' }))).toBeUndefined();
  });

  test('a crowd in Bcc does not count, because nobody would read a thousand names', () => {
    expect(lineOf('hidden-doer', level([crowd('many', 10, { needs: 'act' })]), route({ many: 'bcc' }))).toBeUndefined();
  });

  test('names its beat, the field and the need', () => {
    const line = lineOf('hidden-doer', two, route({ doer: 'bcc', other: 'to' }));
    expect(line).toMatchObject({ gauge: 'purpose', points: 1, contacts: ['doer'], beats: ['hidden-doer:mail'] });
    expect(line?.causes).toEqual([
      { type: 'placed', mail: 'mail', contacts: ['doer'], field: 'bcc' },
      { type: 'fact', fact: 'needs-act', contacts: ['doer'] },
    ]);
  });
});

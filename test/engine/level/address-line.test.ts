import { expect, test } from 'vitest';
import { checkLevel } from '../../../src/engine/level/check.ts';
import { levelSchema } from '../../../src/engine/level/level.ts';
import { simulate } from '../../../src/engine/play/simulate.ts';
import { level, mail, person, route } from '../levels.ts';

const suggesting = (...contacts: string[]) =>
  level(
    [
      person('sam-okoro', { needs: 'nothing' }),
      person('sam-ortiz'),
      person('all', { kind: 'list', members: ['sam-ortiz'], behind: 'number' }),
    ],
    {
      mails: [mail('mail', { suggestions: [{ typed: 'sam', contacts }] })],
    },
  );

test('the address line suggests contacts of the level, in its own order', () => {
  expect(checkLevel(suggesting('sam-okoro', 'sam-ortiz', 'all'))).toEqual([]);
  expect(levelSchema.safeParse(suggesting('sam-okoro')).success).toBe(true);
  expect(checkLevel(suggesting('sam-okoro', 'samira'))).toMatchObject([
    { code: 'unknown-contact', path: ['mails', 0, 'suggestions', 0, 'contacts', 1] },
  ]);
});

test('its suggestions, and what the player knows about a list, do not change the outcome', () => {
  const plain = level([
    person('sam-okoro', { needs: 'nothing' }),
    person('sam-ortiz'),
    person('all', { kind: 'list', members: ['sam-ortiz'] }),
  ]);
  const fields = { 'sam-okoro': 'to', all: 'cc' } as const;
  expect(simulate(suggesting('sam-okoro'), route(fields))).toEqual(simulate(plain, route(fields)));
});

import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Level } from '../../../src/engine/level/level.ts';
import { playOfRouting } from '../../../src/engine/play/play-of-routing.ts';
import { applyCommand, startPlay, type Play } from '../../../src/engine/play/play.ts';
import { courseLevel } from '../levels.ts';

const LEVELS = ['cv-to-rivals', 'survey-mailing', 'forum-privacy-reply'].map(courseLevel);

/** Places every card of each desk by the numbers, and sends, until nothing is left to send. */
function playBy(level: Level, numbers: readonly number[]): Play {
  let play = startPlay(level);
  let turn = 0;
  while (play.desk) {
    const { contacts, fields } = play.desk;
    for (const contact of contacts) {
      const field = fields[(numbers[turn++ % numbers.length] ?? 0) % fields.length] ?? 'none';
      play = applyCommand(level, play, { type: 'place', contacts: [contact], field });
    }
    const next = applyCommand(level, play, { type: 'send' });
    if (next === play) return play;
    play = next;
  }
  return play;
}

test('a routing gives back its play: the same mails, the same outcome', () => {
  fc.assert(
    fc.property(fc.constantFrom(...LEVELS), fc.array(fc.nat(5), { minLength: 1, maxLength: 20 }), (level, numbers) => {
      const play = playBy(level, numbers);
      const again = playOfRouting(level, play.routing);
      expect(again.routing).toEqual(play.routing);
      expect(again.outcome).toEqual(play.outcome);
      expect(again.desk?.mails).toEqual(play.desk?.mails);
    }),
    { numRuns: 60 },
  );
});

test('a routing that does not fit the level is followed as far as it fits', () => {
  const [level] = LEVELS;
  if (!level) throw new Error('There is no such level.');
  expect(playOfRouting(level, {})).toEqual(startPlay(level));
  expect(playOfRouting(level, { 'no-such-mail': { nobody: 'to' } })).toEqual(startPlay(level));
});

import { describe, expect, test } from 'vitest';
import { composeDay, MOST_A_DAY } from '../../../src/engine/compose/index.ts';
import type { Level, LevelText } from '../../../src/engine/level/level.ts';
import { ENGLISH, LANGUAGES, seeds } from './words.ts';

/** Returns the longer texts of a level: names, and labels such as that of a tray, may come twice. */
function sentencesOf({ title, briefing, contacts, circles = [], mails, received = [], lesson }: Level): string[] {
  const ofCards = new Set([...contacts, ...circles].flatMap(({ about }) => (about === undefined ? [] : [read(about)])));
  const ofMails = [...mails, ...received].map(({ body }) => read(body));
  return [title, lesson.why].map(read).concat(read(briefing).split('\n\n'), [...ofCards], ofMails);
}

const read = (text: LevelText | undefined): string =>
  typeof text === 'object' ? (Object.values(text)[0] ?? '') : (text ?? '');

describe('a day', () => {
  test('says no sentence twice, in any language', () => {
    for (const language of LANGUAGES)
      for (const seed of seeds(12)) {
        const said = composeDay(seed, language, MOST_A_DAY).flatMap(({ level }) => sentencesOf(level));
        const twice = said.filter((sentence, index) => said.indexOf(sentence) !== index);
        expect(twice, `${language.tag} ${seed}`).toStrictEqual([]);
      }
  });

  test.each([8, 9, 12])('of %i emails has a different occasion for each, and half of them are open', (count) => {
    for (const seed of seeds(25)) {
      const day = composeDay(seed, ENGLISH, count);
      expect(new Set(day.map(({ skeleton }) => skeleton.occasion)).size).toBe(count);
      const open = day.filter(({ side }) => side === 'open').length;
      expect(Math.abs(2 * open - count)).toBeLessThanOrEqual(1);
    }
  });

  test.each([0, 13, 2.5, Number.NaN])('of %s emails is refused', (count) => {
    expect(() => composeDay('a day', ENGLISH, count)).toThrow(RangeError);
  });
});

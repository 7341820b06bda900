import { describe, expect, test } from 'vitest';
import { simulate } from '../../../src/engine/play/simulate.ts';
import { peopleHarmedBy } from '../../../src/engine/story/leaks.ts';
import type { Mail } from '../../../src/engine/level/level.ts';
import { loadAllTexts, setLanguage } from '../../../src/i18n/index.ts';
import { describeBeat } from '../../../src/i18n/describe.ts';
import { crowd, level, mail, person, route } from '../levels.ts';

/** A behaviour log, meant for the staff, that reaches parents. */
const log = (about?: Mail['about'], parents = 300) =>
  level([person('staff'), crowd('parents', parents, { needs: 'nothing' })], {
    mails: [mail('mail', { sensitivity: 1, ...(about && { about }) })],
  });
const leaked = (some: ReturnType<typeof level>) => simulate(some, route({ staff: 'to', parents: 'bcc' }));
const harmOf = (some: ReturnType<typeof level>) => leaked(some).leaks.reduce((sum, { harm }) => sum + harm, 0);

describe('a mail about other people that reaches a wrong reader', () => {
  test('harms the people that it is about, however many read it', () => {
    expect(harmOf(log({ people: 69 }, 1))).toBe(harmOf(log({ people: 69 }, 1000)));
    expect(harmOf(log({ people: 138 }))).toBe(2 * harmOf(log({ people: 69 })));
    expect(harmOf(log(undefined, 1000))).toBe(1000 * harmOf(log(undefined, 1)));
  });

  test('harms them more the more it says, and the better it identifies them', () => {
    const plain = harmOf(log({ people: 69 }));
    expect(harmOf(log({ people: 69, sensitivity: 3 }))).toBe(100 * plain);
    expect(harmOf(log({ people: 69, identity: 'photo' }))).toBe(2 * plain);
    expect(harmOf(log({ people: 69, identity: 'handle' }))).toBe(plain / 2);
  });

  test('more harm never raises the score', () => {
    const scores = [1, 10, 1000, 100_000].map((people) => leaked(log({ people, sensitivity: 3 })).score);
    expect(scores).toEqual(scores.toSorted((a, b) => b - a));
    expect(leaked(log({ people: 69, sensitivity: 3 })).score).toBeLessThan(leaked(log()).score);
  });

  test('counts them once, even if several cards read it, and shares the harm among the cards', () => {
    const two = level([person('staff'), person('ana', { needs: 'nothing' }), person('ben', { needs: 'nothing' })], {
      mails: [mail('mail', { about: { people: 69 } })],
    });
    const both = simulate(two, route({ staff: 'to', ana: 'to', ben: 'bcc' })).leaks;
    const one = simulate(two, route({ staff: 'to', ana: 'to' })).leaks;
    expect(peopleHarmedBy(both)).toBe(69);
    expect(peopleHarmedBy(one)).toBe(69);
    expect(both.map(({ harm }) => harm)).toEqual([(one[0]?.harm ?? 0) / 2, (one[0]?.harm ?? 0) / 2]);
    expect(peopleHarmedBy(leaked(log(undefined, 300)).leaks)).toBe(300);
  });

  test('counts a wrong reader of several mails once, and the people of each mail for each', () => {
    const leak = (of: string, about: number) => ({ mail: of, contact: 'parents', people: 300, about });
    expect(peopleHarmedBy([leak('one', 0), leak('two', 0)])).toBe(300);
    expect(peopleHarmedBy([leak('one', 69), leak('two', 12)])).toBe(81);
    expect(peopleHarmedBy([leak('one', 69), leak('two', 0)])).toBe(369);
  });

  test('is weighed by the regulator by the people that it is about, and reported with their number', async () => {
    await Promise.all([setLanguage('en'), loadAllTexts()]);
    const regulator = { name: 'Regulator', test: 'uk-gdpr' as const, after: 'P19M' };
    const decided = (people: number) => {
      const some = log({ people, sensitivity: 3 }, 1);
      return leaked({ ...some, regulator }).decision?.outcome;
    };
    expect([decided(1), decided(100)]).toEqual(['advice', 'fine']);
    const beat = leaked(log({ people: 69 }, 2)).beats.find(({ kind }) => kind === 'content-leaked');
    expect(beat).toMatchObject({ numbers: { people: 2, about: 69 } });
    expect(beat && describeBeat(log({ people: 69 }, 2), beat)).toBe(
      'The email ends up in the wrong hands: parents. It says something about 69 people.',
    );
  });

  test('harms nobody when the readers are the right ones', () => {
    expect(simulate(log({ people: 69 }), route({ staff: 'to' }))).toMatchObject({ leaks: [], breach: false });
  });
});

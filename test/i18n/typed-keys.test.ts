import { beforeAll, describe, expect, test } from 'vitest';
import { setLanguage, t, type PlainTextKey, type TextParams } from '../../src/i18n/index.ts';

beforeAll(() => setLanguage('en'));

// Each line below an `@ts-expect-error` must not compile: the types stage fails if it does.
describe('a call that does not compile', () => {
  test('names a text that does not exist', () => {
    // @ts-expect-error -- there is no such key
    expect(t('home.no-such-text')).toBe('home.no-such-text');
    const part: string = 'title';
    // @ts-expect-error -- any text could be meant, so the compiler knows none
    expect(t(`home.${part}`)).toBe('Blind Copy');
    // @ts-expect-error -- a part of the file is no text
    t('home');
  });

  test('lacks the values of its text', () => {
    // @ts-expect-error -- the score is missing
    expect(t('stars.score')).toBe('undefined of 100 points');
    // @ts-expect-error -- the line and the column are missing
    t('home.place', { file: 'a.json' });
    // @ts-expect-error -- the number which chooses the plural is missing
    t('stars.label', {});
    // @ts-expect-error -- a plural is chosen by a number
    t('count.people', { count: 'three' });
  });

  test('gives a value that its text does not have', () => {
    // @ts-expect-error -- nothing is put into this text
    expect(t('home.title', { name: 'Ana' })).toBe('Blind Copy');
    // @ts-expect-error -- there is no place for a name
    t('stars.score', { score: 3, name: 'Ana' });
  });

  test('lacks what one of several texts needs', () => {
    for (const name of ['page', 'back'] as const) {
      // @ts-expect-error -- "page" needs both of its numbers
      t(`board.${name}`, { page: 1 });
      expect(t(`board.${name}`, { page: 1, pages: 2 })).not.toBe('');
    }
  });

  test('stores a key that needs values as one that needs none', () => {
    const plain: PlainTextKey = 'home.title';
    // @ts-expect-error -- it needs a number
    const full: PlainTextKey = 'stars.score';
    expect([plain, full]).toHaveLength(2);
    const params: TextParams<'count.range'> = { min: 1, max: 'two' };
    expect(t('count.range', params)).toBe('1 to two');
  });
});

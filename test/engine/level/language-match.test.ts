import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { matchLanguage } from '../../../src/engine/index.ts';

describe('the best language for a reader', () => {
  test.each([
    ['de', ['en', 'de'], 'de'],
    ['de', ['en-GB', 'de-DE'], 'de-DE'],
    ['de-AT', ['en', 'de'], 'de'],
    ['de-AT', ['de', 'de-AT'], 'de-AT'],
    ['de', ['de-AT', 'de'], 'de'],
    ['de-AT', ['en', 'de-DE'], 'de-DE'],
    ['DE-at', ['De-At'], 'De-At'],
    ['zh-Hant-TW', ['zh-Hans', 'zh-Hant'], 'zh-Hant'],
    ['zh-Hant', ['zh-Hans', 'zh-Hant-HK'], 'zh-Hant-HK'],
    ['ar-u-nu-latn', ['ar'], 'ar'],
    ['en-a-bbb', ['en-a', 'en'], 'en'],
    ['en-XA', ['de', 'en'], 'en'],
  ])('%s among %j is %s', (wanted, tags, found) => {
    expect(matchLanguage(wanted, tags)).toBe(found);
  });

  test.each([
    ['de', []],
    ['de', ['en', 'den', 'nds-de']],
    ['', ['en']],
    ['-', ['en']],
    ['d', ['de']],
    ['und', ['de']],
  ])('%j among %j is none', (wanted, tags) => {
    expect(matchLanguage(wanted, tags)).toBeNull();
  });

  test('does not depend on the case of the tags', () => {
    const subtag = fc.constantFrom('de', 'at', 'Latn', 'x', '1996');
    const tag = fc.array(subtag, { minLength: 1, maxLength: 4 }).map((parts) => parts.join('-'));
    fc.assert(
      fc.property(tag, fc.array(tag, { maxLength: 5 }), (wanted, tags) => {
        const found = matchLanguage(wanted, tags);
        const loud = matchLanguage(
          wanted.toUpperCase(),
          tags.map((one) => one.toUpperCase()),
        );
        expect(loud).toBe(found?.toUpperCase() ?? null);
      }),
    );
  });
});

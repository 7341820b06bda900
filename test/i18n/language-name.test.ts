import { expect, test } from 'vitest';
import { setLanguage } from '../../src/i18n/index.ts';
import { languageName } from '../../src/i18n/language-name.ts';

test('the name of a language is in the language of the page', async () => {
  await setLanguage('en');
  expect(languageName('de')).toBe('German');
  await setLanguage('de');
  expect(languageName('de')).toBe('Deutsch');
});

test('a tag that names no language is its own name', () => {
  for (const tag of ['en_US', '*', '日本', 'de-', 'a', 'qqq']) expect(languageName(tag)).toBe(tag);
});

import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { disguise, disguiseAll } from '../../src/i18n/pseudo.ts';
import { loadPackageTexts, packageText } from '../../src/i18n/package-texts.ts';
import { language, setLanguage, t, textOf } from '../../src/i18n/index.ts';

test('a disguised text is in brackets, longer, without a plain letter, and keeps its placeholders and addresses', () => {
  expect(disguise('Send {{count}} mails to hr@southgale.example')).toBe(
    '⟦Šéñð {{count}} ɱåîļš ţö hr@southgale.example ļöŕéɱ⟧',
  );
  fc.assert(
    fc.property(fc.stringMatching(/^[ -z]+$/), (text) => {
      const told = disguise(text.replaceAll('@', ''));
      expect(told).toMatch(/^⟦[^A-Za-z]*⟧$/);
      expect(told.length).toBeGreaterThan(text.replaceAll('@', '').length * 1.3);
    }),
  );
});

test('all texts of a file are disguised, with the same keys', () => {
  expect(disguiseAll({ a: { b: 'Yes' }, c: 'No' })).toEqual({ a: { b: '⟦Ýéš ļö⟧' }, c: '⟦Ñö ļ⟧' });
});

test('only its own tag selects it, and it disguises levels too', async () => {
  await setLanguage('en-XA');
  expect(language()).toBe('en-XA');
  expect(t('desk.send')).toBe('⟦Šéñð ļö⟧');
  expect(textOf({ en: 'Yes', de: 'Ja' })).toBe('⟦Ýéš ļö⟧');
  await setLanguage('en-GB');
  expect(language()).toBe('en');
  expect(textOf({ en: 'Yes', de: 'Ja' })).toBe('Yes');
});

test('it disguises the texts of packages, which are in files of their own', async () => {
  await setLanguage('en-XA');
  await loadPackageTexts('en-XA');
  expect(packageText('finish')).toMatch(/^⟦[^A-Za-z]*⟧$/);
});

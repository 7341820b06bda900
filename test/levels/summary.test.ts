import { expect, test } from 'vitest';
import { inOneLanguage, summaryOf } from '../../src/levels/summary.ts';
import { translatedFile, translationFile } from '../../src/levels/translation-names.ts';
import { level } from '../engine/levels.ts';

test('a summary for readers of one language keeps the text that they are shown', () => {
  const summary = summaryOf(level([], { title: { en: 'Title', pt: 'Título' }, summary: 'One for all' }));
  expect(inOneLanguage(summary, 'pt-BR')).toMatchObject({ title: { pt: 'Título' }, summary: 'One for all' });
  expect(inOneLanguage(summary, 'ja').title).toEqual({ en: 'Title', pt: 'Título' });
});

test('the file of a translation is named by its level and language, whatever its ending is written like', () => {
  expect(translationFile('my-level.json', 'fr')).toBe('my-level.fr.json');
  expect(translatedFile('my-level.fr.json')).toEqual({ level: 'my-level.json', language: 'fr' });
  expect(translatedFile('MY-LEVEL.pt-BR.JSON')).toEqual({ level: 'MY-LEVEL.JSON', language: 'pt-BR' });
  expect(translatedFile('my-level.json')).toBeNull();
});

import { describe, expect, test } from 'vitest';
import { begin, record, undo } from '../../src/workshop/history.ts';
import { keptLevel, readKeptLevel } from '../../src/workshop/kept-level.ts';
import type { LevelFiles } from '../../src/workshop/level-files.ts';
import { setText } from '../../src/workshop/texts.ts';
import { draftIn, withLanguage, withTextsIn, writtenLanguage } from '../../src/workshop/writing-language.ts';

const level = (content: object, beside: object | null = null): LevelFiles => ({
  file: 'one.json',
  text: `${JSON.stringify(content, null, 2)}\n`,
  translations: beside ? [{ language: 'fr', file: 'one.fr.json', text: `${JSON.stringify(beside, null, 2)}\n` }] : [],
});
const GERMAN = level({
  format: 2,
  title: { de: 'Eins' },
  sender: { name: 'Robin' },
  contacts: [{ id: 'ana', name: { de: 'Ana' } }],
});

describe('the language that an author writes in', () => {
  test('is that of the page where the level has it, else the first of the level, unless the author says another', () => {
    expect(writtenLanguage(level({}), 'de')).toBe('de');
    expect(writtenLanguage(GERMAN, 'de')).toBe('de');
    expect(writtenLanguage(GERMAN, 'en')).toBe('de');
    expect(writtenLanguage(withLanguage(GERMAN, 'en'), 'de')).toBe('en');
    expect(writtenLanguage(level({ title: { en: 'One' } }, { format: 1, title: 'Un' }), 'fr')).toBe('fr');
  });

  test('is kept on the device, and is a step to undo', () => {
    const history = record(begin(GERMAN), withLanguage(GERMAN, 'en'));
    expect(readKeptLevel(keptLevel('id', history, 1, 0))).toEqual(history);
    expect(undo(history).present).toEqual(GERMAN);
    expect(readKeptLevel(keptLevel('id', begin(GERMAN), 1, 0))?.present).toEqual(GERMAN);
  });

  test('changes no text when the author adds a version', () => {
    const english = setText(withLanguage(GERMAN, 'en'), ['contacts', 0, 'name'], 'en', 'Anna');
    expect(JSON.parse(english.text)).toEqual({
      ...JSON.parse(GERMAN.text),
      contacts: [{ id: 'ana', name: { de: 'Ana', en: 'Anna' } }],
    });
  });
});

describe('texts that were taken for another language', () => {
  test('get the right one, and texts for all languages stay', () => {
    const english = withTextsIn(GERMAN, 'de', 'en');
    expect(english.text).toBe(GERMAN.text.replaceAll('"de":', '"en":'));
    expect(writtenLanguage(english, 'de')).toBe('en');
    expect(withTextsIn(english, 'en', 'de').text).toBe(GERMAN.text);
  });

  test('get the right one in a file beside the level, too', () => {
    const files = level({ format: 2, translations: ['es', 'fr'], title: { en: 'One' } }, { format: 1, title: 'Un' });
    const italian = withTextsIn(files, 'fr', 'it');
    expect(JSON.parse(italian.text)).toMatchObject({ translations: ['es', 'it'], title: { en: 'One' } });
    expect(italian.translations).toEqual([{ ...files.translations[0], language: 'it', file: 'one.it.json' }]);
  });

  test('get one where the file says none', () => {
    const plain = level({ format: 2, title: 'One', contacts: [{ id: 'ana', name: 'Ana' }] });
    expect(JSON.parse(withTextsIn(plain, null, 'en').text)).toEqual({
      format: 2,
      title: { en: 'One' },
      contacts: [{ id: 'ana', name: { en: 'Ana' } }],
    });
  });
});

test('the form shows the texts of a language that lie beside the level', () => {
  const files = level(
    { format: 2, title: { en: 'One' }, contacts: [{ id: 'ana', name: 'Ana' }] },
    { format: 1, title: 'Un', contacts: [{ id: 'ana', name: 'Anne' }] },
  );
  expect(draftIn(files, 'fr')).toMatchObject({
    title: { en: 'One', fr: 'Un' },
    contacts: [{ name: { und: 'Ana', fr: 'Anne' } }],
  });
  expect(draftIn(files, 'en')).toMatchObject({ title: { en: 'One' }, contacts: [{ name: 'Ana' }] });
});

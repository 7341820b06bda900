import { check } from 'prettier';
import { describe, expect, test } from 'vitest';
import { checkLevelFiles } from '../../../src/levels/check.ts';
import { languagesOf, translationTable } from '../../../src/workshop/translation/table.ts';
import { withTargets } from '../../../src/workshop/translation/targets.ts';
import { courseFiles, levelWith } from './level-files.ts';

const pretty = (text: string) => check(text, { parser: 'json', singleQuote: true, printWidth: 120 });

describe('the table of a translation', () => {
  test('has every text with its place, its limit and its translation', () => {
    const { rows, missing, file } = translationTable(courseFiles('cv-to-rivals'), 'en', 'fr');
    expect([file, missing]).toEqual(['cv-to-rivals.json', 0]);
    expect(rows.find(({ key }) => key === 'contacts.northwind.name')).toMatchObject({
      field: 'contacts.name',
      item: 'northwind',
      maxLength: 60,
      source: 'Northwind, HR',
      target: 'Northwind, recrutement',
      forAll: false,
      fault: null,
    });
    expect(rows.find(({ key }) => key === 'sender.name')).toMatchObject({
      item: null,
      forAll: true,
      target: null,
      fault: null,
    });
    expect(rows.some(({ key }) => key === 'lesson.realCase.source.title')).toBe(true);
  });

  test('says what is missing, too long or without its placeholders', () => {
    const files = levelWith({
      title: { en: 'For {n}', fr: 'Pour tous' },
      summary: { en: 'S', fr: 'x'.repeat(141) },
      briefing: { en: 'B', de: 'B' },
    });
    const faults = translationTable(files, 'en', 'fr').rows.map(({ key, fault }) => [key, fault] as const);
    expect(Object.fromEntries(faults)).toMatchObject({
      title: 'placeholders',
      summary: 'too-long',
      briefing: 'missing',
      'sender.name': null,
    });
    expect(languagesOf(files)).toEqual(['en', 'fr', 'de']);
  });

  test('keeps two items with one id apart while a draft has them', () => {
    const text = JSON.stringify({ contacts: [{ id: 'a', name: 'A' }, { id: 'a', name: 'B' }, { name: 'C' }] });
    const { rows } = translationTable({ file: 'x.json', text, translations: [] }, 'en', 'fr');
    expect(rows.map(({ key }) => key)).toEqual(['contacts.a.name', 'contacts.a.name#2', 'contacts.#3.name']);
  });
});

describe('translations that are written', () => {
  test('leave files that the checker and prettier are content with', async () => {
    for (const language of ['fr', 'de', 'pt-BR']) {
      const files = courseFiles('cv-to-rivals');
      const { rows } = translationTable(files, 'en', language);
      const changed = withTargets(files, language, new Map(rows.map((row) => [row, `${row.source.slice(0, 20)}!`])));
      const { problems } = checkLevelFiles(changed, ['en', 'de', 'fr', 'es', 'ar', 'ja', language], () => []);
      expect(problems).toEqual([]);
      for (const { text } of [changed, ...changed.translations]) expect(await pretty(text)).toBe(true);
      const again = translationTable(changed, 'en', language);
      expect(again.rows.map(({ target }) => target)).toEqual(rows.map(({ source }) => `${source.slice(0, 20)}!`));
    }
  });

  test('change nothing but the one text, and can be removed again', () => {
    const files = courseFiles('cv-to-rivals');
    const [row] = translationTable(files, 'en', 'fr').rows.filter(({ key }) => key === 'contacts.manager.about');
    if (!row) throw new Error('no row');
    const changed = withTargets(files, 'fr', new Map([[row, 'Ne sait rien.']]));
    const before = files.translations[0]?.text.split('\n') ?? [];
    const after = changed.translations[0]?.text.split('\n') ?? [];
    expect(after.filter((line, index) => line !== before[index])).toEqual(['      "about": "Ne sait rien."']);
    expect(changed.text).toBe(files.text);
    const removed = withTargets(changed, 'fr', new Map([[row, '']]));
    expect(translationTable(removed, 'en', 'fr').missing).toBe(1);
  });
});

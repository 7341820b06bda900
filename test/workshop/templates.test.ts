import { format } from 'prettier';
import { describe, expect, test } from 'vitest';
import { bestRouting, checkLanguages, habitResults } from '../../src/engine/index.ts';
import { simulate } from '../../src/engine/play/simulate.ts';
import { readLevel } from '../../src/levels/index.ts';
import { checkDraft } from '../../src/workshop/draft.ts';
import { draftOf } from '../../src/workshop/level-files.ts';
import { fromTemplate, templateList, TEMPLATE_LANGUAGES, TEMPLATES } from '../../src/workshop/templates/templates.ts';

describe.each(TEMPLATES)('the template %s', (name) => {
  test.each(TEMPLATE_LANGUAGES)('has every text in %s, laid out as prettier does', async (language) => {
    const { text, file } = await fromTemplate(name, language);
    const read = readLevel(text, file);
    expect(read.problems).toEqual([]);
    expect(read.ok && checkLanguages(read.level, [language])).toEqual([]);
    expect(await format(text, { parser: 'json', printWidth: 120 })).toBe(text);
  });

  test('can be won, and no habit wins it', async () => {
    const { level, problems } = checkDraft(await fromTemplate(name, 'en'), ['en']);
    expect(problems).toEqual([]);
    expect(level?.contacts.length).toBeGreaterThanOrEqual(3);
    expect(level?.contacts.length).toBeLessThanOrEqual(6);
    if (!level) return;
    const best = simulate(level, bestRouting(level).routing).score;
    const habits = habitResults(level).map(({ outcome }) => outcome.score);
    expect(best).toBeGreaterThanOrEqual(95);
    expect(Math.max(...habits)).toBeLessThanOrEqual(best - 20);
  });
});

test('the templates are listed in the language of the author, else in English', async () => {
  const [first] = await templateList('de');
  expect(first?.title).toBe('Ein Abend für alle Klienten');
  expect((await templateList('nl')).map(({ title }) => title)).toEqual(
    (await templateList('en')).map(({ title }) => title),
  );
  expect(draftOf(await fromTemplate('reply-decides', 'nl')).title).toEqual({ en: 'A shift swap' });
});

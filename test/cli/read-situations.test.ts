import { expect, test } from 'vitest';
import { composeMany, composeReport } from '../../src/cli/compose.ts';
import { readingText } from '../../src/cli/read-situations.ts';
import { loadAllTexts, setLanguage, textOf } from '../../src/i18n/index.ts';
import { ENGLISH } from '../engine/compose/words.ts';

await setLanguage('en');
await loadAllTexts();

const SITUATIONS = composeMany('reading', 60, ENGLISH);

test('a situation to read on paper has its people, its fields and what is filled in, but not the answer', () => {
  const text = readingText(SITUATIONS, false);
  for (const { level } of SITUATIONS) {
    expect(text).toContain(textOf(level.briefing));
    for (const { name, address } of level.contacts.filter(({ id }) => level.mails[0]?.contacts?.includes(id)))
      expect(text).toContain(`${textOf(name)} <${address}>`);
    expect(text).not.toContain(textOf(level.lesson.why));
  }
  expect(text).toContain('Filled in when you open it:');
  expect(text).toContain('You reply to this email.');
  expect(text).toContain('The email program warns at 15 or more addresses');
  expect(text).toContain('You can use: To, Cc, Bcc, Separate emails and Left out');
  expect(text).not.toMatch(/\{\{|read-|Best way/);
});

test('the answers add the best way and its reason', () => {
  const text = readingText(SITUATIONS, true);
  expect(text.match(/^Best way, \d+ of 100 points:$/gm)).toHaveLength(SITUATIONS.length);
  for (const { level } of SITUATIONS) expect(text).toContain(`Why: ${textOf(level.lesson.why)}`);
});

test('a report counts situations that differ only in words once by their facts', () => {
  const report = composeReport(SITUATIONS, 1);
  expect(report.distinctTexts).toBe(60);
  expect(report.distinctFacts).toBeLessThan(60);
  const [first] = SITUATIONS;
  if (!first) throw new Error('nothing was composed');
  const renamed = { ...first, level: { ...first.level, title: 'Other words' } };
  expect(composeReport([first, renamed], 1)).toMatchObject({ distinctFacts: 1, distinctTexts: 2 });
});

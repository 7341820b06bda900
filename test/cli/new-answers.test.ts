import { beforeAll, describe, expect, test } from 'vitest';
import { newAnswers, wrongWith, type NewFlags } from '../../src/cli/new-answers.ts';
import { newLevel } from '../../src/cli/new.ts';
import { setLanguage } from '../../src/i18n/index.ts';
import { readLevel } from '../../src/levels/index.ts';

const LONG = 'x'.repeat(61);
const BLANK = '\u2800\u200B';
const NO_FLAGS: NewFlags = { open: false, hidden: false };

// Another test may have changed the language.
beforeAll(() => setLanguage('en'));

/** Someone who types these lines. */
function typing(...lines: string[]) {
  const asked: string[] = [];
  const ask = async (question: string) => {
    asked.push(question);
    const line = lines.shift();
    if (line === undefined) throw new Error('Asked once too often.');
    return line;
  };
  return { ask, asked };
}

describe('the texts of a new level', () => {
  test.each(['title', 'sender'] as const)('are checked as the checker does: %s', (name) => {
    expect(wrongWith(name, 'Fine')).toBeNull();
    expect(wrongWith(name, 'x'.repeat(60))).toBeNull();
    expect(wrongWith(name, LONG)).toContain('61');
    expect(wrongWith(name, BLANK)).toMatch(`--${name}: `);
    expect(wrongWith(name, '')).toMatch(`--${name}: `);
  });

  test.each([
    ['a title that is too long', { title: LONG }],
    ['a sender that is too long', { sender: LONG }],
    ['a title that shows nothing', { title: BLANK }],
    ['a title of spaces', { title: '   ' }],
    ['a sender that is empty', { sender: '' }],
  ])('are refused where nobody can be asked: %s', async (_, flags) => {
    const result = await newAnswers({ ...NO_FLAGS, ...flags }, null, () => {});
    expect(result.ok).toBe(false);
  });

  test('are suggested when there is no answer', async () => {
    const result = await newAnswers(NO_FLAGS, null, () => {});
    expect(result).toEqual({ ok: true, answers: { title: 'My level', sender: 'Sam Reed', open: false } });
  });

  test('are asked for again until they are valid', async () => {
    const { ask, asked } = typing(LONG, BLANK, ' Lunch ', 'Sam', 'y');
    const told: string[] = [];
    const result = await newAnswers({ ...NO_FLAGS, sender: LONG }, ask, (line) => told.push(line));
    expect(result).toEqual({ ok: true, answers: { title: 'Lunch', sender: 'Sam', open: true } });
    expect(told).toHaveLength(3);
    expect(asked).toHaveLength(5);
  });

  test('are not asked for when flags give them', async () => {
    const { ask, asked } = typing();
    const flags = { title: 'Lunch', sender: 'Sam', open: false, hidden: true };
    expect(await newAnswers(flags, ask, () => {})).toMatchObject({ ok: true });
    expect(asked).toEqual([]);
  });

  test('make a level that can be read', async () => {
    const result = await newAnswers({ ...NO_FLAGS, title: 'x'.repeat(60) }, null, () => {});
    if (!result.ok) throw new Error(result.wrong);
    expect(readLevel(JSON.stringify(newLevel({ id: 'lunch', ...result.answers })), 'lunch.json').problems).toEqual([]);
  });
});

import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test, vi } from 'vitest';
import type { ComposeReport } from '../../src/cli/compose.ts';
import { main } from '../../src/cli/main.ts';

const folder = mkdtempSync(join(tmpdir(), 'command-'));
afterAll(() => rmSync(folder, { recursive: true }));

interface Answer {
  readonly exit: number | null;
  readonly said: string;
}

/** The command as a trainer runs it, which builds it first, in a process of its own. */
function levelInTerminal(args: readonly string[], env: NodeJS.ProcessEnv = process.env): Answer {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['tools/level.mjs', ...args], {
    encoding: 'utf8',
    env,
  });
  return { exit: status, said: stdout + stderr };
}

/** The command without a process of its own, whose start takes most of the time. */
async function level(...args: string[]): Promise<Answer> {
  const lines: unknown[] = [];
  const keep = (line: unknown) => void lines.push(line);
  const spies = [
    vi.spyOn(console, 'log').mockImplementation(keep),
    vi.spyOn(console, 'error').mockImplementation(keep),
  ];
  try {
    return { exit: await main(['--lang', 'en', ...args]), said: `${lines.join('\n')}\n` };
  } finally {
    for (const spy of spies) spy.mockRestore();
  }
}

describe('npm run level', () => {
  test('finds no fault in the course, and says what is wrong with a broken file', async () => {
    expect(await level('check', '--strict')).toMatchObject({
      exit: 0,
      said: expect.stringContaining('All good') as string,
    });
    const broken = levelInTerminal(['--lang', 'en', 'check', 'test/levels/broken/real-domain.json']);
    expect(broken.exit).toBe(1);
    expect(broken.said).toContain('real-domain.json:14:50  error  post@bank.com could belong to a real person.');
    const { said } = await level('check', '--json', 'test/levels/broken/unknown-viewer.json');
    expect(JSON.parse(said)).toMatchObject({
      ok: false,
      problems: [{ line: 27, column: 43, code: 'unknown-contact', text: '"eva"', hint: 'Did you mean “eve”?' }],
    });
  });

  test('reports what each habit earns over the course', async () => {
    const { exit, said } = await level('report', 'test/course/course.json', '--json');
    expect(exit).toBe(0);
    const { habits } = JSON.parse(said) as { habits: { habit: string; score: number; levels: object }[] };
    const score = (name: string) => habits.find(({ habit }) => habit === name);
    expect(score('nobody')).toMatchObject({ score: 0, passed: false, won: [] });
    expect(score('all-bcc')?.score).toBeGreaterThan(score('all-to')?.score ?? 100);
    expect(Object.keys(score('all-to')?.levels ?? {})).toEqual([
      'cv-to-rivals',
      'survey-mailing',
      'forum-privacy-reply',
    ]);
    expect((await level('report', 'test/course/course.json')).said).toContain('levels with three stars');
  });

  test.each(['--open', '--hidden'])('begins a level that is whole, %s, and reports on it', async (kind) => {
    const name = `new${kind}`.replace('--', '-');
    const file = join(folder, `${name}.json`);
    expect((await level('new', name, kind, '--folder', folder)).exit).toBe(0);
    expect((await level('new', name, kind, '--folder', folder)).exit).toBe(1);
    expect(await level('check', '--strict', file)).toMatchObject({ exit: 0 });
    const report = await level('report', file);
    expect(report.exit).toBe(0);
    expect(report.said).toContain('Best routing: 100 of 100 points, 3 of 3 stars');
    expect(report.said).not.toMatch(/\{\{|habit\.|field\.|beat\./);
    expect(await level('migrate', file)).toMatchObject({ exit: 0 });
  });

  test.each([
    ['a title that is too long', ['--title', 'x'.repeat(86)], '86'],
    ['a sender that is too long', ['--sender', 'x'.repeat(61)], '61'],
    ['a title that shows nothing', ['--title', '\u2800'], '--title'],
  ])('writes nothing for %s', async (_, flags, words) => {
    const { exit, said } = await level('new', 'refused', ...flags, '--folder', folder);
    expect(exit).toBe(1);
    expect(said).toContain(words);
    expect(existsSync(join(folder, 'refused.json'))).toBe(false);
  });

  test('composes the same situation from the same seed, and reports on many', async () => {
    const { exit, said } = await level('compose', '--seed', '2026-12-01');
    expect(exit).toBe(0);
    expect(JSON.parse(said)).toMatchObject({ format: 2, lesson: { rule: expect.any(String) as string } });
    const report = await level('compose', '--seed', '2026-12-01', '--count', '300', '--report', '--json');
    const found = JSON.parse(report.said) as ComposeReport;
    expect(found).toMatchObject({ made: 300, distinctTexts: 300 });
    expect(found.distinctFacts).toBeGreaterThan(100);
    expect(found.distinctFacts).toBeLessThan(300);
    expect(found.skeletons.seen).toBeGreaterThanOrEqual(60);
    expect(found.visible).toBeGreaterThan(45);
    expect(found.visible).toBeLessThan(55);
    expect(found.habits.filter(({ score }) => score > 60)).toEqual([]);
    expect((await level('compose', '--seed', 'x', '--report')).said).not.toMatch(/\{\{|habit\.|compose-/);
  });

  test('uses the language of the terminal, and ignores an empty variable', () => {
    const env = { ...process.env, LC_ALL: '', LC_MESSAGES: '', LANG: 'de_AT.UTF-8' };
    expect(levelInTerminal(['--help'], env)).toMatchObject({
      exit: 0,
      said: expect.stringContaining('Level für') as string,
    });
  });

  test.each([
    [[]],
    [['fly']],
    [['check', 'nowhere.json']],
    [['report']],
    [['new', 'Not An Id']],
    [['compose']],
    [['compose', '--seed', 'x', '--count', '0']],
  ])('exits with 1 on %j', async (args) => {
    expect((await level(...args)).exit).toBe(1);
  });
});

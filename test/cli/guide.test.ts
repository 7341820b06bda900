import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checkFiles, checkLevelFile } from '../../src/cli/check.ts';
import { problemLines } from '../../src/cli/print.ts';
import { bestRouting } from '../../src/engine/analysis/analysis.ts';
import { habitResults } from '../../src/engine/analysis/habits.ts';
import { setLanguage } from '../../src/i18n/index.ts';
import { simulate } from '../../src/engine/play/simulate.ts';

/** The tutorial, followed step by step: every file in its state, and every response of the checker. */
const GUIDE = readFileSync('docs/write-a-level.md', 'utf8');
const STEP = /<!-- (file|add to|add to list|problems)(?:: (?:(\S+) in )?(\S+))? -->\s*```(?:json|text)\n([\s\S]*?)```/g;
const steps = [...GUIDE.matchAll(STEP)].map(([, what = '', list = '', file = '', text = '']) => ({
  what,
  list,
  file,
  text,
}));

const folder = mkdtempSync(join(tmpdir(), 'guide-'));
const place = (file: string) => join(folder, basename(file));
beforeAll(() => setLanguage('en'));
afterAll(() => rmSync(folder, { recursive: true }));

/** An addition goes before the last bracket of the file, or of a list, after a comma. */
function added(text: string, list: string, piece: string): string {
  const start = list === '' ? text.lastIndexOf('}') : endOfList(text, list);
  const before = text.slice(0, start).trimEnd();
  const indented = piece.trimEnd().replaceAll(/^/gm, '  ');
  return `${before},\n${indented}\n${text.slice(start)}`;
}

function endOfList(text: string, list: string): number {
  let depth = 0;
  for (let at = text.indexOf('[', text.indexOf(`"${list}"`)); at < text.length; at += 1) {
    if (text[at] === '[') depth += 1;
    if (text[at] === ']') depth -= 1;
    if (depth === 0) return at;
  }
  throw new Error(`There is no list ${list}.`);
}

function answer(): string {
  return checkFiles([place('my-course.json')])
    .problems.map((problem) => problemLines(problem).split('\n')[0]?.replaceAll(folder, 'levels'))
    .map((line) => `${line ?? ''}\n`)
    .join('');
}

describe('the guide', () => {
  test("leads from an empty folder to a level, with the checker's responses on the way", () => {
    const told: string[] = [];
    const heard: string[] = [];
    for (const { what, list, file, text } of steps) {
      if (what === 'problems') {
        told.push(text.trim());
        heard.push(answer().trim());
      } else if (what === 'file') writeFileSync(place(file), text);
      else writeFileSync(place(file), added(readFileSync(place(file), 'utf8'), list, text));
    }
    expect(heard).toEqual(told);
    expect(told).toHaveLength(5);
  });

  test('ends with a level that thinking wins, and no habit', () => {
    const { level, problems } = checkLevelFile(place('sleep-check.json'), ['en']);
    expect(problems).toEqual([]);
    if (!level) throw new Error('The level does not play.');
    const best = bestRouting(level);
    expect(best.outcome).toMatchObject({ score: 100, stars: 3 });
    expect(habitResults(level).some(({ wins }) => wins)).toBe(false);
    const shown = simulate(level, { invitation: { staff: 'cc', doctor: 'to', assistant: 'to' } });
    expect(shown).toMatchObject({ breach: true, stars: 0, disclosures: 12 * 11 });
    expect(shown.beats.map(({ id }) => id)).toContain('authored:break-room');
  });

  test('links to files and headings that exist', () => {
    const headings = [...GUIDE.matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
      heading
        .toLowerCase()
        .replaceAll(/[^\p{L}\p{N} -]/gu, '')
        .replaceAll(' ', '-'),
    );
    for (const [, anchor = ''] of GUIDE.matchAll(/\]\(#([^)]+)\)/g)) expect(headings).toContain(anchor);
    for (const [, file = ''] of GUIDE.matchAll(/\]\(([a-z][^):#]+\.md)\)/g)) {
      expect(() => readFileSync(join('docs', file))).not.toThrow();
    }
  });
});

import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import subsetFont from 'subset-font';
import { expect, test } from 'vitest';
import { tableOf, tablesOf } from '../../tools/sfnt.ts';
import { arabicFace, charactersIn, fontFile, japaneseFaces } from '../../tools/small-fonts.ts';

const NOTO = 'node_modules/@fontsource-variable/noto-sans-jp';
const ranges = Object.entries(JSON.parse(readFileSync(`${NOTO}/unicode.json`, 'utf8')) as Record<string, string>).map(
  ([slice, range]) => ({ slice: slice.replaceAll(/[[\]]/g, ''), characters: new Set(charactersIn(range)) }),
);
const sliceWith = (character: string) => ranges.find(({ characters }) => characters.has(character))?.slice;

/** All text in the files that a player of the language reads, including names of fields. */
const textsOf = (tag: string, levels = 'levels') =>
  [
    `src/i18n/${tag}.json`,
    `src/i18n/situations/${tag}.json`,
    ...readdirSync(levels)
      .filter((file) => /^[\w-]+\.json$/.test(file) || file.endsWith(`.${tag}.json`))
      .map((file) => join(levels, file)),
  ]
    .map((file) => readFileSync(file, 'utf8'))
    .join('');

/** Characters of the page's own font: Latin, and the signs between words. */
const isOwn = (character: string) => character < '\u0300';

test('every Japanese character of the interface, the levels and the composed emails is in one small font, and no other is', () => {
  const faces = japaneseFaces('src/i18n/ja.json', 'levels');
  expect(faces.length).toBe(4);
  const held = faces.flatMap(({ range }) => Array.from(charactersIn(range)));
  const wanted = new Set(Array.from(textsOf('ja')).filter((character) => !isOwn(character) && sliceWith(character)));
  expect(held.toSorted()).toEqual([...wanted].toSorted());
  expect(held).toEqual(expect.arrayContaining(['履', '」', '、', 'ー', 'ラ']));
});

test('the small Arabic font has the letters and marks of all texts', () => {
  const held = new Set(charactersIn(arabicFace().range));
  const wanted = Array.from(textsOf('ar')).filter((character) => /\p{Script=Arabic}/u.test(character));
  expect(wanted.length).toBeGreaterThan(1000);
  expect(wanted.filter((character) => !held.has(character))).toEqual([]);
  // A word of a related language is complete too.
  expect(Array.from('پژوهشگاهٹڈے').filter((character) => !held.has(character))).toEqual([]);
});

/** What a character looks like in one weight, compared by its position on the line and its outer bounds. */
async function boundsIn(font: Buffer, character: string, wght: number) {
  const tables = tablesOf(
    await subsetFont(font, character, { targetFormat: 'truetype', keepFeatures: [], variationAxes: { wght } }),
  );
  const head = tableOf(tables, 'head');
  const glyphs = tableOf(tables, 'maxp').readUInt16BE(4);
  return {
    glyphs,
    advance: tableOf(tables, 'hmtx').readUInt16BE(tableOf(tables, 'hhea').readUInt16BE(34) > 1 ? 4 : 0),
    points: tableOf(tables, 'maxp').readUInt16BE(6),
    bounds: [36, 38, 40, 42].map((at) => head.readInt16BE(at)),
  };
}

test('a character of a small font looks as in the whole font, in each weight that the page uses', async () => {
  for (const { range, make } of japaneseFaces('src/i18n/ja.json', 'levels')) {
    const small = await make();
    const characters = Array.from(charactersIn(range)).filter(
      (character, index) => index % 15 === 0 || character === '」',
    );
    for (const character of characters) {
      const slice = readFileSync(`${NOTO}/files/noto-sans-jp-${String(sliceWith(character))}-wght-normal.woff2`);
      for (const weight of [400, 560, 700]) {
        const own = await boundsIn(small, character, weight);
        const whole = await boundsIn(slice, character, weight);
        expect({ ...own, character, bounds: [] }).toEqual({ ...whole, character, bounds: [] });
        // Limiting the weights rounds the outline once more.
        const off = own.bounds.map((bound, side) => Math.abs(bound - (whole.bounds[side] ?? Infinity)));
        expect(off.filter((units) => units > 1)).toEqual([]);
      }
    }
  }
});

test('the characters of a course in another folder are in the fonts, even if one of its files is broken', () => {
  const folder = mkdtempSync(join(tmpdir(), 'course-'));
  cpSync('levels', folder, { recursive: true });
  const rare = '鰯';
  expect(textsOf('ja')).not.toContain(rare);
  writeFileSync(join(folder, 'mine.json'), JSON.stringify({ title: { ja: rare } }));
  writeFileSync(join(folder, 'broken.json'), '{ "title": ');
  const faces = japaneseFaces('src/i18n/ja.json', folder);
  rmSync(folder, { recursive: true });
  expect(faces.filter(({ range }) => charactersIn(range).includes(rare)).map(({ name }) => name)).toEqual([
    'noto-sans-jp-small-home',
  ]);
});

test('builds of two courses at one time do not write to one file', () => {
  const fileOf = (range: string) => fontFile({ name: 'small', range }, 'cache');
  expect(fileOf('U+3042')).toBe(fileOf('U+3042'));
  expect(fileOf('U+3042')).not.toBe(fileOf('U+3044'));
  expect(fileOf('U+3042')).toMatch(/[\\/]small\.woff2$/);
});

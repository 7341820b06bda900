import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join, resolve, sep } from 'node:path';
import subsetFont from 'subset-font';
import type { Plugin, ResolvedConfig } from 'vite';
import { courseCharacters } from './course-characters.ts';
import { joinFonts } from './join-fonts.ts';

/**
 * A font with few characters that is listed before the whole one, so that a browser which needs no others does not
 * fetch that.
 */
export interface SmallFace {
  /** The file's name without its ending. */
  readonly name: string;
  readonly family: string;
  /** As in `unicode-range`. */
  readonly range: string;
  readonly make: () => Promise<Buffer>;
}

/** The style sheets use no lighter or bolder weight. */
const WEIGHTS = { min: 400, max: 700 };
const LATIN_ENDS = 0x300;
/**
 * All letters of Arabic, Persian, Urdu and related scripts, because the letters of one word must come from one font.
 */
const ARABIC = 'U+0600-06FF, U+0750-077F, U+200C-200F, U+2010-2011, U+204F, U+2E41';

/** The style sheets that name the fonts of a script. */
const SHEET = /\/i18n\/fonts\/(arabic|japanese)\.css$/;

const require = createRequire(import.meta.url);
const packageOf = (name: string) => dirname(require.resolve(`@fontsource-variable/${name}/package.json`));
const fontIn = (folder: string, name: string) => readFileSync(join(folder, 'files', `${name}-wght-normal.woff2`));

/** The small font for Arabic: its letters in the weights that the page uses. */
export function arabicFace(): SmallFace {
  const make = () =>
    subsetFont(fontIn(packageOf('noto-sans-arabic'), 'noto-sans-arabic-arabic'), charactersIn(ARABIC), {
      targetFormat: 'woff2',
      variationAxes: { wght: WEIGHTS },
    });
  return { name: 'noto-sans-arabic-small', family: 'Noto Sans Arabic Small', range: ARABIC, make };
}

/**
 * The small fonts for Japanese: the characters of the interface, of a course and of composed emails, in the order in which they are needed.
 * @param texts the file of the interface
 * @param levels the folder of the course
 */
export function japaneseFaces(texts: string, levels: string): SmallFace[] {
  const slices = slicesOf(packageOf('noto-sans-jp'));
  const stages = courseCharacters(texts, levels, 'ja');
  const faces: SmallFace[] = [];
  for (const [stage, characters] of Object.entries({
    home: stages.home,
    'first-level': stages.firstLevel,
    'other-levels': stages.otherLevels,
    practice: stages.practice,
  })) {
    const drawn = Array.from(characters).filter((character) => slices.has(character));
    if (drawn.length === 0) continue;
    faces.push({
      name: `noto-sans-jp-small-${stage}`,
      family: 'Noto Sans JP Small',
      range: rangeOf(drawn),
      make: () => slices.join(drawn),
    });
  }
  return faces;
}

interface Slices {
  readonly has: (character: string) => boolean;
  readonly join: (characters: readonly string[]) => Promise<Buffer>;
}

/** A font that comes in slices, each with its own characters. */
function slicesOf(folder: string): Slices {
  const ranges = JSON.parse(readFileSync(join(folder, 'unicode.json'), 'utf8')) as Record<string, string>;
  const slices = new Map<string, string>();
  for (const [slice, range] of Object.entries(ranges)) {
    for (const character of charactersIn(range)) slices.set(character, slice.replaceAll(/[[\]]/g, ''));
  }
  const whole = new Map<string, Promise<Buffer>>();
  const sliceOf = (character: string) => {
    const slice = slices.get(character) ?? '';
    const font = whole.get(slice) ?? opened(fontIn(folder, `${basename(folder)}-${slice}`));
    whole.set(slice, font);
    return font;
  };
  return {
    // Latin characters are drawn in the page's own font.
    has: (character) => slices.has(character) && (character.codePointAt(0) ?? 0) >= LATIN_ENDS,
    async join(characters) {
      const parts = characters.map(async (character) => ({
        character,
        font: await subsetFont(await sliceOf(character), character, { targetFormat: 'truetype' }),
      }));
      return subsetFont(joinFonts(await Promise.all(parts)), characters.join(''), {
        targetFormat: 'woff2',
        variationAxes: { wght: WEIGHTS },
      });
    },
  };
}

/** Keeps only the tables for drawing from left to right. Japanese is set without kerning. */
const opened = (slice: Buffer) =>
  subsetFont(slice, undefined, {
    targetFormat: 'truetype',
    keepAllGlyphs: true,
    noHinting: true,
    keepFeatures: [],
    dropTables: ['GDEF', 'GPOS', 'GSUB', 'BASE', 'HVAR', 'VVAR', 'VORG', 'vhea', 'vmtx'],
  });

/** @param range as in `unicode-range` */
export function charactersIn(range: string): string {
  return [...range.matchAll(/U\+([0-9a-f]+)(?:-([0-9a-f]+))?/gi)]
    .flatMap(([, from = '', to = from]) => {
      const start = parseInt(from, 16);
      return Array.from({ length: parseInt(to, 16) - start + 1 }, (_, more) => String.fromCodePoint(start + more));
    })
    .join('');
}

function rangeOf(characters: readonly string[]): string {
  const codes = characters.map((character) => character.codePointAt(0) ?? 0).toSorted((one, other) => one - other);
  const spans: { from: number; to: number }[] = [];
  for (const code of codes) {
    const last = spans.at(-1);
    if (last && last.to + 1 === code) last.to = code;
    else spans.push({ from: code, to: code });
  }
  const hex = (code: number) => code.toString(16).toUpperCase();
  return spans.map(({ from, to }) => (from === to ? `U+${hex(from)}` : `U+${hex(from)}-${hex(to)}`)).join(', ');
}

/**
 * Adds small fonts to the built page's fonts (`src/i18n/fonts`), made from the texts that the build knows. A level that
 * a trainer adds later may need more characters, so the whole fonts stay. Development uses only those.
 * @param levels the folder of the course
 */
export function smallFonts(levels: string): Plugin {
  let config: ResolvedConfig;
  return {
    name: 'small-fonts',
    apply: 'build',
    enforce: 'pre',
    configResolved(resolved) {
      config = resolved;
    },
    transform: {
      filter: { id: SHEET },
      async handler(code, id) {
        const levelsFolder = resolve(config.root, levels);
        const isArabic = SHEET.exec(id)?.[1] === 'arabic';
        const faces = isArabic ? [arabicFace()] : japaneseFaces(join(config.root, 'src/i18n/ja.json'), levelsFolder);
        const rules = [];
        for (const face of faces) rules.push(ruleOf(face, await written(face, join(config.root, '.cache/fonts'))));
        return { code: `${code}\n${rules.join('\n')}`, map: null };
      },
    },
  };
}

/**
 * Returns where a build puts a font: two builds at the same time may have different courses, and so different characters
 * under one name.
 */
export function fontFile({ name, range }: Pick<SmallFace, 'name' | 'range'>, cache: string): string {
  return join(cache, createHash('sha256').update(range).digest('hex').slice(0, 12), `${name}.woff2`);
}

async function written(face: SmallFace, cache: string): Promise<string> {
  const file = fontFile(face, cache);
  mkdirSync(dirname(file), { recursive: true });
  // Two builds at the same time must not read each other's half-written file.
  const draft = `${file}-${String(process.pid)}`;
  writeFileSync(draft, await face.make());
  renameSync(draft, file);
  return file;
}

const ruleOf = ({ family, range }: SmallFace, file: string) => `@font-face {
  font-family: '${family}';
  font-weight: ${String(WEIGHTS.min)} ${String(WEIGHTS.max)};
  font-display: swap;
  src: url('${file.split(sep).join('/')}') format('woff2-variations');
  unicode-range: ${range};
}`;

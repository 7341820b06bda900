import { existsSync, readdirSync, readFileSync } from 'node:fs';
import type { Level } from '../../../src/engine/index.ts';
import { translationFile } from '../../../src/levels/translation-names.ts';
import type { LevelFiles } from '../../../src/workshop/level-files.ts';
import { level, person } from '../../engine/levels.ts';

const ALL = readdirSync('levels')
  .filter((name) => /^[a-z0-9-]+\.json$/.test(name) && name !== 'course.json')
  .map((name) => name.slice(0, -'.json'.length));

/** The names of the levels of the campaign; of some of them where the environment does not say THOROUGH. */
export const EVERY_NAME = process.env['THOROUGH'] ? ALL : ALL.filter((_, index) => index % 4 === 1);

/** A level of the campaign with its translations, as its files are. */
export function courseFiles(name: string): LevelFiles {
  const file = `${name}.json`;
  const read = (path: string) => readFileSync(`levels/${path}`, 'utf8');
  const translations = ['fr', 'es', 'ar', 'ja']
    .map((language) => ({ language, file: translationFile(file, language) }))
    .filter((one) => existsSync(`levels/${one.file}`))
    .map((one) => ({ ...one, text: read(one.file) }));
  return { file, text: read(file), translations };
}

/** A small level with the given texts, in a file. */
export function levelWith(facts: Partial<Level>): LevelFiles {
  return { file: 'test.json', text: JSON.stringify(level([person('a')], facts), null, 2), translations: [] };
}

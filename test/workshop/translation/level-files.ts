import { existsSync, readdirSync, readFileSync } from 'node:fs';
import type { Level } from '../../../src/engine/index.ts';
import { translationFile } from '../../../src/levels/translation-names.ts';
import type { LevelFiles } from '../../../src/workshop/level-files.ts';
import { level, person } from '../../engine/levels.ts';

/** The names of all levels of the campaign. */
export const EVERY_NAME = readdirSync('levels')
  .filter((name) => /^[a-z0-9-]+\.json$/.test(name) && name !== 'course.json')
  .map((name) => name.slice(0, -'.json'.length));

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

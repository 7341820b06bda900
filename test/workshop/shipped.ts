import { readdirSync, readFileSync } from 'node:fs';
import { translationFile, type TranslationFile } from '../../src/levels/index.ts';
import type { LevelFiles } from '../../src/workshop/level-files.ts';

const FOLDER = new URL('../../levels/', import.meta.url);
const LANGUAGES = ['fr', 'es', 'ar', 'ja'];

/** The level files of the course. */
export const COURSE = readdirSync(FOLDER).filter((name) => /^[a-z0-9-]+\.json$/.test(name) && name !== 'course.json');

/** A level of the course with its translations. */
export function shipped(file: string): LevelFiles {
  const read = (name: string) => readFileSync(new URL(name, FOLDER), 'utf8');
  const translations = LANGUAGES.map((language): TranslationFile => {
    const beside = translationFile(file, language);
    return { language, file: beside, text: read(beside) };
  });
  return { file, text: read(file), translations };
}

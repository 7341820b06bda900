import { LEVEL_TEXTS, translationSchema } from '../../engine/index.ts';
import { readAs } from '../../levels/read.ts';
import { written } from '../edit.ts';

import { type Json, valueAt } from '../json/value.ts';
import { withTextBeside } from '../texts.ts';
import { translationNames } from '../translation-sync.ts';
import { carried, type Exchanged, exchangeFault } from './exchange.ts';
import { keyOf, textsIn, type TranslationTable } from './table.ts';

const EMPTY = { $schema: './translation.schema.json', format: 1 };

/**
 * Writes the translations as a file to put beside the level. It has no texts that are not translated yet.
 *
 * @param level the content of the level file
 */
export function writeJson(table: TranslationTable, level: Json): string {
  const translation = carried(table)
    .filter(({ target }) => target !== '')
    .reduce<Json>((file, { path, target }) => withTextBeside(file, level, path, target), EMPTY);
  return written(translation, translationNames);
}

/** Reads the translations of a file that lies, or could lie, beside the level. It never throws. */
export function readJsonTranslation(text: string, file: string): Exchanged {
  const { json, problems } = readAs(translationSchema, text, file, () => []);
  const broken = problems
    // What is wrong with single texts is found when they are taken.
    .filter(({ code }) => code !== 'too-long' && code !== 'no-text')
    .map(({ line, code, params }) => exchangeFault('not-json', line, { ...params, code }));
  if (!json?.whole) return { language: null, level: null, texts: [], faults: broken };
  const value = json.value as Json;
  const texts = textsIn(LEVEL_TEXTS, value).flatMap(({ path }) => {
    const target = valueAt(value, path);
    if (typeof target !== 'string') return [];
    const { line } = json.problemAt(path, { code: 'no-text' });
    return [{ key: keyOf(value, path), source: null, target, line }];
  });
  return { language: null, level: null, texts, faults: broken };
}

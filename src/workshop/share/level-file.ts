import { isObject, type Json, valueAt, withValue } from '../json/value.ts';
import { change, draftOf, levelOf, type LevelFiles } from '../level-files.ts';
import { LEVEL_TEXTS, UNSAID } from '../../engine/index.ts';
import { levelNameOf, translationFile } from '../../levels/translation-names.ts';
import { besideOf, besideText, textsIn } from '../translation/table.ts';

const LONGEST_ID = 60;

/** True for an id that a level and its file can have. A course has a file of its own name. */
export function isFileId(id: string): boolean {
  const names = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
  return names.test(id) && id.length <= LONGEST_ID && id !== 'constructor' && !/(?:^|-)course(?:-.+)?$/.test(id);
}

/** Gives a level another id, and its files the same name. */
export function withId(files: LevelFiles, id: string): LevelFiles {
  const named = change(files, (level) => withValue(level, ['id'], id));
  const file = `${id}.json`;
  const translations = named.translations.map((one) => ({ ...one, file: translationFile(file, one.language) }));
  return { ...named, file, translations };
}

/**
 * Returns the level as one file: the texts of its translation files are in it, and it is named by its id.
 *
 * @returns null while the level has no id
 */
export function asOneFile(files: LevelFiles): { readonly name: string; readonly text: string } | null {
  const { id } = draftOf(files);
  if (id === undefined || id === '') return null;
  const level = levelOf(files);
  const besides = files.translations.map(({ language }) => ({ language, content: besideOf(files, language) }));
  const { text } = change(files, (content) => {
    const whole = textsIn(LEVEL_TEXTS, level).reduce<Json>((all, { path }) => {
      const translated = besides.flatMap(({ language, content: beside }) => {
        const words = besideText(beside, level, path);
        return words === null ? [] : [[language, words] as const];
      });
      if (translated.length === 0) return all;
      const old = valueAt(all, path);
      const said = isObject(old) ? old : { [UNSAID]: old ?? '' };
      return withValue(all, path, { ...said, ...Object.fromEntries(translated) });
    }, content);
    return files.translations.length > 0 ? withValue(whole, ['translations'], undefined) : whole;
  });
  return { name: `${levelNameOf(id)}.json`, text };
}

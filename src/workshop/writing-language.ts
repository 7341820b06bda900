import { LEVEL_TEXTS, levelSchema, matchLanguage, UNSAID } from '../engine/index.ts';
import { translationFile } from '../levels/translation-names.ts';
import type { Draft } from './draft.ts';
import {
  isObject,
  ownValue,
  textsIn as wordsIn,
  valueAt,
  withFieldSet,
  withNames,
  withValue,
  type Json,
} from './json/value.ts';
import { change, draftOf, levelOf, type LevelFiles } from './level-files.ts';
import { fitting } from './tolerant.ts';
import { besideOf, besideText, languagesOf, textsIn } from './translation/table.ts';

/* The language in which the author writes the texts of a level. It need not be the language of the page. */

/** Returns the author's choice; without one the page's language if the level has it, else the level's first. */
export function writtenLanguage(files: LevelFiles, page: string): string {
  if (files.language !== undefined) return files.language;
  const own = languagesOf(files);
  return matchLanguage(page, own) ?? own[0] ?? page;
}

/** Chooses the language to write in. No text changes. */
export function withLanguage(files: LevelFiles, language: string): LevelFiles {
  return files.language === language ? files : { ...files, language };
}

/** True when a level has a text in any language, or in none. */
export function hasTexts(files: LevelFiles): boolean {
  return files.translations.length > 0 || textsIn(LEVEL_TEXTS, levelOf(files)).length > 0;
}

/**
 * Says that the texts which were taken for one language are in another one, in which the level has no texts yet.
 *
 * @param from null for the texts of a level that says the language of none of its texts
 */
export function withTextsIn(files: LevelFiles, from: string | null, to: string): LevelFiles {
  const renamed = (tag: string) => (tag === (from ?? UNSAID) ? to : tag);
  const level = levelOf(files);
  const said = change(files, (content) =>
    textsIn(LEVEL_TEXTS, level).reduce<Json>((all, { path }) => {
      const text = valueAt(all, path);
      if (isObject(text)) return withValue(all, path, withNames(text, renamed));
      return from === null && typeof text === 'string' ? withValue(all, path, { [to]: text }) : all;
    }, content),
  );
  const beside = change(said, (content) =>
    ownValue(content, 'translations') === undefined
      ? content
      : withFieldSet(content, 'translations', wordsIn(content, 'translations').map(renamed)),
  );
  const translations = beside.translations.map((file) =>
    file.language === from ? { ...file, language: to, file: translationFile(files.file, to) } : file,
  );
  return { ...beside, translations, language: to };
}

/** Returns the draft with the texts that this language has in a file beside the level. */
export function draftIn(files: LevelFiles, language: string): Draft {
  const tag = matchLanguage(
    language,
    files.translations.map((file) => file.language),
  );
  if (tag === null) return draftOf(files);
  if (latest?.files === files && latest.tag === tag) return latest.draft;
  const [level, beside] = [levelOf(files), besideOf(files, tag)];
  const whole = textsIn(LEVEL_TEXTS, level).reduce<Json>((all, { path }) => {
    const words = besideText(beside, level, path);
    if (words === null) return all;
    const text = valueAt(all, path);
    return withValue(all, path, { ...(isObject(text) ? text : { [UNSAID]: text ?? '' }), [tag]: words });
  }, level);
  latest = { files, tag, draft: fitting(levelSchema, whole) };
  return latest.draft;
}

/** The draft that was asked for last, since a form asks for it many times between two edits. */
let latest: { readonly files: LevelFiles; readonly tag: string; readonly draft: Draft } | null = null;

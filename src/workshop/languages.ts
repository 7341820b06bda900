import { LEVEL_TEXTS, translationSchema, UNSAID, type TextShape } from '../engine/index.ts';
import { translationFile } from '../levels/index.ts';
import { namesAt } from '../levels/schema-walk.ts';
import { written } from './edit.ts';
import {
  isList,
  isObject,
  textsIn,
  withFieldSet,
  withItems,
  withValue,
  ownValue,
  type Json,
  type JsonObject,
} from './json/value.ts';
import { change, levelOf, type LevelFiles } from './level-files.ts';
import { textsOf } from './texts.ts';

/** A language of a level, and where its texts lie. */
export interface LevelLanguage {
  readonly language: string;
  /** `inside` the level file, or in a file `beside` it. */
  readonly place: 'inside' | 'beside';
}

/** Returns the languages of a level: those inside first, in the order in which its texts have them. */
export function languagesOf(files: LevelFiles): LevelLanguage[] {
  const inside = textsOf(LEVEL_TEXTS, levelOf(files)).flatMap((text) => (isObject(text) ? Object.keys(text) : []));
  const found = new Set(inside.filter((tag) => tag !== UNSAID));
  const beside = files.translations.map(({ language }) => language).filter((language) => !found.has(language));
  return [
    ...[...found].map((language) => ({ language, place: 'inside' as const })),
    ...beside.map((language) => ({ language, place: 'beside' as const })),
  ];
}

/**
 * Says of every text without a language that it is in this one. A level of one language does so before it gets a second,
 * since a text without a language counts for all.
 */
export function sayLanguage(files: LevelFiles, language: string): LevelFiles {
  return change(
    files,
    (level) => mapped(LEVEL_TEXTS, level, (text) => (typeof text === 'string' ? { [language]: text } : text)) ?? level,
  );
}

function mapped(shape: TextShape, value: Json, changed: (text: Json) => Json | undefined): Json | undefined {
  if (shape.kind === 'text') return changed(value);
  if (shape.kind === 'list') {
    return isList(value) ? value.map((item) => mapped(shape.part, item, changed) ?? item) : value;
  }
  if (!isObject(value)) return value;
  let said: JsonObject = value;
  for (const [name, field] of shape.fields) {
    const own = ownValue(value, name);
    if (own !== undefined) said = withFieldSet(said, name, mapped(field, own, changed));
  }
  return said;
}

/** Adds a language in a file beside the level, without texts yet; the files unchanged if the level has it already. */
export function addLanguage(files: LevelFiles, language: string): LevelFiles {
  if (languagesOf(files).some((own) => own.language === language)) return files;
  const named = change(files, (level) =>
    textsIn(level, 'translations').includes(language) ? level : withValue(level, ['translations', Infinity], language),
  );
  const start = { $schema: './translation.schema.json', format: 1 };
  const text = written(start, (path) => namesAt(translationSchema, path));
  const beside = { language, file: translationFile(files.file, language), text };
  return { ...named, translations: [...named.translations, beside] };
}

/** Removes a language with all its texts, inside the level and beside it. The last language inside stays. */
export function removeLanguage(files: LevelFiles, language: string): LevelFiles {
  const inside = languagesOf(files).filter(({ place }) => place === 'inside');
  const isLast = inside.length === 1 && inside[0]?.language === language;
  const changed = change(files, (level) => {
    const unnamed = withItems(level, 'translations', (tag) => (tag === language ? null : tag));
    if (isLast) return unnamed;
    return mapped(LEVEL_TEXTS, unnamed, (text) => withoutLanguage(text, language)) ?? unnamed;
  });
  if (!changed.translations.some((file) => file.language === language)) return changed;
  return { ...changed, translations: changed.translations.filter((file) => file.language !== language) };
}

function withoutLanguage(text: Json, language: string): Json | undefined {
  if (!isObject(text)) return text;
  const left = withFieldSet(text, language, undefined);
  return Object.keys(left).length > 0 ? left : undefined;
}

import { LEVEL_TEXTS, type TextShape, UNSAID } from '../../engine/index.ts';
import { readWhole } from '../json/read-whole.ts';
import { isList, isObject, type Json, ownValue, type Path, valueAt } from '../json/value.ts';
import type { LevelFiles } from '../level-files.ts';
import { placeholdersOf } from './placeholders.ts';

/** What is wrong with a translation; null when it is there and fits. */
export type RowFault = 'missing' | 'too-long' | 'placeholders' | null;

/** A text of a level beside its translation. */
export interface TranslationRow {
  /** The place with the ids of items: `contacts.northwind.name`. Edits of other texts do not change it. */
  readonly key: string;
  /** The place in the level file. */
  readonly path: Path;
  /** Where such texts are used, by the names of the fields: `contacts.name`, `lesson.realCase.source.title`. */
  readonly field: string;
  /** The id of the item that has the text; null for a text of the level itself. */
  readonly item: string | null;
  readonly maxLength: number;
  readonly source: string;
  /** null while there is none. */
  readonly target: string | null;
  /** True for a text without a language, such as a name, which counts for all of them. */
  readonly forAll: boolean;
  readonly fault: RowFault;
}

/** All texts of a level in two languages. */
export interface TranslationTable {
  /** The file of the level, without folders. */
  readonly file: string;
  readonly source: string;
  readonly target: string;
  /** In the order of the format. */
  readonly rows: readonly TranslationRow[];
  /** How many rows have no translation. */
  readonly missing: number;
}

/**
 * Puts the texts of a level beside their translations.
 *
 * @param source the language to translate from
 * @param target the language to translate to
 */
export function translationTable(files: LevelFiles, source: string, target: string): TranslationTable {
  const level = readWhole(files.text);
  const [from, to] = [besideOf(files, source), besideOf(files, target)];
  const places = textsIn(LEVEL_TEXTS, level);
  // Without any language in the level, its plain texts are in the language to translate from.
  const hasLanguages = places.some(({ path }) => isObject(valueAt(level, path)));
  const found = places.flatMap(({ path, maxLength }): TranslationRow[] => {
    const text = valueAt(level, path);
    const original = inLanguage(text, source) ?? besideText(from, level, path) ?? unsaid(text);
    if (original === null || original === '') return [];
    const own = inLanguage(text, target) ?? besideText(to, level, path);
    const forAll = hasLanguages && unsaid(text) !== null;
    const row = { path, maxLength, source: original, target: own, forAll };
    const at = path.findIndex((step) => typeof step === 'number');
    return [
      {
        ...row,
        key: keyOf(level, path),
        field: path.filter((step) => typeof step === 'string').join('.'),
        item: at < 0 ? null : idAt(level, path.slice(0, at + 1)),
        fault: faultOf(row),
      },
    ];
  });
  const rows = withOwnKeys(found);
  const file = files.file.slice(files.file.lastIndexOf('/') + 1);
  return { file, source, target, rows, missing: rows.filter(({ fault }) => fault === 'missing').length };
}

/** Reading every text of a large level takes a millisecond, and a form asks for the languages several times. */
const knownLanguages = new WeakMap<LevelFiles, readonly string[]>();

/** Returns the languages of the texts of a level, those in its file first. */
export function languagesOf(files: LevelFiles): readonly string[] {
  const languages = knownLanguages.get(files) ?? findLanguages(files);
  knownLanguages.set(files, languages);
  return languages;
}

function findLanguages(files: LevelFiles): string[] {
  const level = readWhole(files.text);
  const inside = textsIn(LEVEL_TEXTS, level).flatMap(({ path }) => {
    const text = valueAt(level, path);
    return isObject(text) ? Object.keys(text) : [];
  });
  const all = new Set([...inside, ...files.translations.map(({ language }) => language)]);
  all.delete(UNSAID);
  return [...all];
}

/** Returns what is wrong with a translation of a text. */
export function faultOf(row: Pick<TranslationRow, 'source' | 'maxLength' | 'target' | 'forAll'>): RowFault {
  const { source, target, maxLength, forAll } = row;
  if (target === null || target === '') return forAll ? null : 'missing';
  if (target.length > maxLength) return 'too-long';
  return placeholdersOf(source).join() === placeholdersOf(target).join() ? null : 'placeholders';
}

/** Returns the places of the texts of a level, or of a translation of one, with the most characters that each may have. */
export function textsIn(
  shape: TextShape,
  value: Json | undefined,
  path: Path = [],
): { readonly path: Path; readonly maxLength: number }[] {
  if (value === undefined) return [];
  if (shape.kind === 'text') return [{ path, maxLength: shape.maxLength }];
  if (shape.kind === 'list') {
    return isList(value) ? value.flatMap((item, index) => textsIn(shape.part, item, [...path, index])) : [];
  }
  if (!isObject(value)) return [];
  return [...shape.fields].flatMap(([name, field]) => textsIn(field, ownValue(value, name), [...path, name]));
}

/** Returns a place with the ids of items instead of their numbers. */
export function keyOf(level: Json, path: Path): string {
  return path.map((step, index) => (typeof step === 'number' ? idAt(level, path.slice(0, index + 1)) : step)).join('.');
}

/** Returns the content of the translation file of a language; null if there is none. */
export function besideOf({ translations }: LevelFiles, language: string): Json | null {
  const file = translations.find((one) => one.language === language);
  return file ? readWhole(file.text) : null;
}

function inLanguage(text: Json | undefined, language: string): string | null {
  if (!isObject(text)) return null;
  const own = ownValue(text, language);
  return typeof own === 'string' ? own : null;
}

const unsaid = (text: Json | undefined) => (typeof text === 'string' ? text : inLanguage(text, UNSAID));

/** Finds a text in a translation file, where items are found by their ids. */
export function besideText(translation: Json | null, level: Json, path: Path): string | null {
  let at: Json | undefined = translation ?? undefined;
  for (const [depth, step] of path.entries()) {
    if (typeof step === 'string') at = isObject(at) ? ownValue(at, step) : undefined;
    else {
      const id = valueAt(level, [...path.slice(0, depth + 1), 'id']);
      at = isList(at) ? at.find((item) => isObject(item) && item['id'] === id) : undefined;
    }
  }
  return typeof at === 'string' ? at : null;
}

/** The id of an item; its number where a draft has none yet. */
function idAt(level: Json, path: Path): string {
  const id = valueAt(level, [...path, 'id']);
  return typeof id === 'string' && id !== '' ? id : `#${String(Number(path.at(-1)) + 1)}`;
}

/** In a draft, two items can have one id for a while: the later ones are numbered. */
function withOwnKeys(rows: readonly TranslationRow[]): TranslationRow[] {
  const seen = new Map<string, number>();
  return rows.map((row) => {
    const times = (seen.get(row.key) ?? 0) + 1;
    seen.set(row.key, times);
    return times === 1 ? row : { ...row, key: `${row.key}#${String(times)}` };
  });
}

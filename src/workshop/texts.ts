import { LEVEL_TEXTS, matchLanguage, UNSAID, type TextShape } from '../engine/index.ts';
import type { TranslationFile } from '../levels/index.ts';
import { revise } from './edit.ts';
import { readWhole } from './json/read-whole.ts';
import {
  isList,
  isObject,
  ownValue,
  valueAt,
  without,
  withValue,
  type Json,
  type JsonObject,
  type Path,
} from './json/value.ts';
import { change, type LevelFiles } from './level-files.ts';
import { translationNames } from './translation-sync.ts';

/**
 * Returns a text of a level in one language, wherever it lies: in the level or in a translation file.
 * @param path of the text in the level
 * @returns '' where this language has none; a text without a language counts for all
 */
export function textAt(files: LevelFiles, path: Path, language: string): string {
  const level = readWhole(files.text);
  const text = valueAt(level, path);
  if (isObject(text)) {
    const tag = matchLanguage(language, Object.keys(text));
    const own = tag === null ? undefined : text[tag];
    if (typeof own === 'string') return own;
  }
  const beside = fileIn(files, language);
  const place = beside && placeBeside(readWhole(beside.text), level, path);
  const translated = place && valueAt(readWhole(beside.text), place);
  if (typeof translated === 'string') return translated;
  return typeof text === 'string' ? text : '';
}

/**
 * Sets a text of a level in one language, where the other texts of this language lie.
 * @param path of the text in the level
 * @param text '' removes it, and what has no text left
 */
export function setText(files: LevelFiles, path: Path, language: string, text: string): LevelFiles {
  if (textAt(files, path, language) === text) return files;
  const level = readWhole(files.text);
  const old = valueAt(level, path);
  const isInside = isObject(old) && matchLanguage(language, Object.keys(old)) !== null;
  const beside = isInside || old === undefined ? undefined : fileIn(files, language);
  if (beside) return setBeside(files, beside, path, text);
  return change(files, (content) => {
    const value = changedText(content, path, language, text);
    return value === undefined ? withoutPlace(content, path) : withValue(content, path, value);
  });
}

/**
 * Returns a new text for a level: with its language, unless the level's texts have none.
 * @param level what the text is for
 */
export function newText(level: JsonObject, language: string, text: string): Json | undefined {
  if (text === '') return undefined;
  return hasLanguages(level) ? { [language]: text } : text;
}

/** True when the texts of a level say in which language they are, or there are none yet. */
export function hasLanguages(level: Json): boolean {
  const texts = textsOf(LEVEL_TEXTS, level);
  return texts.length === 0 || texts.some(isObject);
}

/** Every text of a level: strings, and maps from language to string. */
export function textsOf(shape: TextShape, value: Json | undefined): Json[] {
  if (value === undefined) return [];
  if (shape.kind === 'text') return [value];
  if (shape.kind === 'list') return isList(value) ? value.flatMap((item) => textsOf(shape.part, item)) : [];
  if (!isObject(value)) return [];
  return [...shape.fields].flatMap(([name, field]) => textsOf(field, ownValue(value, name)));
}

function changedText(level: JsonObject, path: Path, language: string, text: string): Json | undefined {
  const old = valueAt(level, path);
  if (!isObject(old)) return old === undefined ? newText(level, language, text) : text === '' ? undefined : text;
  const tag = matchLanguage(language, Object.keys(old)) ?? language;
  const tags = withValue(old, [tag === UNSAID ? language : tag], text === '' ? undefined : text);
  return isObject(tags) && Object.keys(tags).length === 0 ? undefined : tags;
}

/** Removes a value, and the objects that this leaves empty; an item of a list stays. */
function withoutPlace(root: JsonObject, path: Path): Json {
  const [changed, above] = [withValue(root, path, undefined), path.slice(0, -1)];
  const left = valueAt(changed, above);
  if (!isObject(changed) || above.length === 0 || typeof above.at(-1) === 'number') return changed;
  return isObject(left) && Object.keys(left).length === 0 ? withoutPlace(changed, above) : changed;
}

function fileIn({ translations }: LevelFiles, language: string): TranslationFile | undefined {
  const tag = matchLanguage(
    language,
    translations.map((file) => file.language),
  );
  return translations.find((file) => file.language === tag);
}

/** Returns where a translation has the text of a path; undefined where it lacks the item that it belongs to. */
function placeBeside(translation: Json, level: Json, path: Path): Path | undefined {
  const place: (string | number)[] = [];
  for (const [depth, step] of path.entries()) {
    if (typeof step === 'string') place.push(step);
    else {
      const id = valueAt(level, [...path.slice(0, depth + 1), 'id']);
      const items = valueAt(translation, place);
      const index = isList(items) ? items.findIndex((item) => isObject(item) && item['id'] === id) : -1;
      if (index < 0) return undefined;
      place.push(index);
    }
  }
  return place;
}

function setBeside(files: LevelFiles, beside: TranslationFile, path: Path, text: string): LevelFiles {
  const level = readWhole(files.text);
  const changed = revise(
    beside.text,
    (translation) => withTextBeside(translation, level, path, text),
    translationNames,
  );
  const translations = files.translations.map((file) => (file === beside ? { ...file, text: changed } : file));
  return changed === beside.text ? files : { ...files, translations };
}

/**
 * Sets a text in the content of a translation file.
 * @param level the content of the level file, which says where the text belongs
 * @param path of the text in the level
 * @param text '' removes it, and its item when it was the last
 */
export function withTextBeside(translation: Json, level: Json, path: Path, text: string): Json {
  const root = isObject(translation) ? translation : { format: 1 };
  const place = placeBeside(root, level, path);
  if (text === '') return place ? withoutText(root, place) : root;
  return place ? withValue(root, place, text) : withItem(root, level, path, text);
}

/** Removes a text of a translation, and its item when it was the last. */
function withoutText(root: JsonObject, place: Path): Json {
  const changed = withoutPlace(root, place);
  const at = place.findIndex((step) => typeof step === 'number');
  const item = at < 0 ? undefined : valueAt(changed, place.slice(0, at + 1));
  if (!isObject(item) || Object.keys(item).some((name) => name !== 'id')) return changed;
  const shorter = withValue(changed, place.slice(0, at + 1), undefined);
  const list = valueAt(shorter, place.slice(0, at));
  return isList(list) && list.length === 0 && isObject(shorter) ? without(shorter, String(place[0])) : shorter;
}

/** Adds the item that a text belongs to, in the order of the level. Items are one deep: no translated list has another. */
function withItem(root: JsonObject, level: Json, path: Path, text: string): Json {
  const at = path.findIndex((step) => typeof step === 'number');
  const list = path.slice(0, at);
  const id = valueAt(level, [...path.slice(0, at + 1), 'id']);
  const originals = valueAt(level, list);
  const order = isList(originals) ? originals.map((item) => (isObject(item) ? item['id'] : undefined)) : [];
  const items = valueAt(root, list);
  const old = isList(items) ? items : [];
  const rank = (item: Json) => (isObject(item) ? order.indexOf(item['id']) : -1);
  const later = old.findIndex((item) => rank(item) > order.indexOf(id));
  const item = withValue({ id: id ?? null }, path.slice(at + 1), text);
  return withValue(root, list, old.toSpliced(later < 0 ? old.length : later, 0, item));
}

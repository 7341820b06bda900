import { LEVEL_TEXTS, translationSchema, type TextShape } from '../engine/index.ts';
import { namesAt } from '../levels/schema-walk.ts';
import type { TranslationFile } from '../levels/index.ts';
import { revise } from './edit.ts';
import {
  isList,
  isObject,
  objectsIn,
  ownValue,
  without,
  withFieldSet,
  withObjects,
  type Json,
  type JsonObject,
} from './json/value.ts';

/** New ids of the items of a list of the level, such as `contacts`, by their old ids. */
export interface Renamed {
  readonly list: string;
  readonly ids: ReadonlyMap<string, string>;
}

export const translationNames = (path: readonly (string | number)[]) => namesAt(translationSchema, path);

/**
 * Keeps the translation files in step with their level: items take their new ids, and texts of what an edit removed are
 * removed. Texts that had no counterpart before the edit stay, because the checker reports them to their author.
 */
export function inStep(
  files: readonly TranslationFile[],
  before: JsonObject,
  after: JsonObject,
  renamed: readonly Renamed[],
): readonly TranslationFile[] {
  if (renamed.length === 0 && !hasGone(LEVEL_TEXTS, before, after)) return files;
  const changed = files.map((file) => {
    const text = revise(
      file.text,
      (translation) => (isObject(translation) ? withStep(translation, before, after, renamed) : translation),
      translationNames,
    );
    return text === file.text ? file : { ...file, text };
  });
  return changed.some((file, index) => file !== files[index]) ? changed : files;
}

function withStep(translation: JsonObject, before: JsonObject, after: JsonObject, renamed: readonly Renamed[]) {
  let [moved, old] = [translation, before];
  for (const { list, ids } of renamed) {
    const rename = (item: JsonObject) => {
      const { id } = item;
      return typeof id === 'string' ? withFieldSet(item, 'id', ids.get(id) ?? id) : item;
    };
    moved = withObjects(moved, list, rename);
    old = withObjects(old, list, rename);
  }
  return withoutGone(LEVEL_TEXTS, moved, old, after) ?? {};
}

function withoutGone(
  shape: TextShape,
  translation: JsonObject,
  before: Json | undefined,
  after: Json | undefined,
): JsonObject | null {
  if (after === undefined && before !== undefined) return null;
  if (shape.kind !== 'object' || !isObject(before) || !isObject(after)) return translation;
  let changed = translation;
  for (const [name, field] of shape.fields) {
    const own = ownValue(translation, name);
    if (own === undefined) continue;
    const [old, now] = [ownValue(before, name), ownValue(after, name)];
    if (old !== undefined && now === undefined) changed = without(changed, name);
    else if (field.kind === 'list') changed = withoutGoneItems(field.part, changed, name, before, after);
    else if (isObject(own)) changed = withFieldSet(changed, name, withoutGone(field, own, old, now) ?? undefined);
  }
  return changed;
}

function withoutGoneItems(
  part: TextShape,
  translation: JsonObject,
  name: string,
  before: JsonObject,
  after: JsonObject,
) {
  const find = (fields: JsonObject, id: Json | undefined) => objectsIn(fields, name).find((item) => item['id'] === id);
  return withObjects(translation, name, (item) =>
    withoutGone(part, item, find(before, item['id']), find(after, item['id'])),
  );
}

/** True when an edit removed something that has texts. */
function hasGone(shape: TextShape, before: Json | undefined, after: Json | undefined): boolean {
  if (Object.is(before, after) || before === undefined) return false;
  if (after === undefined) return true;
  if (shape.kind === 'text') return false;
  if (shape.kind === 'list') {
    if (!isList(before) || !isList(after)) return isList(before);
    const ids = new Map(after.filter(isObject).map((item) => [item['id'], item]));
    return before.filter(isObject).some((item) => hasGone(shape.part, item, ids.get(item['id'])));
  }
  if (!isObject(before) || !isObject(after)) return isObject(before);
  return [...shape.fields].some(([name, field]) => hasGone(field, ownValue(before, name), ownValue(after, name)));
}

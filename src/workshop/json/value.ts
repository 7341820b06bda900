/** What a JSON file can say. The workshop never changes a value in place: each edit makes a new one that shares the rest. */
export type Json = null | boolean | number | string | JsonList | JsonObject;
export type JsonList = readonly Json[];
export interface JsonObject {
  readonly [name: string]: Json;
}

/** A place in a file: names of fields and indexes of lists. */
export type Path = readonly (string | number)[];

export function isList(value: unknown): value is JsonList {
  return Array.isArray(value);
}

export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Returns the value at a path; undefined where there is none. */
export function valueAt(value: Json | undefined, path: Path): Json | undefined {
  let at = value;
  for (const step of path) {
    if (isList(at) && typeof step === 'number') at = at[step];
    else if (isObject(at) && typeof step === 'string') at = ownValue(at, step);
    else return undefined;
  }
  return at;
}

/** Files can have a field named `constructor`, so that a plain access would find what every object inherits. */
export function ownValue(value: JsonObject, name: string): Json | undefined {
  return Object.hasOwn(value, name) ? value[name] : undefined;
}

/**
 * Returns a value that differs at one path; the same value where it does not differ. Missing objects and lists on the
 * way are made.
 * @param value undefined removes the field or the item; an object or list that this leaves empty stays
 */
export function withValue(root: JsonObject, path: readonly [string, ...Path], value: Json | undefined): JsonObject;
export function withValue(root: Json | undefined, path: Path, value: Json | undefined): Json;
export function withValue(root: Json | undefined, path: Path, value: Json | undefined): Json {
  const [step, ...rest] = path;
  if (step === undefined) return value ?? null;
  return typeof step === 'number'
    ? withItem(isList(root) ? root : [], step, rest, value)
    : withField(isObject(root) ? root : {}, step, rest, value);
}

function withItem(items: JsonList, index: number, rest: Path, value: Json | undefined): JsonList {
  const own = items[index];
  if (value === undefined && (rest.length === 0 || own === undefined)) {
    return own === undefined ? items : items.toSpliced(index, 1);
  }
  const item = withValue(own, rest, value);
  if (own === undefined) return [...items, item];
  return Object.is(item, own) ? items : items.with(index, item);
}

function withField(fields: JsonObject, name: string, rest: Path, value: Json | undefined): JsonObject {
  const own = ownValue(fields, name);
  if (value === undefined && (rest.length === 0 || own === undefined)) return without(fields, name);
  const field = withValue(own, rest, value);
  if (own === undefined) return Object.fromEntries([...Object.entries(fields), [name, field]]);
  if (Object.is(field, own)) return fields;
  return Object.fromEntries(Object.entries(fields).map(([other, old]) => [other, other === name ? field : old]));
}

export function without(fields: JsonObject, name: string): JsonObject {
  if (!Object.hasOwn(fields, name)) return fields;
  return Object.fromEntries(Object.entries(fields).filter(([own]) => own !== name));
}

/** Returns the items of a list in an object that are objects themselves; none where it has no such list. */
export function objectsIn(fields: JsonObject, name: string): readonly JsonObject[] {
  return listIn(fields, name).filter(isObject);
}

/** Returns the texts of a list in an object, such as ids. */
export function textsIn(fields: JsonObject, name: string): readonly string[] {
  return listIn(fields, name).filter((item): item is string => typeof item === 'string');
}

function listIn(fields: JsonObject, name: string): JsonList {
  const list = ownValue(fields, name);
  return isList(list) ? list : [];
}

/** Returns the object with a field set; undefined removes it. */
export function withFieldSet(fields: JsonObject, name: string, value: Json | undefined): JsonObject {
  return withField(fields, name, [], value);
}

/**
 * Returns the object with each item of a list changed; null removes an item, and a list that this empties goes with its
 * last item.
 */
export function withItems(fields: JsonObject, name: string, changed: (item: Json) => Json | null): JsonObject {
  const list = listIn(fields, name);
  const items = list.flatMap((item) => changed(item) ?? []);
  if (items.length === list.length && items.every((item, index) => Object.is(item, list[index]))) return fields;
  return withFieldSet(fields, name, items.length > 0 ? items : undefined);
}

/** As `withItems`, for the items that are objects. */
export function withObjects(
  fields: JsonObject,
  name: string,
  changed: (item: JsonObject) => JsonObject | null,
): JsonObject {
  return withItems(fields, name, (item) => (isObject(item) ? changed(item) : item));
}

/** Returns the object with another name for each of its fields; null removes a field. */
export function withNames(fields: JsonObject, renamed: (name: string) => string | null): JsonObject {
  const entries = Object.entries(fields).flatMap(([name, value]) => {
    const other = renamed(name);
    return other === null ? [] : [[other, value] as const];
  });
  const isSame =
    entries.length === Object.keys(fields).length && entries.every(([name]) => Object.hasOwn(fields, name));
  return isSame ? fields : Object.fromEntries(entries);
}

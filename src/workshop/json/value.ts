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

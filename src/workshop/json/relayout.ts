import type { Layout, ListLayout, Member, ObjectLayout, Part } from './layout.ts';
import { isList, isObject, type Json, type JsonList, type JsonObject, type Path } from './value.ts';

/** Returns the names that an object at a path can have, in the order in which the format lists them. */
export type NameOrder = (path: Path) => readonly string[];

interface Known {
  /** The layout of each list and object that the text had, however far it has moved. */
  readonly layouts: ReadonlyMap<Json, Layout>;
  readonly names: NameOrder;
}

/**
 * Lays out a changed value like the one it came from: what is the same keeps its spelling, its order and the space
 * around it; new fields come where the format lists them.
 */
export function relayout(old: Layout, value: Json, names: NameOrder): Layout {
  return layoutLike(old, value, [], { layouts: layoutsIn(old), names });
}

function layoutsIn(root: Layout): Map<Json, Layout> {
  const found = new Map<Json, Layout>();
  const open = [root];
  for (let layout = open.pop(); layout; layout = open.pop()) {
    if (layout.kind === 'scalar') continue;
    found.set(layout.value, layout);
    open.push(...layout.parts.map((part) => part.layout));
  }
  return found;
}

function layoutLike(like: Layout | undefined, value: Json, path: Path, known: Known): Layout {
  const own = known.layouts.get(value);
  if (own) return own;
  if (isList(value)) return listLike(like?.kind === 'list' ? like : undefined, value, path, known);
  if (isObject(value)) return objectLike(like?.kind === 'object' ? like : undefined, value, path, known);
  if (like?.kind === 'scalar' && Object.is(like.value, value)) return like;
  return { kind: 'scalar', value, spelling: JSON.stringify(value) };
}

function listLike(like: ListLayout | undefined, value: JsonList, path: Path, known: Known): ListLayout {
  const old = like?.parts ?? [];
  const sources = sourcesOf(old, value);
  const parts = value.map((item, index): Part => {
    const source = sources[index];
    const layout = layoutLike(source?.layout ?? exampleOf(old, item), item, [...path, index], known);
    return { before: source?.before ?? null, layout, after: source?.after ?? '' };
  });
  return { kind: 'list', value, parts: spaced(parts, old), end: endLike(like, parts) };
}

/** The space before a closing bracket; none where nothing is left before it. */
function endLike(like: ListLayout | ObjectLayout | undefined, parts: readonly Part[]): string {
  return like && (parts.length > 0 || like.parts.length === 0) ? like.end : '';
}

/** A new object in a list is laid out like those beside it: open, or on a line. */
function exampleOf(old: readonly Part[], item: Json): Layout | undefined {
  if (!isObject(item)) return undefined;
  const beside = old.findLast(({ layout }) => layout.kind === 'object')?.layout;
  return beside?.kind === 'object' && beside.open === false ? { ...beside, parts: [], value: {} } : undefined;
}

/** Finds for each item of a changed list the part that it came from: the same value, the same id, or the same place. */
function sourcesOf(old: readonly Part[], value: JsonList): (Part | undefined)[] {
  const free = new Set(old);
  const take = (part: Part | undefined) => {
    if (part === undefined || !free.delete(part)) return undefined;
    return part;
  };
  const same = value.map((item) => take(old.find((part) => free.has(part) && Object.is(part.layout.value, item))));
  const named = value.map((item, index) => {
    const id = idOf(item);
    if (same[index] || id === undefined) return same[index];
    return take(old.find((part) => free.has(part) && idOf(part.layout.value) === id));
  });
  return value.map((_, index) => named[index] ?? (value.length === old.length ? take(old[index]) : undefined));
}

const idOf = (value: Json) => (isObject(value) && typeof value['id'] === 'string' ? value['id'] : undefined);

function objectLike(like: ObjectLayout | undefined, value: JsonObject, path: Path, known: Known): ObjectLayout {
  const old = like?.parts ?? [];
  const format = known.names(path);
  const names = Object.keys(value);
  // A table has the order that its author gave it, and names that its author can change.
  const ordered =
    format.length > 0
      ? inOrder(
          names,
          old.map(({ name }) => name),
          format,
        )
      : names;
  const sources = format.length > 0 ? new Map(old.map((part) => [part.name, part])) : tableSources(old, names);
  const parts = ordered.map((name): Member => {
    const source = sources.get(name);
    const layout = layoutLike(source?.layout, value[name] ?? null, [...path, name], known);
    if (source?.name === name) return { ...source, layout };
    const spelling = JSON.stringify(name);
    if (source) return { ...source, name, spelling, layout };
    return { name, spelling, colon: old[0]?.colon ?? ': ', before: null, layout, after: '' };
  });
  return {
    kind: 'object',
    value,
    parts: spaced(parts, old),
    end: endLike(like, parts),
    open: parts.length === 0 ? null : (like?.open ?? true),
  };
}

/** Finds for each row of a table the part that it came from: of the same name, or, if it was renamed, at the same place. */
function tableSources(old: readonly Member[], names: readonly string[]): ReadonlyMap<string, Member> {
  const byName = new Map(old.map((part) => [part.name, part]));
  const isSameSize = old.length === names.length;
  return new Map(
    names.flatMap((name, index) => {
      const at = isSameSize ? old[index] : undefined;
      const source = byName.get(name) ?? (at && !names.includes(at.name) ? at : undefined);
      return source ? [[name, source] as const] : [];
    }),
  );
}

/**
 * Returns the names in the order of the file, with new ones where the format lists them.
 * @param format the names that the format knows, in its order
 */
function inOrder(names: readonly string[], old: readonly string[], format: readonly string[]): string[] {
  const ordered = old.filter((name) => names.includes(name));
  const added = names.filter((name) => !ordered.includes(name));
  for (const name of added
    .filter((one) => format.includes(one))
    .toSorted((a, b) => format.indexOf(a) - format.indexOf(b))) {
    const earlier = new Set(format.slice(0, format.indexOf(name)));
    ordered.splice(ordered.findLastIndex((one) => earlier.has(one)) + 1, 0, name);
  }
  return [...ordered, ...added.filter((name) => !format.includes(name))];
}

/** Gives the first part the space of the first one before, since what follows a bracket differs from what follows a comma. */
function spaced<Some extends Part>(parts: readonly Some[], old: readonly Part[]): Some[] {
  const [first, ...rest] = parts;
  const [oldFirst, oldSecond] = old;
  if (first === undefined || oldFirst === undefined || first.before === oldFirst.before) return [...parts];
  return [
    { ...first, before: oldFirst.before },
    ...rest.map((part) =>
      part.before === oldFirst.before && oldFirst.before === '' ? { ...part, before: oldSecond?.before ?? null } : part,
    ),
  ];
}

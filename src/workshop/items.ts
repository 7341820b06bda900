import { isList, isObject, valueAt, withValue, type JsonObject } from './json/value.ts';
import { change, levelOf, type LevelFiles } from './level-files.ts';

/** The lists of a level whose order the author chooses. */
export type ItemList = 'contacts' | 'mails' | 'received' | 'beats' | 'circles' | 'expectations';

/** Moves an item of a list of the level to another place in it. */
export function moveItem(files: LevelFiles, list: ItemList, from: number, to: number): LevelFiles {
  return change(files, (level) => {
    const items = valueAt(level, [list]);
    const item = isList(items) ? items[from] : undefined;
    if (!isList(items) || item === undefined || from === to) return level;
    return withValue(level, [list], items.toSpliced(from, 1).toSpliced(to, 0, item));
  });
}

/** Removes an item that nothing else names. A list that this empties goes with it, where the format allows that. */
export function removeItem(
  files: LevelFiles,
  list: Exclude<ItemList, 'contacts' | 'mails' | 'received'>,
  index: number,
): LevelFiles {
  return change(files, (level) => {
    const shorter = withValue(level, [list, index], undefined);
    const left = valueAt(shorter, [list]);
    return isList(left) && left.length === 0 ? withValue(shorter, [list], undefined) : shorter;
  });
}

/** Changes an item of a list, if there is one at this index. */
export function changeItem(
  files: LevelFiles,
  list: ItemList,
  index: number,
  changed: (item: JsonObject, level: JsonObject) => JsonObject,
): LevelFiles {
  return change(files, (level) => {
    const item = valueAt(level, [list, index]);
    return isObject(item) ? withValue(level, [list, index], changed(item, level)) : level;
  });
}

/** The ids of the items of a list. */
export function idsOf(items: readonly JsonObject[]): string[] {
  return items.flatMap(({ id }) => (typeof id === 'string' ? [id] : []));
}

/** The files with something added, and where it is in its list. */
export interface Added {
  readonly files: LevelFiles;
  readonly index: number;
  readonly id: string;
}

/** Adds an item at the end of a list. */
export function addItem(files: LevelFiles, list: ItemList, id: string, facts: JsonObject): Added {
  const items = valueAt(levelOf(files), [list]);
  const index = isList(items) ? items.length : 0;
  return { files: change(files, (level) => withValue(level, [list, index], { id, ...facts })), index, id };
}

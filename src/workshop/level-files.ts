import type { LevelFiles } from '../levels/check.ts';
import { currentFormat, readDraft, type Draft } from './draft.ts';
import { revise } from './edit.ts';
import { isObject, withValue, type Json, type JsonObject, type Path } from './json/value.ts';

export type { LevelFiles };

/** The level that its files state, as far as they can be read. */
export function draftOf({ text }: LevelFiles): Draft {
  return readDraft(text);
}

/** Sets one value of the level; undefined removes the field or the item. The rest of the files stays to the byte. */
export function setValue(files: LevelFiles, path: Path, value: Json | undefined): LevelFiles {
  return change(files, (level) => withValue(level, path, value));
}

/**
 * Changes the level file.
 * @param changed returns the new content; it shares what does not change
 */
export function change(files: LevelFiles, changed: (level: JsonObject) => Json): LevelFiles {
  const text = revise(files.text, (value) => {
    const current = currentFormat(value);
    return changed(isObject(current) ? current : {});
  });
  return text === files.text ? files : { ...files, text };
}

import type { LevelFiles as CheckedFiles } from '../levels/check.ts';
import { currentFormat, readDraft, type Draft } from './draft.ts';
import { revise } from './edit.ts';
import { readWhole } from './json/read-whole.ts';
import { isObject, withValue, type Json, type JsonObject, type Path } from './json/value.ts';
import { inStep, type Renamed } from './translation-sync.ts';

/** The files of a level that is being written. */
export interface LevelFiles extends CheckedFiles {
  /** The language in which its author writes, if they have chosen one. */
  readonly language?: string;
}

/** The level that its files state, as far as they can be read. */
export function draftOf({ text }: LevelFiles): Draft {
  return readDraft(text);
}

/** The content of the level file in the current format, as far as it can be read. */
export function levelOf({ text }: LevelFiles): JsonObject {
  return levelIn(readWhole(text));
}

/** Sets one value of the level; undefined removes the field or the item. The rest of the files stays to the byte. */
export function setValue(files: LevelFiles, path: Path, value: Json | undefined): LevelFiles {
  return change(files, (level) => withValue(level, path, value));
}

/**
 * Changes the level file, and its translations where they would fall out of step with it.
 * @param changed returns the new content; it shares what does not change
 * @param renamed ids that items of its lists have after the change
 */
export function change(
  files: LevelFiles,
  changed: (level: JsonObject) => Json,
  renamed: readonly Renamed[] = [],
): LevelFiles {
  const before = levelOf(files);
  let after: Json = before;
  const text = revise(files.text, (value) => {
    after = changed(levelIn(value));
    return after;
  });
  if (text === files.text) return files;
  return { ...files, text, translations: inStep(files.translations, before, levelIn(after), renamed) };
}

function levelIn(value: Json): JsonObject {
  const current = currentFormat(value);
  return isObject(current) ? current : {};
}

import type { Level } from '../engine/index.ts';
import { written } from './edit.ts';
import { isObject, ownValue, type Json, type JsonObject } from './json/value.ts';
import type { LevelFiles } from './level-files.ts';

/** Makes the file of a level that is plain data, such as a composed situation. */
export function fromLevel(level: Level): LevelFiles {
  // Of plain data, JSON makes plain data.
  const content = JSON.parse(JSON.stringify(level)) as Json;
  return fromContent(isObject(content) ? content : {});
}

/** Makes the file of what a level says, named after its id. */
export function fromContent(content: JsonObject): LevelFiles {
  const id = ownValue(content, 'id');
  const text = written({ $schema: './level.schema.json', ...content });
  return { file: `${typeof id === 'string' ? id : 'level'}.json`, text, translations: [] };
}

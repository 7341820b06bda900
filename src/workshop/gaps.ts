import { isObject, withFieldSet, withObjects, type JsonObject } from './json/value.ts';
import { change, type LevelFiles } from './level-files.ts';

/** Written where a text is missing; it shows something, as every text of a level must. */
const GAP = '…';
const ANY_RULE = 'list-is-secret';

/** The texts that every part of a level must have, by its list. */
const TEXTS = {
  contacts: ['name'],
  mails: ['subject', 'body'],
  received: ['subject', 'body'],
  beats: ['text'],
} as const;

/**
 * Returns a level with something in the place of each text that its author has not written yet. No text changes what
 * follows from a routing, so the author can try the facts before the words are there.
 */
export function withGapsFilled(files: LevelFiles): LevelFiles {
  return change(files, (level) => {
    let filled = filledIn(level, ['title', 'summary', 'briefing']);
    if (!Number.isInteger(filled['minutes'])) filled = withFieldSet(filled, 'minutes', 1);
    filled = withPart(filled, 'sender', ['name']);
    filled = withFieldSet(filled, 'lesson', { rule: ANY_RULE, ...partOf(filled, 'lesson') });
    filled = withPart(filled, 'lesson', ['why']);
    if (isObject(filled['regulator'])) filled = withPart(filled, 'regulator', ['name']);
    for (const [list, names] of Object.entries(TEXTS)) {
      filled = withObjects(filled, list, (part) => filledIn(part, names));
    }
    return filled;
  });
}

function filledIn(part: JsonObject, names: readonly string[]): JsonObject {
  return names.reduce((filled, name) => {
    const text = filled[name];
    const isMissing = text === undefined || text === '';
    return isMissing ? withFieldSet(filled, name, GAP) : filled;
  }, part);
}

function withPart(level: JsonObject, name: string, texts: readonly string[]): JsonObject {
  return withFieldSet(level, name, filledIn(partOf(level, name), texts));
}

function partOf(level: JsonObject, name: string): JsonObject {
  const part = level[name];
  return isObject(part) ? part : {};
}

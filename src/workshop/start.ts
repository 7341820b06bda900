import type { Language } from '../engine/compose/index.ts';
import type { Level } from '../engine/index.ts';
import { levelNameOf, translationFile, type TranslationFile } from '../levels/index.ts';
import { currentFormat } from './draft.ts';
import { written } from './edit.ts';
import { newId } from './ids/new-id.ts';
import { isObject, ownValue, type Json, type JsonObject } from './json/value.ts';
import { readWhole } from './json/read-whole.ts';
import { change, type LevelFiles } from './level-files.ts';
import { textAt } from './texts.ts';

/** The name of a level that has no title yet. */
const NEW = 'my-level';

/** Starts from nothing: what every level has, without a word. */
export function emptyLevel(): LevelFiles {
  return fromContent({
    format: 2,
    id: NEW,
    minutes: 3,
    sender: { address: 'sender@organisation.example' },
    contacts: [],
    mails: [{ id: 'email', sensitivity: 1, fields: ['to', 'cc', 'bcc', 'separate'] }],
    lesson: { rule: 'list-is-secret' },
  });
}

/** Makes the file of a level that is plain data. */
export function fromContent(content: JsonObject): LevelFiles {
  const id = ownValue(content, 'id');
  const text = written({ $schema: './level.schema.json', ...content });
  return { file: `${typeof id === 'string' ? id : NEW}.json`, text, translations: [] };
}

/** Starts from a file of any state, with the translations that came with it. The file stays to the byte. */
export function fromFile(name: string, text: string, translations: readonly TranslationFile[] = []): LevelFiles {
  return { file: name.slice(name.lastIndexOf('/') + 1), text, translations };
}

/**
 * Starts from a composed situation.
 * @param seed any text; the same one gives the same situation
 */
export async function fromSituation(seed: string, language: Language): Promise<LevelFiles> {
  const { compose } = await import('../engine/compose/index.ts');
  return fromLevel(compose(seed, language, { id: NEW }).level);
}

/** Makes the file of a level. */
export function fromLevel(level: Level): LevelFiles {
  // Of plain data, JSON makes plain data.
  const content = JSON.parse(JSON.stringify(level)) as Json;
  return fromContent(isObject(content) ? content : {});
}

/**
 * Names the level and its files by its title if it has no name of its own yet. The form calls it when the author leaves
 * the title.
 */
export function settleLevel(files: LevelFiles, language: string): LevelFiles {
  const title = textAt(files, ['title'], language);
  if (title === '' || levelNameOf(files.file) !== NEW) return files;
  return renameLevel(files, newId(title, NEW, []));
}

/** Gives the level another id, and its files their names after it. */
export function renameLevel(files: LevelFiles, id: string): LevelFiles {
  const folder = files.file.slice(0, files.file.lastIndexOf('/') + 1);
  const named = change(files, (level) => (level['id'] === id ? level : { ...level, id }));
  const file = `${folder}${id}.json`;
  if (file === files.file) return named;
  const translations = named.translations.map((one) => ({ ...one, file: translationFile(file, one.language) }));
  return { ...named, file, translations };
}

/** True for a file of an older format, which the first edit brings to the current one. */
export function isOlder(files: LevelFiles): boolean {
  const value = readWhole(files.text);
  return currentFormat(value) !== value;
}

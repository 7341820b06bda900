import { revise, written } from '../edit.ts';
import { readWhole } from '../json/read-whole.ts';
import { isObject, type Json, type JsonObject, valueAt, withValue } from '../json/value.ts';
import { change, type LevelFiles } from '../level-files.ts';
import { withTextBeside } from '../texts.ts';
import { translationNames } from '../translation-sync.ts';
import { translationFile } from '../../levels/translation-names.ts';
import { besideOf, besideText, languagesOf, type TranslationRow } from './table.ts';

/** Where a translation goes, and its text; '' removes it. */
type Targets = ReadonlyMap<Pick<TranslationRow, 'path'>, string>;

/**
 * Writes translations where the texts of their language are: in the file beside the level, or in the level itself. A
 * language that is new gets a file. Nothing else changes.
 *
 * @param language to translate to
 */
export function withTargets(files: LevelFiles, language: string, targets: Targets): LevelFiles {
  if (targets.size === 0) return files;
  const inside = languagesOf({ ...files, translations: [] });
  const beside = files.translations.find((file) => file.language === language);
  if (!beside && !inside.includes(language)) {
    return withTargets(withNewFile(files, language), language, targets);
  }
  const level = readWhole(files.text);
  const isInside = ({ path }: Pick<TranslationRow, 'path'>) => {
    const text = valueAt(level, path);
    return !beside || (isObject(text) && Object.hasOwn(text, language));
  };
  const [own, others] = [[...targets].filter(([row]) => isInside(row)), [...targets].filter(([row]) => !isInside(row))];
  const changed = change(files, (content) =>
    own.reduce<Json>((all, [{ path }, text]) => {
      const lacking = languagesOf(files).filter((one) => besideText(besideOf(files, one), level, path) === null);
      return withValue(all, path, withLanguage(valueAt(all, path), language, text, lacking));
    }, content),
  );
  if (!beside || others.length === 0) return changed;
  const text = revise(
    beside.text,
    (translation) =>
      others.reduce<Json>(
        (all, [{ path }, words]) => withTextBeside(all, level, path, words),
        isObject(translation) ? translation : EMPTY,
      ),
    translationNames,
  );
  return {
    ...changed,
    translations: changed.translations.map((file) => (file.language === language ? { ...file, text } : file)),
  };
}

const EMPTY: JsonObject = { $schema: './translation.schema.json', format: 1 };

/** Adds an empty translation file, which the level names. */
function withNewFile(files: LevelFiles, language: string): LevelFiles {
  const named = change(files, (level) => {
    const before = valueAt(level, ['translations']);
    return withValue(level, ['translations'], [...(Array.isArray(before) ? (before as Json[]) : []), language]);
  });
  const file = { language, file: translationFile(files.file, language), text: written(EMPTY, translationNames) };
  return { ...named, translations: [...named.translations, file] };
}

/** Returns a text of a level with one of its languages changed. */
function withLanguage(text: Json | undefined, language: string, target: string, lacking: readonly string[]): Json {
  if (isObject(text)) return withValue(text, [language], target === '' ? undefined : target);
  if (typeof text !== 'string' || target === text || target === '') return text ?? target;
  // A text for all languages is still that of the others.
  const others = lacking.filter((one) => one !== language).map((one) => [one, text] as const);
  return { ...Object.fromEntries(others), [language]: target };
}

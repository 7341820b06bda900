import * as z from 'zod/mini';
import { described, id, words } from './format.ts';
import { levelSchema, type Level } from './level.ts';
import type { Fault } from './fault.ts';
import { isRecord, LEVEL_TEXTS, UNSAID, type TextObject, type TextShape } from './text-shape.ts';

/**
 * The texts of a level in one more language, in a file beside it (`my-level.fr.json` for French). It has the shape of
 * the level, but only its texts; items of a list are found by their ids. Its format is derived from that of the level.
 */

export const TRANSLATION_FAULT_CODES = ['translation-unknown-id', 'translation-of-nothing', 'duplicate-id'] as const;
export type TranslationFault = Fault<(typeof TRANSLATION_FAULT_CODES)[number]>;

type Path = Fault['path'];

function translated(shape: TextShape): z.ZodMiniType {
  const { description = '', examples } = z.globalRegistry.get(shape.schema) ?? {};
  if (shape.kind === 'text') {
    return described(
      words(shape.maxLength),
      description,
      ...(Array.isArray(examples) ? (examples as readonly unknown[]) : []),
    );
  }
  if (shape.kind === 'object') return described(z.strictObject(fieldsOf(shape)), description);
  const part = z.strictObject({
    id: id('The id of this item in the level.', 'northwind'),
    ...fieldsOf(shape.part),
  });
  return described(z.array(part), description);
}

function fieldsOf(shape: TextObject): Record<string, z.ZodMiniType> {
  return Object.fromEntries([...shape.fields].map(([name, field]) => [name, z.optional(translated(field))]));
}

export const translationSchema = z.strictObject({
  $schema: z.optional(
    described(z.string(), 'Lets your editor explain and complete this file.', './translation.schema.json'),
  ),
  format: described(z.literal(1), 'The version of this format.', 1),
  ...(LEVEL_TEXTS.kind === 'object' && fieldsOf(LEVEL_TEXTS)),
});

export type Translation = z.infer<typeof translationSchema>;

/** Finds what a translation has and its level does not: an item that is gone, a text that never existed. */
export function checkTranslation(level: Level, translation: Translation): TranslationFault[] {
  return strays(LEVEL_TEXTS, level, translation, []);
}

function strays(shape: TextShape, original: unknown, translation: unknown, path: Path): TranslationFault[] {
  if (translation === undefined) return [];
  if (original === undefined) {
    return [{ code: 'translation-of-nothing', path, params: { name: String(path.at(-1)) } }];
  }
  if (shape.kind === 'text') return [];
  if (shape.kind === 'list') return strayParts(shape.part, original, translation, path);
  return [...shape.fields].flatMap(([name, field]) =>
    strays(field, fieldOf(original, name), fieldOf(translation, name), [...path, name]),
  );
}

function strayParts(shape: TextObject, original: unknown, translation: unknown, path: Path): TranslationFault[] {
  const parts = partsOf(translation);
  const ids = parts.map((part) => fieldOf(part, 'id'));
  return parts.flatMap((part, index): TranslationFault[] => {
    const name = fieldOf(part, 'id');
    const params = { id: String(name) };
    if (ids.indexOf(name) < index) return [{ code: 'duplicate-id', path: [...path, index, 'id'], params }];
    const match = partsOf(original).find((candidate) => fieldOf(candidate, 'id') === name);
    if (match === undefined) return [{ code: 'translation-unknown-id', path: [...path, index, 'id'], params }];
    return strays(shape, match, part, [...path, index]);
  });
}

/** Adds the texts of a translation to a level; whatever it lacks stays unchanged. */
export function translate(level: Level, language: string, translation: Translation): Level {
  return levelSchema.parse(merged(LEVEL_TEXTS, level, translation, language));
}

function merged(shape: TextShape, original: unknown, translation: unknown, language: string): unknown {
  if (original === undefined || translation === undefined) return original;
  if (shape.kind === 'text') {
    return { ...(isRecord(original) ? original : { [UNSAID]: original }), [language]: translation };
  }
  if (shape.kind === 'list') {
    return partsOf(original).map((part) => {
      const match = partsOf(translation).find((candidate) => fieldOf(candidate, 'id') === fieldOf(part, 'id'));
      return merged(shape.part, part, match, language);
    });
  }
  if (!isRecord(original)) return original;
  const texts = [...shape.fields].flatMap(([name, field]) =>
    original[name] === undefined
      ? []
      : [[name, merged(field, original[name], fieldOf(translation, name), language)] as const],
  );
  return { ...original, ...Object.fromEntries(texts) };
}

function fieldOf(value: unknown, name: string): unknown {
  return isRecord(value) && Object.hasOwn(value, name) ? value[name] : undefined;
}

function partsOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

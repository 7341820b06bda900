import * as z from 'zod/mini';
import { longestText } from './format.ts';
import { levelSchema } from './level.ts';

/** Where the texts are in a file, derived from the schema, so that a new text field needs no change here. */
export type TextShape = TextLeaf | TextObject | TextList;

export interface TextLeaf {
  readonly kind: 'text';
  readonly maxLength: number;
  /** The field as the schema describes it. */
  readonly schema: z.ZodMiniType;
}

export interface TextObject {
  readonly kind: 'object';
  readonly fields: ReadonlyMap<string, TextShape>;
  readonly schema: z.ZodMiniType;
}

/** A list whose items are distinguished by their ids. */
export interface TextList {
  readonly kind: 'list';
  readonly part: TextObject;
  readonly schema: z.ZodMiniType;
}

/** One text of a file, with its place. */
export interface TextPlace {
  readonly path: readonly (string | number)[];
  readonly text: unknown;
}

/** The part of a schema that has texts; null when it has none. */
export function textShapeOf(schema: unknown): TextShape | null {
  if (schema instanceof z.ZodMiniOptional) return textShapeOf(schema.def.innerType);
  if (schema instanceof z.ZodMiniArray) {
    const part = textShapeOf(schema.def.element);
    return part?.kind === 'object' ? { kind: 'list', part, schema } : null;
  }
  if (schema instanceof z.ZodMiniObject) {
    const fields = new Map<string, TextShape>();
    for (const [name, field] of Object.entries(schema.def.shape)) {
      const shape = textShapeOf(field);
      if (shape) fields.set(name, shape);
    }
    return fields.size > 0 ? { kind: 'object', fields, schema } : null;
  }
  if (!(schema instanceof z.ZodMiniType)) return null;
  const maxLength = longestText(schema);
  return maxLength === undefined ? null : { kind: 'text', maxLength, schema };
}

/** The texts of a level. */
export const LEVEL_TEXTS: TextShape = textShapeOf(levelSchema) ?? {
  kind: 'object',
  fields: new Map(),
  schema: levelSchema,
};

/**
 * The language of a text that does not state it (BCP 47: undetermined). It comes first, so that it is shown if no other
 * fits.
 */
export const UNSAID = 'und';

/** Returns all texts of a file, in the order of its format. */
export function textPlaces(shape: TextShape, value: unknown, path: TextPlace['path'] = []): TextPlace[] {
  if (shape.kind === 'text') return value === undefined ? [] : [{ path, text: value }];
  if (shape.kind === 'list')
    return Array.isArray(value) ? value.flatMap((part, index) => textPlaces(shape.part, part, [...path, index])) : [];
  if (!isRecord(value)) return [];
  return [...shape.fields].flatMap(([name, field]) => textPlaces(field, value[name], [...path, name]));
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

import * as z from 'zod/mini';
import type { Path } from './json.ts';

/** Returns every schema that a value at this path can have: more than one where shapes differ. */
function schemasAt(schema: unknown, path: Path): z.ZodMiniType[] {
  if (schema instanceof z.ZodMiniOptional) return schemasAt(schema.def.innerType, path);
  const [part, ...rest] = path;
  if (part === undefined) return schema instanceof z.ZodMiniType ? [schema] : [];
  if (schema instanceof z.ZodMiniUnion) {
    return schema.def.options.flatMap((option: unknown) => schemasAt(option, path));
  }
  if (schema instanceof z.ZodMiniArray) return schemasAt(schema.def.element, rest);
  if (schema instanceof z.ZodMiniRecord) return schemasAt(schema.def.valueType, rest);
  if (schema instanceof z.ZodMiniObject && typeof part === 'string' && Object.hasOwn(schema.def.shape, part)) {
    return schemasAt(schema.def.shape[part], rest);
  }
  return [];
}

/** Returns the field names that an object at this path can have. */
export function namesAt(schema: z.ZodMiniType, path: Path): string[] {
  const names = schemasAt(schema, path).flatMap((found) => fieldNames(found));
  return [...new Set(names)];
}

function fieldNames(schema: unknown): string[] {
  if (schema instanceof z.ZodMiniUnion) return schema.def.options.flatMap((option: unknown) => fieldNames(option));
  return schema instanceof z.ZodMiniObject ? Object.keys(schema.def.shape) : [];
}

/** Returns where a field with this name can be in a file, such as `contacts` or `beats.when`; `''` is the top level. */
export function placesOf(schema: unknown, name: string, place = ''): string[] {
  if (schema instanceof z.ZodMiniOptional) return placesOf(schema.def.innerType, name, place);
  if (schema instanceof z.ZodMiniArray) return placesOf(schema.def.element, name, place);
  if (schema instanceof z.ZodMiniRecord) return placesOf(schema.def.valueType, name, place);
  if (schema instanceof z.ZodMiniUnion) {
    return [...new Set(schema.def.options.flatMap((option: unknown) => placesOf(option, name, place)))];
  }
  if (!(schema instanceof z.ZodMiniObject)) return [];
  const below = Object.entries(schema.def.shape).flatMap(([field, inner]) =>
    placesOf(inner, name, place === '' ? field : `${place}.${field}`),
  );
  return Object.hasOwn(schema.def.shape, name) ? [place, ...below] : below;
}

/** Returns an example of a value at this path; null when the format has none. */
export function exampleAt(schema: z.ZodMiniType, path: Path): string | null {
  for (const found of schemasAt(schema, path)) {
    const examples = z.globalRegistry.get(found)?.examples;
    const [example] = Array.isArray(examples) ? (examples as readonly unknown[]) : [];
    if (typeof example === 'string') return example;
  }
  return null;
}

import * as z from 'zod/mini';
import { isList, isObject, type Json, type JsonObject } from './json/value.ts';

/** What of a value fits its format: everything may be missing, at every depth. */
export type Tolerant<Value> = Value extends string | number | boolean
  ? Value
  : Value extends readonly (infer Item)[]
    ? readonly Tolerant<Item>[]
    : { readonly [Name in keyof Value]?: Tolerant<Exclude<Value[Name], undefined>> };

/**
 * Returns what of a value fits a schema in kind: texts that are texts, numbers that are numbers, words that the format
 * knows. A number that is too large stays, since a form can show it. Items of a list that are objects keep their index.
 */
export function fitting<Value>(schema: z.ZodMiniType<Value>, value: Json | undefined): Tolerant<Value> {
  return (fits(schema, value) ?? {}) as Tolerant<Value>;
}

function fits(schema: unknown, value: Json | undefined): Json | undefined {
  if (value === undefined) return undefined;
  if (schema instanceof z.ZodMiniOptional) return fits(schema.def.innerType, value);
  if (schema instanceof z.ZodMiniString) return typeof value === 'string' ? value : undefined;
  if (schema instanceof z.ZodMiniNumber) return typeof value === 'number' ? value : undefined;
  if (schema instanceof z.ZodMiniBoolean) return typeof value === 'boolean' ? value : undefined;
  if (schema instanceof z.ZodMiniUnion) return fitsOneOf(schema.def.options, value);
  if (schema instanceof z.ZodMiniArray) return isList(value) ? fittingItems(schema.def.element, value) : undefined;
  if (schema instanceof z.ZodMiniRecord) {
    return isObject(value) ? fittingFields(value, () => schema.def.valueType) : undefined;
  }
  if (schema instanceof z.ZodMiniObject) {
    const { shape } = schema.def;
    return isObject(value)
      ? fittingFields(value, (name) => (Object.hasOwn(shape, name) ? shape[name] : undefined))
      : undefined;
  }
  return schema instanceof z.ZodMiniType && schema.safeParse(value).success ? value : undefined;
}

function fittingItems(element: unknown, items: readonly Json[]): Json[] {
  const asObject = isObjectSchema(element);
  return items.flatMap((item) => fits(element, item) ?? (asObject ? {} : []));
}

function fittingFields(fields: JsonObject, schemaOf: (name: string) => unknown): JsonObject {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, value]) => {
      const fitted = fits(schemaOf(name), value);
      return fitted === undefined ? [] : [[name, fitted] as const];
    }),
  );
}

/** Of several shapes the value has the one that takes all of it, or else the one that takes most of its fields. */
function fitsOneOf(options: readonly unknown[], value: Json): Json | undefined {
  const whole = options.find((option) => option instanceof z.ZodMiniType && option.safeParse(value).success);
  if (whole !== undefined) return value;
  const parts = options.flatMap((option) => fits(option, value) ?? []);
  const size = (part: Json) => (isObject(part) ? Object.keys(part).length : 1);
  return parts.toSorted((one, other) => size(other) - size(one))[0];
}

function isObjectSchema(schema: unknown): boolean {
  if (schema instanceof z.ZodMiniOptional) return isObjectSchema(schema.def.innerType);
  if (schema instanceof z.ZodMiniUnion) return schema.def.options.some((option: unknown) => isObjectSchema(option));
  return schema instanceof z.ZodMiniObject;
}

import * as z from 'zod/mini';
import { longestText } from './format.ts';

/** Writes a format as JSON Schema (2020-12), for editors and tools. The page does not need it. */
export type JsonSchema = Readonly<Record<string, unknown>>;

/**
 * @param schema the one definition of the format
 * @param title what an editor calls the file
 */
export function jsonSchemaOf(schema: z.ZodMiniType, title: string): JsonSchema {
  const { $schema, ...rest } = z.toJSONSchema(schema, {
    target: 'draft-2020-12',
    override({ zodSchema, jsonSchema }) {
      if (!(zodSchema instanceof z.ZodMiniType) || longestText(zodSchema) === undefined) return;
      // That a text must have at least one language is a custom check, which does not appear in a schema by itself.
      for (const option of jsonSchema.anyOf ?? []) {
        if (typeof option === 'object' && option.type === 'object') option.minProperties = 1;
      }
    },
  });
  return { $schema, title, ...rest };
}

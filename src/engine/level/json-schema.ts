import * as z from 'zod/mini';
import { longestText } from './format.ts';

/** A format as JSON Schema (2020-12), for editors and for tools. Nothing of the page needs it. */
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
      // That a text must be there in one language at least is a check, of which a schema is not told by itself.
      for (const option of jsonSchema.anyOf ?? []) {
        if (typeof option === 'object' && option.type === 'object') option.minProperties = 1;
      }
    },
  });
  return { $schema, title, ...rest };
}

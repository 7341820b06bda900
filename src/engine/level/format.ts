import * as z from 'zod/mini';
import { MAX_CONTACTS } from './vocabulary.ts';

/**
 * What the level format and the course format are built of. A trainer reads the descriptions in an editor.
 * A pattern's message is the code of the problem that a text without it has.
 */

// zod would otherwise probe for `new Function`, which a strict content security policy reports as a violation.
z.config({ jitless: true });

/** A language tag (BCP 47), as in `en` or `pt-BR`. */
export const LANGUAGE_TAG = /^[a-z]{2,3}(-[A-Za-z0-9]+)*$/;

/** Gives a schema what an editor shows of it. */
export function described<Schema extends z.ZodMiniType>(
  schema: Schema,
  description: string,
  ...examples: unknown[]
): Schema {
  z.globalRegistry.add(schema, examples.length > 0 ? { description, examples } : { description });
  return schema;
}

/** A name inside a file. (Every object of the language has a `constructor`; an id may not take its place.) */
export const id = (description: string, example: string) =>
  described(
    z.string().check(z.regex(/^(?!constructor$)[a-z0-9]+(-[a-z0-9]+)*$/, 'not-an-id'), z.maxLength(60)),
    description,
    example,
  );

export const words = (maxLength: number) => z.string().check(z.minLength(1), z.maxLength(maxLength));

const textLengths = new WeakMap<z.ZodMiniType, number>();

/** The most characters that a text may have; undefined for a schema that is no text. */
export const longestText = (schema: z.ZodMiniType): number | undefined => textLengths.get(schema);

/** A text in one language, or in several by their tags. */
export function text(description: string, maxLength: number, ...examples: unknown[]) {
  const schema = z.union([
    words(maxLength),
    z
      .record(z.string().check(z.regex(LANGUAGE_TAG, 'not-a-language')), words(maxLength))
      .check(z.refine((texts) => Object.keys(texts).length > 0, 'no-text')),
  ]);
  textLengths.set(schema, maxLength);
  return described(schema, description, ...examples);
}

export const language = (example: string) =>
  described(z.string().check(z.regex(LANGUAGE_TAG, 'not-a-language')), 'A language by its tag (BCP 47).', example);

export const duration = (description: string, example: string) =>
  described(
    z
      .string()
      .check(
        z.regex(
          /^P(?=\d|T\d)(\d{1,4}Y)?(\d{1,4}M)?(\d{1,4}W)?(\d{1,4}D)?(T(?=\d)(\d{1,4}H)?(\d{1,4}M)?(\d{1,4}S)?)?$/,
          'not-a-duration',
        ),
      ),
    description,
    example,
  );

export const address = (description: string, example: string) =>
  described(z.string().check(z.minLength(3), z.maxLength(254)), description, example);

/** A file in the folder of the course or below it: never above, never at another address. */
export const fileBelow = (endings: string, description: string, example: string) =>
  described(
    z
      .string()
      .check(
        z.regex(new RegExp(`^(?!/)(?!.*\\.\\.)(?!.*:)[^\\\\?#%]+\\.(${endings})$`), 'not-a-file'),
        z.maxLength(200),
      ),
    description,
    example,
  );

/** A list of the ids of contacts. */
export const ids = () => z.array(z.string()).check(z.minLength(1), z.maxLength(MAX_CONTACTS));

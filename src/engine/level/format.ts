import * as z from 'zod/mini';
import { MAX_CONTACTS } from './vocabulary.ts';

/**
 * The building blocks of the level format and the course format. Trainers read the descriptions in their editor. A
 * pattern's message is the code of the problem of a text that does not match.
 */

// zod would otherwise probe for `new Function`, which a strict content security policy reports as a violation.
z.config({ jitless: true });

/** A language tag (BCP 47), as in `en` or `pt-BR`. */
export const LANGUAGE_TAG = /^[a-z]{2,3}(-[A-Za-z0-9]+)*$/;

/** Adds to a schema what an editor shows about it. */
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

/**
 * At least one character that a reader can see. The rest is what draws nothing by itself: spaces, controls, directional and
 * zero-width characters, lone surrogates, combining marks without a base, variation selectors and the Hangul fillers
 * (Default_Ignorable_Code_Point), and the characters whose glyph is empty by definition: BRAILLE PATTERN BLANK, MUSICAL SYMBOL
 * NULL NOTEHEAD and the two EGYPTIAN HIEROGLYPH BLANKs. A name of these alone fails WCAG 2.4.4, 2.4.6 and 4.1.2.
 *
 * @see https://www.unicode.org/reports/tr44/ for the properties
 */
export const SHOWS_SOMETHING =
  /[^\p{White_Space}\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{M}\p{Noncharacter_Code_Point}\p{Default_Ignorable_Code_Point}\u2800\u{1D159}\u{13441}\u{13442}]/u;

export const words = (maxLength: number) =>
  z.string().check(z.regex(SHOWS_SOMETHING, 'no-text'), z.maxLength(maxLength));

const textLengths = new WeakMap<z.ZodMiniType, number>();

/** Returns the most characters that a text may have; undefined for a schema that is not a text. */
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

const inAnyCase = (ending: string) => Array.from(ending, (letter) => `[${letter}${letter.toUpperCase()}]`).join('');

/**
 * A file in the folder of the course or below it: never above, and never at another address. The pattern refuses
 * everything that the URL parser would drop or read differently from a person: controls, which it removes anywhere, and
 * a space at the start (WHATWG URL §4.4); percent signs and backslashes. The code that fetches the file still checks
 * the resulting address.
 * @param endings such as `svg`, in lower case; a file may have them in capitals
 */
export const fileBelow = (endings: readonly string[], description: string, example: string) =>
  described(
    z
      .string()
      .check(
        z.regex(
          new RegExp(
            String.raw`^(?![/ ])(?![\s\S]*\.\.)[^\\?#%:\u0000-\u001F\u007F-\u009F\u2028\u2029]+\.(${endings.map(inAnyCase).join('|')})$`,
            'u',
          ),
          'not-a-file',
        ),
        z.maxLength(200),
      ),
    description,
    example,
  );

/** A list of contact ids. */
export const ids = () => z.array(z.string()).check(z.minLength(1), z.maxLength(MAX_CONTACTS));

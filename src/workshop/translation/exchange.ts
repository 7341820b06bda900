import type { TranslationRow, TranslationTable } from './table.ts';

/** The formats in which texts go to translators and come back. */
export const EXCHANGE_FORMATS = ['xliff', 'po', 'json'] as const;
export type ExchangeFormat = (typeof EXCHANGE_FORMATS)[number];

/** Why a text of a file is not taken, or what to know about it. Each has a sentence in the texts of the workshop. */
export const EXCHANGE_FAULTS = [
  'not-xml',
  'not-xliff',
  'not-po',
  'not-json',
  'po-plural',
  'wrong-language',
  'wrong-level',
  'unknown-text',
  'text-twice',
  'too-long',
  'placeholders',
  'control-character',
  'no-text',
  'unsure',
  'source-changed',
] as const;
export type ExchangeFaultCode = (typeof EXCHANGE_FAULTS)[number];

/** Something that a person who imports a translator's file should know. */
export interface ExchangeFault {
  readonly code: ExchangeFaultCode;
  /** Counted from 1; 0 for the file as a whole. */
  readonly line: number;
  readonly params: Readonly<Record<string, string>>;
}

/** One text of a translator's file. */
export interface ExchangedText {
  readonly key: string;
  /** null where the format does not repeat it. */
  readonly source: string | null;
  readonly target: string;
  readonly line: number;
}

/** What could be read of a translator's file. */
export interface Exchanged {
  /** The language that the file says it is in; null if it does not say. */
  readonly language: string | null;
  /** The level file that it says it belongs to; null if it does not say. */
  readonly level: string | null;
  readonly texts: readonly ExchangedText[];
  readonly faults: readonly ExchangeFault[];
}

/** What a translator reads beside a text: where it is used. */
export type NoteOf = (row: TranslationRow) => string;

/** Returns a fault of a translator's file. */
export function exchangeFault(
  code: ExchangeFaultCode,
  line: number,
  params: ExchangeFault['params'] = {},
): ExchangeFault {
  return { code, line, params };
}

/** What is read of a file that cannot be read at all. */
export const unreadable = (fault: ExchangeFault): Exchanged => ({
  language: null,
  level: null,
  texts: [],
  faults: [fault],
});

/**
 * Characters that XML 1.0 cannot carry and no text needs: control characters other than tab and line ends, lone
 * surrogates, and two code points that are never characters.
 *
 * @see https://www.w3.org/TR/xml/#charsets
 */
const REFUSED =
  // oxlint-disable-next-line no-control-regex -- control characters are what it looks for
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/;

/** True for a text that no exchange format carries, and that an import refuses. */
export const isRefused = (text: string): boolean => REFUSED.test(text);

/** Returns the rows that a format can carry, each with its translation or '' where there is none that it can. */
export function carried({ rows }: TranslationTable): (TranslationRow & { readonly target: string })[] {
  return rows
    .filter(({ source }) => !isRefused(source))
    .map((row) => ({ ...row, target: row.target === null || isRefused(row.target) ? '' : row.target }));
}

const ENDINGS: Readonly<Record<ExchangeFormat, string>> = { xliff: 'xlf', po: 'po', json: 'json' };

/** Returns the name of the file for a translator: `my-level.fr.po`. */
export function exchangeFileName({ file, target }: TranslationTable, format: ExchangeFormat): string {
  return `${file.replace(/\.json$/i, '')}.${target}.${ENDINGS[format]}`;
}

/** Recognises the format of a file by its name, else by its content. */
export function formatOf(name: string, text: string): ExchangeFormat {
  if (/\.(?:xlf|xliff|xml)$/i.test(name)) return 'xliff';
  if (/\.pot?$/i.test(name)) return 'po';
  if (/\.json$/i.test(name)) return 'json';
  const start = text.trimStart().charAt(0);
  return start === '<' ? 'xliff' : start === '{' ? 'json' : 'po';
}

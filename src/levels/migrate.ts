import { isRecord } from '../engine/index.ts';

/** The level format that the game reads. Courses and translations have formats of their own, which are still the first. */
export const FORMAT = 2;

type File = Readonly<Record<string, unknown>>;

/** What makes a file of one format a file of the next; by the format that it takes. */
export type Migrations = Readonly<Record<number, (file: File) => Record<string, unknown>>>;

const MIGRATIONS: Migrations = { 1: toFormat2 };

/** Format 2 says `nameReveals` of a list, since `reveals` now says what being on a mail tells about a contact. */
function toFormat2(file: File): Record<string, unknown> {
  const { contacts } = file;
  return Array.isArray(contacts) ? { ...file, contacts: contacts.map(contactToFormat2) } : file;
}

function contactToFormat2(contact: unknown): unknown {
  if (!isRecord(contact) || typeof contact['revealing'] !== 'boolean') return contact;
  const entries = Object.entries(contact).map(([name, value]) => [name === 'revealing' ? 'nameReveals' : name, value]);
  return Object.fromEntries(entries) as unknown;
}

export type Migrated =
  | { readonly kind: 'current' }
  | { readonly kind: 'migrated'; readonly value: File; readonly from: number }
  /** The file is of a format that this version does not know: a later one, or none. */
  | { readonly kind: 'unknown'; readonly format: unknown };

/**
 * Brings a level to the format that the game reads, step by step.
 *
 * @param value what the file says; it may be anything
 */
export function migrate(value: unknown, migrations: Migrations = MIGRATIONS, to = FORMAT): Migrated {
  const from = isRecord(value) ? value['format'] : undefined;
  if (!isRecord(value) || typeof from !== 'number' || !Number.isInteger(from)) return { kind: 'unknown', format: from };
  if (from === to) return { kind: 'current' };
  let migrated = value;
  for (let format = from; format < to; format += 1) {
    const step = migrations[format];
    if (!step) return { kind: 'unknown', format: from };
    migrated = { ...step(migrated), format: format + 1 };
  }
  return from > to ? { kind: 'unknown', format: from } : { kind: 'migrated', value: migrated, from };
}

/** What a level says in the newest format; what cannot be migrated comes back as it is, for the reader to refuse. */
export function upToDate(value: unknown): unknown {
  const result = migrate(value);
  return result.kind === 'migrated' ? result.value : value;
}

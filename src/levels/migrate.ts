import { isRecord } from '../engine/index.ts';

/**
 * The level format that the game reads. Courses and translations have their own formats, which are still at version 1.
 */
export const FORMAT = 2;

type File = Readonly<Record<string, unknown>>;

/** Migrations to the next format, by the format that they start from. */
export type Migrations = Readonly<Record<number, (file: File) => Record<string, unknown>>>;

const MIGRATIONS: Migrations = { 1: toFormat2 };

/**
 * Format 2 calls this `nameReveals` for a list, since `reveals` now says what being on a mail tells about a contact.
 */
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
  /** The file has a format that this version does not know: a later one, or none. */
  | { readonly kind: 'unknown'; readonly format: unknown };

/**
 * Migrates a level to the current format, step by step.
 * @param value what the file says; it can be anything
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

/**
 * Returns the content of a level in the current format. If it cannot be migrated it is returned unchanged, and the
 * reader refuses it.
 */
export function upToDate(value: unknown): unknown {
  const result = migrate(value);
  return result.kind === 'migrated' ? result.value : value;
}

import { isRecord } from '../engine/index.ts';

/** The format that the game reads. */
export const FORMAT = 1;

/** What makes a file of one format a file of the next; by the format that it takes. */
export type Migrations = Readonly<Record<number, (file: Readonly<Record<string, unknown>>) => Record<string, unknown>>>;

/** There has been one format so far. The day there are two, the step from 1 to 2 stands here. */
const MIGRATIONS: Migrations = {};

export type Migrated =
  | { readonly kind: 'current' }
  | { readonly kind: 'migrated'; readonly value: Readonly<Record<string, unknown>>; readonly from: number }
  /** The file is of a format that this version does not know: a later one, or none. */
  | { readonly kind: 'unknown'; readonly format: unknown };

/**
 * Brings a file to the format that the game reads, step by step.
 *
 * @param value what the file says
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

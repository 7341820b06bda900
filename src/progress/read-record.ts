import type * as z from 'zod/mini';
import { mendJson } from './mend.ts';
import type { Practices } from './refresher.ts';
import {
  composedSchema,
  latestSchema,
  nameSchema,
  NOTHING_YET,
  playSchema,
  practiceSchema,
  predictedSchema,
  resultSchema,
  ruleSchema,
  settingSchemas,
  VERSION,
  type Progress,
  type Settings,
} from './record.ts';

/**
 * The state of a stored record: there was none; it was read completely; damaged parts were left out; it could not be
 * read at all; or it belongs to a later version of the page, and only that may write it.
 */
export type RecordState = 'none' | 'whole' | 'mended' | 'unreadable' | 'newer';

export interface ReadRecord {
  readonly progress: Progress;
  readonly state: RecordState;
}

type Fields = Readonly<Record<string, unknown>>;

/** What each older version lacks, so that its records can be read as the next version's. */
const MIGRATIONS: Readonly<Record<number, (record: Fields) => Fields>> = {
  // Version 1 kept only the stars and the score of a result, and had no latest plays, rules or names.
  1: (record) => ({
    ...record,
    version: 2,
    results: Object.fromEntries(
      Object.entries(fieldsOf(record['results'])).map(([level, result]) => [
        level,
        typeof result === 'object' ? { ...result, routing: null, at: null } : result,
      ]),
    ),
  }),
};

/** Reads a stored record, or the intact parts of a damaged one. */
export function readRecord(text: string | null): ReadRecord {
  if (text === null) return { progress: NOTHING_YET, state: 'none' };
  const read = mendJson(text);
  const version = read && isFields(read.value) ? read.value['version'] : undefined;
  if (!read || typeof version !== 'number' || !Number.isInteger(version) || version < 1) {
    return { progress: NOTHING_YET, state: 'unreadable' };
  }
  if (version > VERSION) return { progress: NOTHING_YET, state: 'newer' };
  let record = fieldsOf(read.value);
  for (let from = version; from < VERSION; from += 1) record = MIGRATIONS[from]?.(record) ?? record;
  return readFields(record, read.whole);
}

function readFields(record: Fields, whole: boolean): ReadRecord {
  let lost = !whole;
  const one = <Value>(value: unknown, schema: z.ZodMiniType<Value>, otherwise: Value): Value => {
    if (value === undefined) return otherwise;
    const read = schema.safeParse(value);
    if (read.success) return read.data;
    lost = true;
    return otherwise;
  };
  const entries = <Value>(value: unknown, schema: z.ZodMiniType<Value>): Record<string, Value> => {
    if (value !== undefined && !isFields(value)) lost = true;
    return Object.fromEntries(
      Object.entries(fieldsOf(value)).flatMap(([id, entry]) => {
        const read = schema.safeParse(entry);
        if (!read.success) lost = true;
        return read.success ? [[id, read.data]] : [];
      }),
    );
  };
  const practices = (value: unknown): Practices =>
    Object.fromEntries(
      Object.entries(entries(value, practiceSchema)).filter(([rule]) => ruleSchema.safeParse(rule).success),
    );
  const given = fieldsOf(record['settings']);
  const standard = NOTHING_YET.settings;
  const settings: Settings = {
    language: one(given['language'], settingSchemas.language, standard.language),
    sound: one(given['sound'], settingSchemas.sound, standard.sound),
    motion: one(given['motion'], settingSchemas.motion, standard.motion),
    theme: one(given['theme'], settingSchemas.theme, standard.theme),
    takeBack: one(given['takeBack'], settingSchemas.takeBack, standard.takeBack),
    singleKeys: one(given['singleKeys'], settingSchemas.singleKeys, standard.singleKeys),
    fieldSigns: one(given['fieldSigns'], settingSchemas.fieldSigns, standard.fieldSigns),
    predictions: one(given['predictions'], settingSchemas.predictions, standard.predictions),
    presenter: one(given['presenter'], settingSchemas.presenter, standard.presenter),
  };
  const progress: Progress = {
    version: VERSION,
    settings,
    results: entries(record['results'], resultSchema),
    latest: entries(record['latest'], latestSchema),
    predictions: entries(record['predictions'], predictedSchema),
    practices: practices(record['practices']),
    plays: entries(record['plays'], playSchema),
    composed: entries(record['composed'] ?? earlierDaily(record['daily']), composedSchema),
    name: one(record['name'], nameSchema, null),
  };
  return { progress, state: lost ? 'mended' : 'whole' };
}

/** Earlier versions kept the email of the day by itself. */
const earlierDaily = (daily: unknown): Fields => (isFields(daily) ? { daily: { at: 0, ...daily } } : {});

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function fieldsOf(value: unknown): Fields {
  return isFields(value) ? value : {};
}

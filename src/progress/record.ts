import * as z from 'zod/mini';
import type { Command } from '../engine/play.ts';
import { logSchema } from '../engine/play-file.ts';

/** What is kept on this device, and how a damaged record is read: what is whole of it is kept, the rest is dropped. */

// zod would otherwise probe for `new Function`, which a strict content security policy reports as a violation.
z.config({ jitless: true });

export const STAGES = ['briefing', 'desk', 'replay', 'debrief'] as const;
export const MOTIONS = ['system', 'full', 'reduced'] as const;

/** Where in a level the player is. */
export type PlayStage = (typeof STAGES)[number];

export interface Settings {
  /** The tag of the language that was chosen; null when the address or the browser decide. */
  readonly language: string | null;
  readonly sound: boolean;
  readonly motion: (typeof MOTIONS)[number];
}

/** The best result of a level. */
export interface Result {
  readonly stars: number;
  readonly score: number;
}

/** A level that was begun: the log gives the play again. */
export interface SavedPlay {
  readonly log: readonly Command[];
  readonly stage: PlayStage;
}

export interface Progress {
  readonly version: 1;
  readonly settings: Settings;
  readonly results: Readonly<Record<string, Result>>;
  readonly plays: Readonly<Record<string, SavedPlay>>;
}

export const NOTHING_YET: Progress = {
  version: 1,
  settings: { language: null, sound: true, motion: 'system' },
  results: {},
  plays: {},
};

const settingSchemas = {
  language: z.nullable(z.string().check(z.maxLength(35))),
  sound: z.boolean(),
  motion: z.enum(MOTIONS),
};

const resultSchema = z.object({
  stars: z.int().check(z.gte(0), z.lte(3)),
  score: z.int().check(z.gte(0), z.lte(100)),
});

const playSchema = z.object({
  log: logSchema,
  stage: z.enum(STAGES),
});

type Fields = Readonly<Record<string, unknown>>;

function fieldsOf(value: unknown): Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {};
}

function wholeEntries<Value>(value: unknown, schema: z.ZodMiniType<Value>): Record<string, Value> {
  return Object.fromEntries(
    Object.entries(fieldsOf(value)).flatMap(([id, entry]) => {
      const read = schema.safeParse(entry);
      return read.success ? [[id, read.data]] : [];
    }),
  );
}

function readSettings(value: unknown): Settings {
  const fields = fieldsOf(value);
  const language = settingSchemas.language.safeParse(fields['language']);
  const sound = settingSchemas.sound.safeParse(fields['sound']);
  const motion = settingSchemas.motion.safeParse(fields['motion']);
  const standard = NOTHING_YET.settings;
  return {
    language: language.success ? language.data : standard.language,
    sound: sound.success ? sound.data : standard.sound,
    motion: motion.success ? motion.data : standard.motion,
  };
}

/** Reads a stored record; of a damaged one, what is whole. A record of a later version counts as none. */
export function readRecord(text: string | null): Progress {
  if (text === null) return NOTHING_YET;
  let stored: Fields;
  try {
    stored = fieldsOf(JSON.parse(text));
  } catch {
    return NOTHING_YET;
  }
  if (stored['version'] !== 1) return NOTHING_YET;
  return {
    version: 1,
    settings: readSettings(stored['settings']),
    results: wholeEntries(stored['results'], resultSchema),
    plays: wholeEntries(stored['plays'], playSchema),
  };
}

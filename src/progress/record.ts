import * as z from 'zod/mini';
import {
  FIELDS,
  LESSON_RULES,
  logSchema,
  STAKES,
  type Bet,
  type Command,
  type Discernment,
  type Prediction,
  type Routing,
} from '../engine/index.ts';
import { WAITS, type Practices } from './refresher.ts';

/** What is kept on this device. `read-record.ts` reads it, even when it is damaged or older. */

// zod would otherwise probe for `new Function`, which a strict content security policy reports as a violation.
z.config({ jitless: true });

export const VERSION = 2;

export const STAGES = ['briefing', 'desk', 'replay', 'debrief'] as const;
export const MOTIONS = ['system', 'full', 'reduced'] as const;
export const THEME_CHOICES = ['system', 'light', 'dark', 'contrast'] as const;
export const TAKE_BACK_TIMES = ['short', 'long', 'open'] as const;

/** Where the player is within a level. */
export type PlayStage = (typeof STAGES)[number];

export interface Settings {
  /** The tag of the chosen language; null leaves it to the address or the browser. */
  readonly language: string | null;
  readonly sound: boolean;
  readonly motion: (typeof MOTIONS)[number];
  readonly theme: (typeof THEME_CHOICES)[number];
  /** How long the player can undo sending: some seconds, a minute, or until they continue. */
  readonly takeBack: (typeof TAKE_BACK_TIMES)[number];
  /** Keys that work without Ctrl, such as those that put a card into a field. */
  readonly singleKeys: boolean;
  /** The fields always say who can see what; otherwise only in the first chapter, and after a mistake. */
  readonly fieldSigns: boolean;
  /** After Send the game asks who will see too much. */
  readonly predictions: boolean;
  /** Large type and pauses for votes, for an audience in front of a projector. */
  readonly presenter: boolean;
}

/** The best result of a level. */
export interface Result {
  readonly stars: number;
  readonly score: number;
  /** How the mails were addressed; null when an older version of the page did not store it. */
  readonly routing: Routing | null;
  /** When it was reached, in milliseconds since 1970; null when an older version did not store it. */
  readonly at: number | null;
  /** The scoring version that produced the score (`SCORING`); absent when an older version stored it. */
  readonly scoring?: number | undefined;
}

/** How a level went the last time it was finished. */
export interface Latest {
  readonly stars: number;
  readonly at: number;
  readonly discernment: Discernment;
}

/** What the player predicted when a level was last played with predictions, in the order of its desks. */
export interface Predicted {
  readonly bets: readonly Bet[];
  readonly at: number;
}

/** A level in progress: replaying the log restores it. */
export interface SavedPlay {
  readonly log: readonly Command[];
  readonly stage: PlayStage;
  /** What the player predicted, by desk; none where nothing was. */
  readonly predictions?: Readonly<Record<string, Prediction>> | undefined;
}

/**
 * Something kept about composed emails. `composed.ts` reads it when they are played, so that the home page need not know its forms.
 */
export interface Composed {
  /** When it changed last, in milliseconds since 1970. */
  readonly at: number;
  readonly [name: string]: unknown;
}

export interface Progress {
  readonly version: typeof VERSION;
  readonly settings: Settings;
  readonly results: Readonly<Record<string, Result>>;
  readonly latest: Readonly<Record<string, Latest>>;
  readonly predictions: Readonly<Record<string, Predicted>>;
  readonly practices: Practices;
  readonly plays: Readonly<Record<string, SavedPlay>>;
  readonly composed: Readonly<Record<string, Composed>>;
  /** The name on the certificate, when the player wants it kept. */
  readonly name: string | null;
}

export const NAME_MAX = 80;

export const NOTHING_YET: Progress = {
  version: VERSION,
  settings: {
    language: null,
    sound: true,
    motion: 'system',
    theme: 'system',
    takeBack: 'short',
    singleKeys: true,
    fieldSigns: false,
    predictions: true,
    presenter: false,
  },
  results: {},
  latest: {},
  predictions: {},
  practices: {},
  plays: {},
  composed: {},
  name: null,
};

const count = z.int().check(z.gte(0));
const time = z.int().check(z.gte(0));
const stars = z.int().check(z.gte(0), z.lte(3));
const counts = z.object({ right: count, wrong: count });
export const discernmentSchema = z.object({ protect: counts, reach: counts });

export const settingSchemas = {
  language: z.nullable(z.string().check(z.maxLength(35))),
  sound: z.boolean(),
  motion: z.enum(MOTIONS),
  theme: z.enum(THEME_CHOICES),
  takeBack: z.enum(TAKE_BACK_TIMES),
  singleKeys: z.boolean(),
  fieldSigns: z.boolean(),
  predictions: z.boolean(),
  presenter: z.boolean(),
};

export const nameSchema = z.nullable(z.string().check(z.maxLength(NAME_MAX)));

export const resultSchema = z.object({
  stars,
  score: z.int().check(z.gte(0), z.lte(100)),
  routing: z.nullable(z.record(z.string(), z.record(z.string(), z.enum(FIELDS)))),
  at: z.nullable(time),
  scoring: z.optional(count),
});

export const latestSchema = z.object({
  stars,
  at: time,
  discernment: discernmentSchema,
});

export const composedSchema = z.looseObject({ at: time });

const stake = z.literal([...STAKES]);

export const predictedSchema = z.object({
  bets: z.array(z.object({ stake, right: z.boolean() })),
  at: time,
});

export const ruleSchema = z.enum(LESSON_RULES);

export const practiceSchema = z.object({
  level: z.string(),
  step: z.int().check(z.gte(0), z.lte(WAITS.length - 1)),
  since: time,
});

export const playSchema = z.object({
  log: logSchema,
  stage: z.enum(STAGES),
  predictions: z.optional(z.record(z.string(), z.object({ said: z.nullable(z.string()), stake }))),
});

import * as z from 'zod/mini';
import type { Discernment } from '../engine/index.ts';
import { composedSchema, discernmentSchema, type Composed } from './record.ts';

/** The format of a check. One of another format is left alone. */
export const CHECK_VERSION = 1;

/** Which of the two checks: before the first level, or after the course. */
export const CHECK_TIMES = ['before', 'after'] as const;
export type CheckTime = (typeof CHECK_TIMES)[number];

/** The two forms of the check. They have different emails and are equally hard. */
export const CHECK_FORMS = ['a', 'b'] as const;
export type CheckForm = (typeof CHECK_FORMS)[number];

/** How one email of a check went. */
export interface CheckedEmail {
  readonly occasion: string;
  readonly relation: string;
  readonly trap: string;
  readonly score: number;
  readonly discernment: Discernment;
}

/** A check that was answered, or skipped. It has no name and nothing else about the person. */
export interface CheckResult {
  readonly form: CheckForm;
  /** When it ended, in milliseconds since 1970. */
  readonly at: number;
  readonly skipped: boolean;
  /** How many levels were finished by then. */
  readonly finished: number;
  /** A fingerprint of the emails' facts; empty where only the sums were kept, as by a learning platform. */
  readonly facts: string;
  readonly discernment: Discernment;
  readonly emails: readonly CheckedEmail[];
}

const word = z.string().check(z.maxLength(40));

/** A check as it is kept. */
export const checkSchema = z.object({
  version: z.literal(CHECK_VERSION),
  form: z.enum(CHECK_FORMS),
  at: composedSchema.shape.at,
  skipped: z.boolean(),
  finished: z.int().check(z.gte(0)),
  facts: z.string(),
  discernment: discernmentSchema,
  emails: z.array(
    z.object({
      occasion: word,
      relation: word,
      trap: word,
      score: z.int().check(z.gte(0), z.lte(100)),
      discernment: discernmentSchema,
    }),
  ),
});

/** Reads a check that is kept under `check.before` or `check.after`; null when it was neither answered nor skipped. */
export function readCheck(kept: Composed | undefined): CheckResult | null {
  const read = checkSchema.safeParse(kept);
  return read.success ? read.data : null;
}

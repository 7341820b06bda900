import * as z from 'zod/mini';

/**
 * What an author did, step by step and without end: each step keeps only what it changed of the files, so that a day of
 * writing is a few hundred kilobytes.
 */
export interface History<State> {
  readonly present: State;
  /** The latest step last. */
  readonly past: readonly Step[];
  /** The step that was undone last comes first. */
  readonly future: readonly Step[];
}

/**
 * A change of the state's JSON: after `from` characters it had the text `before`, and has `after`. `field` is the one that
 * was changed, since keystrokes in one field are one step. `at` is the time, in milliseconds since 1970, by which two
 * histories of one author are undone in one order.
 */
const stepSchema = z.object({
  from: z.number(),
  before: z.string(),
  after: z.string(),
  field: z.nullable(z.string()),
  at: z.exactOptional(z.number()),
});
export type Step = z.infer<typeof stepSchema>;

/** Steps in JSON. */
export const stepsSchema = z.array(stepSchema);

export function begin<State>(present: State): History<State> {
  return { present, past: [], future: [] };
}

/**
 * Adds a step.
 * @param field where the author types, such as the path of a text; a step right after one of the same field joins it.
 *   null: a step of its own
 * @param at the time of the step
 */
export function record<State>(
  history: History<State>,
  next: State,
  field: string | null = null,
  at = 0,
): History<State> {
  const { present, past, future } = history;
  const last = past.at(-1);
  const joins = field !== null && last?.field === field && future.length === 0;
  const start = joins ? undone(JSON.stringify(present), last) : JSON.stringify(present);
  const step = stepBetween(start, JSON.stringify(next), field, at);
  const earlier = joins ? past.slice(0, -1) : past;
  if (step === null) return joins ? { present: next, past: earlier, future: [] } : history;
  return { present: next, past: [...earlier, step], future: [] };
}

/** Undoes the latest step; the same history when there is none. */
export function undo<State>(history: History<State>): History<State> {
  const { present, past, future } = history;
  const step = past.at(-1);
  if (!step) return history;
  return {
    present: JSON.parse(undone(JSON.stringify(present), step)) as State,
    past: past.slice(0, -1),
    future: [step, ...future],
  };
}

/** Does the step again that was undone last; the same history when there is none. */
export function redo<State>(history: History<State>): History<State> {
  const { present, past, future } = history;
  const [step, ...later] = future;
  if (!step) return history;
  const text = JSON.stringify(present);
  const redone = text.slice(0, step.from) + step.after + text.slice(step.from + step.before.length);
  // The author begins a new step after looking back.
  return { present: JSON.parse(redone) as State, past: [...past, { ...step, field: null }], future: later };
}

/** Forgets what was undone, because the author has gone on elsewhere. */
export function withoutFuture<State>(history: History<State>): History<State> {
  return history.future.length === 0 ? history : { ...history, future: [] };
}

/** True when the latest step of a history is later than that of another one, or the other one has none. */
export function isLater(one: History<unknown>, other: History<unknown>): boolean {
  const [own, others] = [one.past.at(-1), other.past.at(-1)];
  return own !== undefined && (others === undefined || (own.at ?? 0) > (others.at ?? 0));
}

/** True when what was undone last in two histories belongs to the first one, so that it is done again first. */
export function isNext(one: History<unknown>, other: History<unknown>): boolean {
  const [own, others] = [one.future[0], other.future[0]];
  return own !== undefined && (others === undefined || (own.at ?? 0) < (others.at ?? 0));
}

function undone(text: string, { from, before, after }: Step): string {
  return text.slice(0, from) + before + text.slice(from + after.length);
}

function stepBetween(before: string, after: string, field: string | null, at: number): Step | null {
  if (before === after) return null;
  const shorter = Math.min(before.length, after.length);
  let from = 0;
  while (from < shorter && before[from] === after[from]) from += 1;
  let end = 0;
  while (end < shorter - from && before.at(-1 - end) === after.at(-1 - end)) end += 1;
  return {
    from,
    before: before.slice(from, before.length - end),
    after: after.slice(from, after.length - end),
    field,
    at,
  };
}

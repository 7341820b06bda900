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

/** A change of the state's JSON: after `from` characters it had one text, and has the other. */
export interface Step {
  readonly from: number;
  readonly before: string;
  readonly after: string;
  /** The field that was changed: keystrokes in one field are one step. */
  readonly field: string | null;
}

export function begin<State>(present: State): History<State> {
  return { present, past: [], future: [] };
}

/**
 * Adds a step.
 * @param field where the author types, such as the path of a text; a step right after one of the same field joins it.
 *   null: a step of its own
 */
export function record<State>(history: History<State>, next: State, field: string | null = null): History<State> {
  const { present, past, future } = history;
  const last = past.at(-1);
  const joins = field !== null && last?.field === field && future.length === 0;
  const start = joins ? undone(JSON.stringify(present), last) : JSON.stringify(present);
  const step = stepBetween(start, JSON.stringify(next), field);
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

function undone(text: string, { from, before, after }: Step): string {
  return text.slice(0, from) + before + text.slice(from + after.length);
}

function stepBetween(before: string, after: string, field: string | null): Step | null {
  if (before === after) return null;
  const shorter = Math.min(before.length, after.length);
  let from = 0;
  while (from < shorter && before[from] === after[from]) from += 1;
  let end = 0;
  while (end < shorter - from && before.at(-1 - end) === after.at(-1 - end)) end += 1;
  return { from, before: before.slice(from, before.length - end), after: after.slice(from, after.length - end), field };
}

import { simulate } from '../../../src/engine/play/simulate.ts';
import type { Outcome } from '../../../src/engine/play/outcome.ts';
import type { DeductionKind } from '../../../src/engine/rules/deduction.ts';
import type { Level } from '../../../src/engine/level/level.ts';
import type { Routing } from '../../../src/engine/mail/routing.ts';

/** Returns the one deduction of a kind in a routing; undefined when there is none. */
export function lineOf(kind: DeductionKind, level: Level, routing: Routing): Outcome['deductions'][number] | undefined {
  const lines = simulate(level, routing).deductions.filter((deduction) => deduction.kind === kind);
  if (lines.length > 1) throw new Error(`${kind} has ${String(lines.length)} lines`);
  return lines[0];
}

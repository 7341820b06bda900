/** One line of the table: what was measured, against what, and the ratio that we promise. */
export interface Line {
  readonly what: string;
  readonly against: string;
  readonly measured: string;
  readonly promised: string;
  readonly kept: boolean;
}

/** Prints the lines as a table; a broken promise fails the run. */
export function printLines(lines: readonly Line[]): void {
  console.log('| what | against | measured | promised | kept |\n|---|---|---|---|---|');
  for (const { what, against, measured, promised, kept } of lines) {
    console.log(`| ${what} | ${against} | ${measured} | ${promised} | ${kept ? 'yes' : 'NO'} |`);
  }
  if (!lines.every(({ kept }) => kept)) process.exitCode = 1;
}

export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;
}

/** Returns the value that a share of the values does not exceed; infinity where there are none. */
export function percentile(values: readonly number[], share: number): number {
  return values.toSorted((a, b) => a - b)[Math.ceil(values.length * share) - 1] ?? Infinity;
}

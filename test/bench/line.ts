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

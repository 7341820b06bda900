import { readText } from '../../src/workshop/json/read-whole.ts';

/** True when the syntax of a text is wrong, so that the first edit writes it again from what could be read. */
export function hasWrongSyntax(text: string): boolean {
  return readText(text).laidOut === null;
}

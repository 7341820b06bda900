/**
 * How many cases a property tries: all of them where the environment says THOROUGH, as `npm test -- thorough` does, and a part
 * of them otherwise, so that the tests stay short.
 */
export function tries(thorough: number, short = Math.ceil(thorough / 10)): { readonly numRuns: number } {
  return { numRuns: process.env['THOROUGH'] ? thorough : short };
}

/**
 * Returns the names in a table, typed. `Object.keys` loses the type, since a value may have more names than its type
 * says.
 */
export function keysOf<Table extends object>(table: Table): (keyof Table & string)[] {
  // oxlint-disable-next-line no-unsafe-type-assertion -- called on constant tables alone, which have the names of their type
  return Object.keys(table) as (keyof Table & string)[];
}

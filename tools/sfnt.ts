/**
 * The tables of a font by their tags, in the order of the file. Format:
 * https://learn.microsoft.com/en-us/typography/opentype/spec/otff
 */
export type Tables = ReadonlyMap<string, Buffer>;

const HEAD = 12;
const RECORD = 16;

/** @param font a TrueType font, not compressed */
export function tablesOf(font: Buffer): Tables {
  return new Map(
    Array.from({ length: font.readUInt16BE(4) }, (_, index) => {
      const record = HEAD + RECORD * index;
      const start = font.readUInt32BE(record + 8);
      return [
        font.toString('latin1', record, record + 4),
        font.subarray(start, start + font.readUInt32BE(record + 12)),
      ];
    }),
  );
}

/** @throws when the font does not have the table */
export function tableOf(tables: Tables, tag: string): Buffer {
  const table = tables.get(tag);
  if (!table) throw new Error(`The font has no table "${tag}".`);
  return table;
}

/**
 * Returns a font with these tables. Its checksums are zero, as it is for tools that write the final font and not for
 * browsers.
 */
export function fontOf(tables: Tables): Buffer {
  const sorted = [...tables].toSorted(([one], [other]) => (one < other ? -1 : 1));
  const directory = Buffer.alloc(HEAD + RECORD * sorted.length);
  const power = Math.floor(Math.log2(sorted.length));
  directory.writeUInt32BE(0x00010000, 0);
  for (const [at, value] of [
    sorted.length,
    RECORD * 2 ** power,
    power,
    RECORD * (sorted.length - 2 ** power),
  ].entries())
    directory.writeUInt16BE(value, 4 + 2 * at);
  let start = directory.length;
  const bodies = sorted.map(([tag, table], index) => {
    const record = HEAD + RECORD * index;
    directory.write(tag, record, 'latin1');
    directory.writeUInt32BE(start, record + 8);
    directory.writeUInt32BE(table.length, record + 12);
    const body = padded(table);
    start += body.length;
    return body;
  });
  return Buffer.concat([directory, ...bodies]);
}

/** Pads to a multiple of four bytes, as tables and glyphs must be. */
export const padded = (bytes: Buffer): Buffer => Buffer.concat([bytes, Buffer.alloc(-bytes.length & 3)]);

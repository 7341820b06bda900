// Joins many small fonts into one. They are slices of the same font, with different glyphs and equal metrics. Formats
// of the tables: https://learn.microsoft.com/en-us/typography/opentype/spec/
import { fontOf, padded, tableOf, tablesOf, type Tables } from './sfnt.ts';

/** A small font that has a character, and little else. */
export interface WithCharacter {
  readonly character: string;
  readonly font: Buffer;
}

interface Glyph {
  readonly outline: Buffer;
  /** How the outline changes with the weight. */
  readonly variation: Buffer;
  readonly advance: number;
  readonly leftSide: number;
}

/** The only data in `gvar` that the glyphs of one font share: the end of the only axis. */
const PEAK = Buffer.from([0x40, 0x00]);

/**
 * Joins fonts into one, with the outlines of their characters and the variations of these (no kerning, no alternates).
 * @param parts of one variable TrueType font with one axis
 * @returns a TrueType font whose checksums are still to be written
 * @throws when the parts do not fit together
 */
export function joinFonts(parts: readonly WithCharacter[]): Buffer {
  const fonts = parts.map(({ character, font }) => ({ code: character.codePointAt(0) ?? 0, tables: tablesOf(font) }));
  const [first] = fonts;
  if (!first) throw new Error('There is no font to join.');
  for (const tag of ['fvar', 'avar']) {
    const axis = tableOf(first.tables, tag);
    if (!fonts.every(({ tables }) => tableOf(tables, tag).equals(axis)))
      throw new Error(`The fonts differ in "${tag}".`);
  }
  // The first glyph is drawn for a missing character.
  const glyphs = [
    glyphAt(first.tables, 0),
    ...fonts.map(({ code, tables }) => glyphAt(tables, numberOf(tables, code))),
  ];
  const { joined: glyf, offsets: loca } = laid(glyphs.map(({ outline }) => outline));
  const profiles = fonts.map(({ tables }) => tableOf(tables, 'maxp'));
  return fontOf(
    new Map([
      ...['fvar', 'avar', 'STAT', 'OS/2', 'name', 'post'].map((tag) => [tag, tableOf(first.tables, tag)] as const),
      ['head', changed(first.tables, 'head', (head) => head.writeInt16BE(1, 50))],
      ['hhea', changed(first.tables, 'hhea', (hhea) => hhea.writeUInt16BE(glyphs.length, 34))],
      ['maxp', greatest(profiles, glyphs.length)],
      ['hmtx', measures(glyphs)],
      ['cmap', characterMap(fonts.map(({ code }) => code))],
      ['glyf', glyf],
      ['loca', loca],
      ['gvar', variations(glyphs)],
    ]),
  );
}

function glyphAt(tables: Tables, number: number): Glyph {
  const long = tableOf(tables, 'head').readInt16BE(50) === 1;
  const outline = piece(tableOf(tables, 'glyf'), tableOf(tables, 'loca'), long, number);
  if (outline.length > 0 && outline.readInt16BE(0) < 0) throw new Error('A glyph is put together from others.');
  const metrics = tableOf(tables, 'hmtx');
  const withAdvance = tableOf(tables, 'hhea').readUInt16BE(34);
  return {
    outline,
    variation: variationAt(tables, number),
    advance: metrics.readUInt16BE(4 * Math.min(number, withAdvance - 1)),
    leftSide: metrics.readInt16BE(number < withAdvance ? 4 * number + 2 : 2 * (withAdvance + number)),
  };
}

/** A glyph without `gvar` data does not vary: an empty space looks the same in every weight. */
function variationAt(tables: Tables, number: number): Buffer {
  const gvar = tables.get('gvar');
  if (!gvar) return Buffer.alloc(0);
  const shared = gvar.readUInt16BE(6);
  const sharedAt = gvar.readUInt32BE(8);
  if (shared > 1 || (shared === 1 && !gvar.subarray(sharedAt, sharedAt + 2).equals(PEAK)))
    throw new Error('A font varies between more than two weights.');
  const long = (gvar.readUInt16BE(14) & 1) === 1;
  return piece(gvar.subarray(gvar.readUInt32BE(16)), gvar.subarray(20), long, number);
}

/** A piece of a table, whose start and end are in an offset table. */
function piece(bytes: Buffer, offsets: Buffer, long: boolean, number: number): Buffer {
  const at = (index: number) => (long ? offsets.readUInt32BE(4 * index) : 2 * offsets.readUInt16BE(2 * index));
  return bytes.subarray(at(number), at(number + 1));
}

/** @returns the glyph id of a character */
function numberOf(tables: Tables, code: number): number {
  const cmap = tableOf(tables, 'cmap');
  for (let index = 0; index < cmap.readUInt16BE(2); index += 1) {
    const map = cmap.subarray(cmap.readUInt32BE(8 + 8 * index));
    const format = map.readUInt16BE(0);
    const glyph = format === 4 ? lookedUp(map, code) : format === 12 ? lookedUpInAll(map, code) : 0;
    if (glyph > 0) return glyph;
  }
  throw new Error(`The font of ${String.fromCodePoint(code)} does not have it.`);
}

/** Format 4: ends, a gap, starts, deltas, and offsets into a list of glyphs. */
function lookedUp(map: Buffer, code: number): number {
  const size = map.readUInt16BE(6);
  for (let end = 14; end < 14 + size; end += 2) {
    const start = end + size + 2;
    if (code > map.readUInt16BE(end) || code < map.readUInt16BE(start)) continue;
    const [delta, list] = [start + size, start + 2 * size];
    const offset = map.readUInt16BE(list);
    const glyph = offset === 0 ? code : map.readUInt16BE(list + offset + 2 * (code - map.readUInt16BE(start)));
    return (glyph + map.readUInt16BE(delta)) & 0xffff;
  }
  return 0;
}

/** Format 12: from, to, and the first glyph. */
function lookedUpInAll(map: Buffer, code: number): number {
  for (let at = 16; at < 16 + 12 * map.readUInt32BE(12); at += 12) {
    const from = map.readUInt32BE(at);
    if (code >= from && code <= map.readUInt32BE(at + 4)) return map.readUInt32BE(at + 8) + code - from;
  }
  return 0;
}

function laid(pieces: readonly Buffer[]): { joined: Buffer; offsets: Buffer } {
  const offsets = Buffer.alloc(4 * (pieces.length + 1));
  const bodies = pieces.map(padded);
  let end = 0;
  for (const [index, body] of bodies.entries()) offsets.writeUInt32BE((end += body.length), 4 * (index + 1));
  return { joined: Buffer.concat(bodies), offsets };
}

function changed(tables: Tables, tag: string, change: (table: Buffer) => void): Buffer {
  const copy = Buffer.from(tableOf(tables, tag));
  change(copy);
  return copy;
}

/** The maximum that any glyph needs. */
function greatest(profiles: readonly Buffer[], count: number): Buffer {
  const all = Buffer.alloc(32);
  for (let at = 0; at < all.length; at += 2)
    all.writeUInt16BE(Math.max(...profiles.map((profile) => profile.readUInt16BE(at))), at);
  all.writeUInt16BE(count, 4);
  return all;
}

function measures(glyphs: readonly Glyph[]): Buffer {
  const all = Buffer.alloc(4 * glyphs.length);
  for (const [index, { advance, leftSide }] of glyphs.entries()) {
    all.writeUInt16BE(advance, 4 * index);
    all.writeInt16BE(leftSide, 4 * index + 2);
  }
  return all;
}

function variations(glyphs: readonly Glyph[]): Buffer {
  const { joined, offsets } = laid(glyphs.map(({ variation }) => variation));
  const head = Buffer.alloc(20);
  head.writeUInt16BE(1, 0);
  // Axes, and what the glyphs share.
  head.writeUInt16BE(1, 4);
  head.writeUInt16BE(1, 6);
  head.writeUInt32BE(head.length + offsets.length, 8);
  head.writeUInt16BE(glyphs.length, 12);
  // Long offsets.
  head.writeUInt16BE(1, 14);
  const shared = padded(PEAK);
  head.writeUInt32BE(head.length + offsets.length + shared.length, 16);
  return Buffer.concat([head, offsets, shared, joined]);
}

/** Format 12, which has room for every character. */
function characterMap(codes: readonly number[]): Buffer {
  const rows = codes.map((code, index) => [code, code, index + 1]).toSorted(([one = 0], [other = 0]) => one - other);
  const map = Buffer.alloc(28 + 12 * rows.length);
  map.writeUInt16BE(1, 2);
  // Windows, all of Unicode.
  map.writeUInt16BE(3, 4);
  map.writeUInt16BE(10, 6);
  map.writeUInt32BE(12, 8);
  map.writeUInt16BE(12, 12);
  map.writeUInt32BE(map.length - 12, 16);
  map.writeUInt32BE(rows.length, 24);
  for (const [at, value] of rows.flat().entries()) map.writeUInt32BE(value, 28 + 4 * at);
  return map;
}

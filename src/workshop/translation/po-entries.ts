import { type ExchangeFault, exchangeFault } from './exchange.ts';

/** An entry of a PO file: its parts by keyword, such as `msgid`. */
export interface PoEntry {
  readonly line: number;
  /** True where the translator was not sure. */
  readonly fuzzy: boolean;
  readonly parts: ReadonlyMap<string, { readonly line: number; readonly text: string }>;
}

interface OpenPart {
  readonly line: number;
  text: string;
}

interface OpenEntry extends PoEntry {
  readonly parts: Map<string, OpenPart>;
}

const KEYWORD = /^(msgctxt|msgid_plural|msgid|msgstr(?:\[\d+\])?)\s*(".*)$/s;

/** Reads the entries of a PO file. A line that cannot be read is reported, and the rest is read. */
export function entriesIn(text: string): { readonly entries: readonly PoEntry[]; readonly faults: ExchangeFault[] } {
  const entries: OpenEntry[] = [];
  const faults: ExchangeFault[] = [];
  let entry: OpenEntry | null = null;
  let part: OpenPart | null = null;
  let fuzzy = false;
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/);
  for (const [index, raw] of lines.entries()) {
    const line = raw.trim();
    const number = index + 1;
    if (line === '' || line.startsWith('#')) {
      // Comments stand above their entry. Lines with #~ are entries that are no longer used.
      if (isEnded(entry)) entry = null;
      part = null;
      if (/^#,.*\bfuzzy\b/.test(line)) fuzzy = true;
      continue;
    }
    const [, keyword, rest] = KEYWORD.exec(line) ?? [];
    const words = unquoted(rest ?? line);
    if (words === null || (keyword === undefined && !part)) {
      faults.push(exchangeFault('not-po', number, { text: line.slice(0, 40) }));
      part = null;
      continue;
    }
    if (keyword === undefined) {
      if (part) part.text += words;
      continue;
    }
    if (!entry || (isEnded(entry) && !keyword.startsWith('msgstr'))) {
      entry = { line: number, fuzzy, parts: new Map() };
      fuzzy = false;
      entries.push(entry);
    }
    part = { line: number, text: words };
    entry.parts.set(keyword, part);
  }
  return { entries, faults };
}

function isEnded(entry: PoEntry | null): boolean {
  return entry !== null && [...entry.parts.keys()].some((keyword) => keyword.startsWith('msgstr'));
}

const CHARACTERS = new Map([
  ['n', '\n'],
  ['t', '\t'],
  ['r', '\r'],
  ['a', '\u0007'],
  ['b', '\b'],
  ['f', '\f'],
  ['v', '\v'],
  ['"', '"'],
  ['\\', '\\'],
]);

/** Returns what a string in quotes says; null for anything else. */
function unquoted(text: string): string | null {
  const [, inside] = /^"((?:[^"\\]|\\.)*)"$/s.exec(text) ?? [];
  if (inside === undefined) return null;
  let sound = true;
  const words = inside.replaceAll(/\\(?:x([\dA-Fa-f]{1,2})|([0-7]{1,3})|(.))/gs, (_, hex, octal, other) => {
    if (typeof hex === 'string') return String.fromCodePoint(Number.parseInt(hex, 16));
    if (typeof octal === 'string') return String.fromCodePoint(Number.parseInt(octal, 8));
    const character = CHARACTERS.get(String(other));
    if (character === undefined) sound = false;
    return character ?? '';
  });
  return sound ? words : null;
}

import { matchLanguage } from '../../engine/index.ts';
import { readWhole } from '../json/read-whole.ts';
import type { LevelFiles } from '../level-files.ts';
import {
  type Exchanged,
  type ExchangedText,
  type ExchangeFault,
  exchangeFault,
  type ExchangeFormat,
  formatOf,
  isRefused,
  type NoteOf,
} from './exchange.ts';
import { readJsonTranslation, writeJson } from './json.ts';
import { placeholdersOf } from './placeholders.ts';
import { readPo, writePo } from './po.ts';
import { type TranslationRow, type TranslationTable, translationTable } from './table.ts';
import { withTargets } from './targets.ts';
import { readXliff, writeXliff } from './xliff.ts';

/** Writes the texts of a level for a translator. */
export function writeExchange(
  files: LevelFiles,
  table: TranslationTable,
  format: ExchangeFormat,
  noteOf: NoteOf,
): string {
  switch (format) {
    case 'xliff':
      return writeXliff(table, noteOf);
    case 'po':
      return writePo(table, noteOf);
    case 'json':
      return writeJson(table, readWhole(files.text));
  }
}

/** Reads a file of any of the formats. */
export function readExchange(name: string, text: string): Exchanged {
  switch (formatOf(name, text)) {
    case 'xliff':
      return readXliff(text);
    case 'po':
      return readPo(text);
    case 'json':
      return readJsonTranslation(text, name);
  }
}

/** What became of a translator's file. */
export interface Taken {
  readonly files: LevelFiles;
  /** How many translations are new or changed. */
  readonly changed: number;
  /** How many were there already. */
  readonly same: number;
  /** What was kept out, and what to look at, in the order of the file. */
  readonly faults: readonly ExchangeFault[];
}

/**
 * Takes the translations of a translator's file into a level. What does not fit is kept out and reported; all else is
 * taken. A file in another language than the one that is open is kept out as a whole.
 *
 * @param source the language to translate from
 * @param target the language to translate to
 */
export function takeExchange(files: LevelFiles, source: string, target: string, exchanged: Exchanged): Taken {
  const table = translationTable(files, source, target);
  const { language, level, texts } = exchanged;
  if (language !== null && matchLanguage(language, [target]) === null) {
    const fault = exchangeFault('wrong-language', 0, { found: language, wanted: target });
    return { files, changed: 0, same: 0, faults: [fault, ...exchanged.faults] };
  }
  const rows = new Map(table.rows.map((row) => [row.key, row]));
  const faults: ExchangeFault[] = [...exchanged.faults];
  const taken = new Map<TranslationRow, string>();
  let same = 0;
  for (const text of texts) {
    const row = rows.get(text.key);
    const found = row ? faultsOf(row, text, taken) : [exchangeFault('unknown-text', text.line, { id: text.key })];
    faults.push(...found);
    if (!row || found.some(({ code }) => code !== 'source-changed')) continue;
    if (row.target === text.target) same += 1;
    else taken.set(row, text.target);
  }
  const other = level !== null && level !== table.file ? [exchangeFault('wrong-level', 0, { found: level })] : [];
  return {
    files: withTargets(files, target, taken),
    changed: taken.size,
    same,
    faults: [...other, ...faults.toSorted((a, b) => a.line - b.line)],
  };
}

/** What keeps a text out, or what to know about it. */
function faultsOf(
  row: TranslationRow,
  { key, source, target, line }: ExchangedText,
  taken: ReadonlyMap<TranslationRow, string>,
): ExchangeFault[] {
  const fault = (code: ExchangeFault['code'], params: ExchangeFault['params'] = {}) => [
    exchangeFault(code, line, { id: key, ...params }),
  ];
  if (taken.has(row)) return fault('text-twice');
  if (isRefused(target)) return fault('control-character');
  if (target.trim() === '') return fault('no-text');
  if (target.length > row.maxLength) {
    return fault('too-long', { most: String(row.maxLength), length: String(target.length) });
  }
  const wanted = placeholdersOf(row.source);
  if (placeholdersOf(target).join() !== wanted.join()) return fault('placeholders', { wanted: wanted.join(', ') });
  return source !== null && source !== row.source ? fault('source-changed') : [];
}

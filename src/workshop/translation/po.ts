import {
  carried,
  type Exchanged,
  type ExchangedText,
  type ExchangeFault,
  exchangeFault,
  type NoteOf,
  unreadable,
} from './exchange.ts';
import { entriesIn } from './po-entries.ts';
import type { TranslationTable } from './table.ts';

/**
 * Writes texts as a gettext PO file.
 *
 * @see https://www.gnu.org/software/gettext/manual/html_node/PO-Files.html
 */
export function writePo(table: TranslationTable, noteOf: NoteOf): string {
  const { file, source, target } = table;
  const header = [
    `Project-Id-Version: ${file}`,
    `Language: ${target.replaceAll('-', '_')}`,
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=UTF-8',
    'Content-Transfer-Encoding: 8bit',
    `X-Source-Language: ${source.replaceAll('-', '_')}`,
  ].map((line) => `${line}\n`);
  const entries = carried(table).map((row) =>
    [
      ...comment(noteOf(row)),
      `msgctxt ${quoted(row.key)}`,
      `msgid ${quoted(row.source)}`,
      `msgstr ${quoted(row.target)}`,
    ].join('\n'),
  );
  return `${[`msgid ""\nmsgstr ${quoted(header.join(''))}`, ...entries].join('\n\n')}\n`;
}

function comment(note: string): string[] {
  const line = note.replaceAll(/[\s\p{Cc}]+/gu, ' ').trim();
  return line === '' ? [] : [`#. ${line}`];
}

const ESCAPES: readonly (readonly [character: string, escape: string])[] = [
  ['\\', String.raw`\\`],
  ['"', String.raw`\"`],
  ['\n', String.raw`\n`],
  ['\t', String.raw`\t`],
  ['\r', String.raw`\r`],
];

/** A text of several lines begins with an empty string, as gettext writes it. */
function quoted(text: string): string {
  const strings = text.split(/(?<=\n)(?!$)/).map((line) => {
    const escaped = ESCAPES.reduce((written, [character, escape]) => written.replaceAll(character, escape), line);
    return `"${escaped}"`;
  });
  return strings.length > 1 ? ['""', ...strings].join('\n') : strings.join('');
}

/** Reads the translations of a PO file. It never throws. */
export function readPo(text: string): Exchanged {
  const { entries, faults: broken } = entriesIn(text);
  if (entries.length === 0) return unreadable(broken[0] ?? exchangeFault('not-po', 0, { text: '' }));
  const faults: ExchangeFault[] = [...broken];
  let header = '';
  const texts = entries.flatMap(({ parts, fuzzy, line }): ExchangedText[] => {
    const [key, source, target] = ['msgctxt', 'msgid', 'msgstr'].map((name) => parts.get(name));
    const id = key?.text ?? source?.text ?? '';
    if (!key && source?.text === '') {
      header = target?.text ?? '';
      return [];
    }
    if (parts.has('msgid_plural')) {
      faults.push(exchangeFault('po-plural', line, { id }));
      return [];
    }
    if (!target || target.text === '') return [];
    if (fuzzy) {
      faults.push(exchangeFault('unsure', target.line, { id }));
      return [];
    }
    return [{ key: id, source: source?.text ?? null, target: target.text, line: target.line }];
  });
  const language = headerOf(header, 'language')?.replaceAll('_', '-') ?? null;
  return { language, level: headerOf(header, 'project-id-version'), texts, faults };
}

function headerOf(header: string, name: string): string | null {
  const line = header.split('\n').find((one) => one.toLowerCase().startsWith(`${name}:`));
  const value = line?.slice(name.length + 1).trim() ?? '';
  return value === '' ? null : value;
}

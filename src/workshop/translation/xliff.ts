import {
  carried,
  type Exchanged,
  type ExchangedText,
  type ExchangeFault,
  exchangeFault,
  isRefused,
  type NoteOf,
  unreadable,
} from './exchange.ts';
import type { TranslationTable } from './table.ts';
import { readXml, XmlError, type XmlElement, xmlText } from './xml.ts';

/**
 * Writes texts as XLIFF 1.2, which most programs of translators read.
 *
 * @see https://docs.oasis-open.org/xliff/xliff-core/xliff-core.html
 */
export function writeXliff(table: TranslationTable, noteOf: NoteOf): string {
  const { file, source, target } = table;
  const units = carried(table).flatMap((row) => {
    const note = noteOf(row);
    return [
      `      <trans-unit id="${xmlText(row.key)}" maxwidth="${String(row.maxLength)}" size-unit="char" xml:space="preserve">`,
      `        <source>${xmlText(row.source)}</source>`,
      ...(row.target === '' ? [] : [`        <target state="translated">${xmlText(row.target)}</target>`]),
      ...(note === '' || isRefused(note) ? [] : [`        <note>${xmlText(note)}</note>`]),
      '      </trans-unit>',
    ];
  });
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">',
    `  <file original="${xmlText(file)}" source-language="${xmlText(source)}" target-language="${xmlText(target)}" datatype="plaintext">`,
    '    <body>',
    ...units,
    '    </body>',
    '  </file>',
    '</xliff>',
    '',
  ].join('\n');
}

/** Reads the translations of an XLIFF 1.2 file. It never throws. */
export function readXliff(text: string): Exchanged {
  let root: XmlElement;
  try {
    root = readXml(text);
  } catch (error) {
    if (error instanceof XmlError) return unreadable(exchangeFault('not-xml', error.line, { text: error.message }));
    throw error;
  }
  const version = root.attributes.get('version') ?? '';
  if (nameOf(root) !== 'xliff' || !/^1\.[0-2]$/.test(version)) {
    const found = `${nameOf(root)} ${version}`.trim();
    return unreadable(exchangeFault('not-xliff', root.line, { found }));
  }
  const files = elementsIn(root).filter((element) => nameOf(element) === 'file');
  const faults: ExchangeFault[] = [];
  const texts = files.flatMap(unitsIn).flatMap((unit): ExchangedText[] => {
    const key = unit.attributes.get('id') ?? '';
    const part = (name: string) => elementsIn(unit).find((one) => nameOf(one) === name);
    const [source, target] = [part('source'), part('target')];
    const words = target ? wordsIn(target) : '';
    if (!target || words === '') return [];
    // Programs fill in the source where nobody has translated yet.
    if ((target.attributes.get('state') ?? '').startsWith('needs-')) {
      faults.push(exchangeFault('unsure', target.line, { id: key }));
      return [];
    }
    return [{ key, source: source ? wordsIn(source) : null, target: words, line: target.line }];
  });
  const [first] = files;
  const said = (name: string) => first?.attributes.get(name) ?? null;
  return { language: said('target-language'), level: said('original'), texts, faults };
}

const nameOf = ({ name }: XmlElement) => name.slice(name.indexOf(':') + 1);

const elementsIn = ({ content }: XmlElement) => content.filter((part): part is XmlElement => typeof part !== 'string');

/** Programs may put the units into groups. */
function unitsIn(element: XmlElement): XmlElement[] {
  return elementsIn(element).flatMap((child) => (nameOf(child) === 'trans-unit' ? [child] : unitsIn(child)));
}

/** The inline elements with text inside. All others hold codes of other formats, which these texts do not have. */
const AROUND_TEXT: ReadonlySet<string> = new Set(['g', 'mrk']);

function wordsIn({ content }: XmlElement): string {
  return content
    .map((part) => (typeof part === 'string' ? part : AROUND_TEXT.has(nameOf(part)) ? wordsIn(part) : ''))
    .join('');
}

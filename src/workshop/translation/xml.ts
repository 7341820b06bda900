/** An element of an XML document, as far as translations need it. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly content: readonly (XmlElement | string)[];
  /** The line of its start tag, counted from 1. */
  readonly line: number;
}

/** A document that is not well-formed, or uses what this reader refuses. Its message is the faulty part. */
export class XmlError extends Error {
  readonly line: number;

  constructor(message: string, line: number) {
    super(message);
    this.line = line;
  }
}

/** Deeper than any file of translations. */
const DEEPEST = 100;

const NAME = String.raw`[A-Za-z_:][\w:.\-]*`;
const TAG = new RegExp(String.raw`<(/?)(${NAME})((?:\s+${NAME}\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(/?)>`, 'y');
const ATTRIBUTE = new RegExp(String.raw`(${NAME})\s*=\s*(?:"([^"]*)"|'([^']*)')`, 'g');
const SKIPPED = /<!--(?:(?!--)[\s\S])*-->|<\?[\s\S]*?\?>/y;
const CDATA = /<!\[CDATA\[([\s\S]*?)\]\]>/y;
const TEXT = /[^<]+/y;

interface OpenElement extends XmlElement {
  readonly content: (XmlElement | string)[];
}

/**
 * Reads an XML document: elements, attributes, text, CDATA, comments, and the entities that XML itself defines. It
 * refuses document types, whose entities can make a small file huge or name other files.
 *
 * @returns the root element
 * @throws XmlError with the line of the fault
 */
export function readXml(text: string): XmlElement {
  const body = text.replace(/^\uFEFF/, '').replaceAll(/\r\n?/g, '\n');
  const lineOf = lineCounter(body);
  const open: OpenElement[] = [];
  let root: XmlElement | null = null;
  let at = 0;
  const match = (pattern: RegExp) => {
    pattern.lastIndex = at;
    const found = pattern.exec(body);
    if (found) at = pattern.lastIndex;
    return found;
  };
  while (at < body.length) {
    const line = lineOf(at);
    const parent = open.at(-1);
    if (match(SKIPPED)) continue;
    const cdata = match(CDATA);
    const words = cdata ? (cdata[1] ?? '') : decoded(match(TEXT)?.[0] ?? '', line);
    if (words !== '' || cdata) {
      if (parent) parent.content.push(words);
      else if (words.trim() !== '') throw new XmlError(words.trim().slice(0, 40), line);
      continue;
    }
    const tag = match(TAG);
    if (!tag) throw new XmlError(body.slice(at, at + 40).split('\n', 1)[0] ?? '', line);
    const [whole, closing, name = '', attributes = '', empty] = tag;
    if (closing === '/') {
      if (!parent || parent.name !== name || attributes !== '' || empty === '/') throw new XmlError(whole, line);
      open.pop();
      continue;
    }
    if ((root && !parent) || open.length >= DEEPEST) throw new XmlError(whole.slice(0, 40), line);
    const element: OpenElement = { name, attributes: attributesIn(attributes, line), content: [], line };
    if (parent) parent.content.push(element);
    else root = element;
    if (empty !== '/') open.push(element);
  }
  const left = open.at(-1);
  if (left) throw new XmlError(`<${left.name}>`, left.line);
  if (!root) throw new XmlError('', 1);
  return root;
}

function attributesIn(text: string, line: number): Map<string, string> {
  const found = new Map<string, string>();
  for (const [whole, name = '', double, single] of text.matchAll(ATTRIBUTE)) {
    if (found.has(name)) throw new XmlError(whole, line);
    found.set(name, decoded((double ?? single ?? '').replaceAll(/[\t\n]/g, ' '), line));
  }
  return found;
}

const ENTITIES = new Map([
  ['lt', '<'],
  ['gt', '>'],
  ['amp', '&'],
  ['quot', '"'],
  ['apos', "'"],
]);

function decoded(text: string, line: number): string {
  return text.replaceAll(/&(?:#x([\dA-Fa-f]{1,6})|#(\d{1,7})|(\w{1,10}))?;?/g, (whole, hex, decimal, name) => {
    const point = Number.parseInt(String(hex ?? decimal), hex === undefined ? 10 : 16);
    const known =
      typeof name === 'string' ? ENTITIES.get(name) : point <= 0x10ffff ? String.fromCodePoint(point) : undefined;
    if (known === undefined || !whole.endsWith(';')) throw new XmlError(whole, line);
    return known;
  });
}

/** Returns the line of an offset, counted from 1. Offsets must be asked for in ascending order. */
function lineCounter(text: string): (offset: number) => number {
  let [line, from] = [1, 0];
  return (offset) => {
    for (let next = text.indexOf('\n', from); next >= 0 && next < offset; next = text.indexOf('\n', from)) {
      line += 1;
      from = next + 1;
    }
    return line;
  };
}

/**
 * Writes a text as the content of an element, or of a quoted attribute without line ends. A bare carriage return would
 * come back as a line feed.
 */
export function xmlText(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\r', '&#13;');
}

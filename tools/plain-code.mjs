// Refuses turns of phrase in comments and in the names of tests that no English colleague would use. docs/style.md says
// what to write instead.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseSync } from 'vite';
import { isNode, literalText, templateText, walk } from './source.mjs';

const FOLDERS = ['src', 'test', 'tools'];

/** @type {readonly (readonly [pattern: RegExp, instead: string])[]} */
const BANNED = [
  [/\banew\b/i, 'again'],
  [/\bwhoever\b/i, 'anyone who, the person who'],
  [/\bso (?:long|many|far|often) as\b/i, 'while, as many as, if'],
  [/\b(?:is|are|be|been) told\b/i, 'say who tells'],
  [/\bstands? in for\b/i, 'replaces'],
  [/\bdid not come\b/i, 'has not arrived'],
  [/\btongues?\b/i, 'language'],
  [/\bof (?:itself|themselves)\b/i, 'by itself, about itself'],
  [/\bgo(?:es|ing)? on with\b/i, 'continue'],
  [/\bat all to\b/i, 'leave out "at all"'],
  [/\b(?:take|takes|taken|took|taking) back\b/i, 'undo'],
  [/\blearn(?:s|ed|t)? of\b/i, 'see, find out about'],
  [/\bwho (?:sees|knows|put) whom\b/i, 'who can see who'],
  // The first words of a sentence.
  [/(?:^|[.:!?] )(?:Else|That which|Whom|By it|In that)\b/, 'start with the subject'],
];

/** Also finds the calls of `test.describe` and of a test of one's own, such as `test.each(…)`. */
const TESTS = new Set(['it', 'test', 'describe']);

/**
 * @param {unknown} callee
 * @returns {boolean} whether a call of it defines a test, or a group of tests
 */
function isTest(callee) {
  if (!isNode(callee)) return false;
  if (callee.type === 'Identifier') return TESTS.has(String(callee['name']));
  if (callee.type === 'MemberExpression') return isTest(callee['object']);
  return callee.type === 'CallExpression' && isTest(callee['callee']);
}

/** @typedef {{ at: number, text: string }} Words */

/**
 * @param {string} file
 * @param {string} code
 * @returns {Words[]} its comments and names of tests; comments on consecutive lines are one
 */
function wordsOf(file, code) {
  if (file.endsWith('.css'))
    return Array.from(code.matchAll(/\/\*(.*?)\*\//gs), ({ index, 1: text = '' }) => ({ at: index, text }));
  const { program, comments } = parseSync(file, code);
  /** @type {(Words & { end: number })[]} */
  const found = [];
  for (const { type, value, start, end } of comments) {
    const last = found.at(-1);
    if (type === 'Line' && last && /^\s*$/.test(code.slice(last.end, start))) {
      last.text += `\n${value}`;
      last.end = end;
    } else found.push({ at: start, text: value, end });
  }
  walk(/** @type {import('./source.mjs').Node} */ (/** @type {unknown} */ (program)), (node) => {
    if (node.type !== 'CallExpression' || !isTest(node['callee']) || !Array.isArray(node['arguments'])) return;
    const [name] = /** @type {readonly unknown[]} */ (node['arguments']);
    const text = literalText(name) ?? templateText(name);
    if (text !== undefined) found.push({ at: node.start, text, end: node.end });
  });
  return found;
}

/**
 * @param {string} root the folder that has src/, test/ and tools/
 * @returns {string[]} one line for each turn of phrase
 */
export function bannedInCode(root) {
  return FOLDERS.filter((folder) => existsSync(join(root, folder))).flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.(?:ts|mjs|css)$/.test(name))
      .toSorted()
      .flatMap((name) => {
        const path = `${folder}/${name.replaceAll('\\', '/')}`;
        const code = readFileSync(join(root, path), 'utf8');
        return wordsOf(path, code).flatMap(({ at, text }) => {
          // Quotations, code and paths are not our own words.
          const words = text
            .replaceAll(/`[^`]*`|"[^"]*"|“[^”]*”/g, '·')
            .replaceAll(/(?:^|\n)\s*\*?\s*/g, ' ')
            .trim();
          return BANNED.flatMap(([pattern, instead]) => {
            const [found] = pattern.exec(words) ?? [];
            const line = code.slice(0, at).split('\n').length;
            return found ? [`${path}:${line} says “${found.trim()}”: write ${instead} (docs/style.md)`] : [];
          });
        });
      }),
  );
}

// The level format describes each of its fields for a trainer's editor, in the JSON Schemas that the command line
// writes. The page never shows these sentences, so the build leaves them out to make the first visit faster.
import { parseSync } from 'vite';
import { isNode, literalText, templateText, walk } from './source.mjs';

/**
 * The functions of the format (src/engine/level/format.ts), with the position of the description among their arguments.
 */
const BUILDERS = new Map([
  ['described', 1],
  ['fileBelow', 1],
  ['id', 0],
  ['text', 0],
  ['duration', 0],
  ['address', 0],
  ['reason', 0],
  ['colour', 0],
  ['cards', 0],
  ['needsOfMail', 0],
]);

/**
 * @param {string} code of a module of the format
 * @returns {string} the same code with empty descriptions
 */
export function withoutDescriptions(code) {
  const { program } = parseSync('format.ts', code);
  /** @type {{ start: number, end: number }[]} */
  const found = [];
  walk(/** @type {import('./source.mjs').Node} */ (/** @type {unknown} */ (program)), (node) => {
    if (node.type !== 'CallExpression' || !isNode(node['callee']) || !Array.isArray(node['arguments'])) return;
    const place = BUILDERS.get(String(node['callee']['name']));
    /** @type {unknown} */
    const description = place === undefined ? undefined : node['arguments'][place];
    if (!isNode(description) || !isSentence(description)) return;
    found.push(description);
  });
  return found
    .toSorted((a, b) => b.start - a.start)
    .reduce((text, { start, end }) => `${text.slice(0, start)}''${text.slice(end)}`, code);
}

/**
 * @param {unknown} node @returns {boolean} whether it is a text, or a choice of two texts, so that removing it loses
 *   nothing else
 */
function isSentence(node) {
  if (isNode(node) && node.type === 'ConditionalExpression')
    return isSentence(node['consequent']) && isSentence(node['alternate']);
  return (literalText(node) ?? templateText(node)) !== undefined;
}

/** @returns {import('vite').Plugin} */
export function formatDescriptions() {
  return {
    name: 'format-descriptions',
    apply: 'build',
    enforce: 'pre',
    transform: {
      filter: { id: /\/src\/engine\/level\/[^/]+\.ts$/ },
      handler: (code) => ({ code: withoutDescriptions(code), map: null }),
    },
  };
}

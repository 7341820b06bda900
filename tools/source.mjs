// Parses the project's own source into syntax trees, for the checks that no linter has. The parser is Vite's, so it is
// already installed and understands the same TypeScript as the build.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { parseSync } from 'vite';

/**
 * @typedef {{ type: string, start: number, end: number, [field: string]: unknown }} Node
 * @typedef {{ path: string, text: string, tree: Node }} Source `path` is relative to the root, with slashes
 */

/**
 * @param {string} root
 * @param {string} folder
 * @returns {Source[]} every TypeScript file below it, in the same order on every machine
 */
export function readSources(root, folder) {
  const start = join(root, folder);
  if (!existsSync(start)) return [];
  return readdirSync(start, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .toSorted()
    .map((name) => {
      const file = join(start, name);
      const text = readFileSync(file, 'utf8');
      const { program, errors } = parseSync(file, text);
      const path = relative(root, file).split(sep).join('/');
      const [error] = errors;
      if (error !== undefined) throw new Error(`${path} cannot be read: ${error.message}`);
      return { path, text, tree: /** @type {Node} */ (/** @type {unknown} */ (program)) };
    });
}

/**
 * @param {unknown} value
 * @returns {value is Node}
 */
export function isNode(value) {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';
}

/**
 * Visits a node and everything below it, parents first.
 * @param {Node} node
 * @param {(node: Node) => unknown} visit returns false to skip what is below the node
 */
export function walk(node, visit) {
  if (visit(node) === false) return;
  for (const child of Object.values(node).flat()) {
    if (isNode(child)) walk(child, visit);
  }
}

/** @param {unknown} node @returns {string | undefined} the text of a string literal */
export function literalText(node) {
  return isNode(node) && node.type === 'Literal' && typeof node['value'] === 'string' ? node['value'] : undefined;
}

/** Replaces each expression in a template's text. No source contains this character, and it is not a letter. */
export const HOLE = '\uFFFC';

/** @param {unknown} node @returns {string | undefined} a template's text, with this character for each expression */
export function templateText(node) {
  if (!isNode(node) || node.type !== 'TemplateLiteral' || !Array.isArray(node['quasis'])) return undefined;
  const quasis = /** @type {{ value: { cooked: string } }[]} */ (node['quasis']);
  return quasis.map((quasi) => quasi.value.cooked).join(HOLE);
}

/** @param {string} template @returns {string} a readable form */
export const shown = (template) => template.replaceAll(HOLE, '…');

/** @param {Source} source @param {number} offset @returns {string} `src/board/card.ts:12`, which editors make a link */
export function place(source, offset) {
  return `${source.path}:${source.text.slice(0, offset).split('\n').length}`;
}

/**
 * Ends a check: prints what is wrong, one line each, or that all is well.
 * @param {string} name
 * @param {readonly string[]} problems
 */
export function report(name, problems) {
  for (const problem of problems) console.error(problem);
  console.log(problems.length === 0 ? `${name}: good` : `${name}: ${problems.length} wrong`);
  if (problems.length > 0) process.exitCode = 1;
}

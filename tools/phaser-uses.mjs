// Finds uses of Phaser that its cut build (tools/phaser-cut.mjs) lacks: they would compile, but fail in the page.
import { createRequire } from 'node:module';
import { basename } from 'node:path';
import { CORE, LEFT_OUT, NAMES } from './phaser-contents.mjs';
import { isNode, place, readSources, walk } from './source.mjs';

const FACTORY = /Factory$/;

/** What `scene.add` can add: `gameobjects/image/ImageFactory` adds an `image`. */
const ADDABLE = CORE.map((path) => basename(path))
  .filter((name) => FACTORY.test(name))
  .map((name) => name.replace(FACTORY, '').replace(/^./, (letter) => letter.toLowerCase()))
  .concat('existing');

const CONSTANTS = Object.keys(
  /** @type {object} */ (createRequire(import.meta.url)('../node_modules/phaser/src/const.js')),
);

/** @param {unknown} node @returns {string[]} the names in `a.b.c`, including the first; empty for anything else */
function chain(node) {
  if (!isNode(node)) return [];
  if (node.type === 'Identifier') return [String(node['name'])];
  if (node.type === 'ThisExpression') return ['this'];
  if (node.type !== 'MemberExpression' || node['computed'] === true) return [];
  const before = chain(node['object']);
  return before.length > 0 ? [...before, ...chain(node['property'])] : [];
}

/** @param {readonly string[]} names @returns {string | undefined} the part that is not in the cut build */
function missing(names) {
  const [root = '', ...rest] = names;
  if (root === 'Phaser') {
    const path = rest.join('.');
    const there = [...Object.keys(NAMES), ...CONSTANTS];
    return there.some((name) => path === name || path.startsWith(`${name}.`)) ? undefined : `Phaser.${path}`;
  }
  const added = names.indexOf('add');
  const addition = added > 0 ? names[added + 1] : undefined;
  if (addition !== undefined && /^(this|scene)$/.test(names[added - 1] ?? '')) {
    return ADDABLE.includes(addition) ? undefined : `${names[added - 1]}.add.${addition}`;
  }
  const scene = names.indexOf('scene');
  const system = scene >= 0 ? names[scene + 1] : undefined;
  return system !== undefined && LEFT_OUT.includes(system) ? `scene.${system}` : undefined;
}

/**
 * @param {string} root the folder that has src/
 * @returns {string[]} one line for each use
 */
export function usesOutsideTheCut(root) {
  return readSources(root, 'src').flatMap((source) => {
    /** @type {string[]} */
    const found = [];
    walk(source.tree, (node) => {
      if (node.type !== 'MemberExpression') return true;
      const names = chain(node);
      if (names.length === 0) return true;
      const wrong = missing(names);
      if (wrong !== undefined) {
        found.push(
          `${place(source, node.start)} ${wrong} is not in the cut Phaser: add it in tools/phaser-contents.mjs`,
        );
      }
      // The whole chain was checked, so its parts are not checked again.
      return false;
    });
    return found;
  });
}

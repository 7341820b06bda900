// Splits the home page's code into two files: a small one that requests everything else, and one file with the rest,
// because that compresses better than several. The page requests both at once.
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { isNode, literalText, walk } from './source.mjs';
import { parseSync } from 'vite';

const NAME = 'home';
/**
 * Re-exports many modules. Only those whose names are used count as imported, and the others stay out of the bundle.
 */
const DOOR = 'src/engine/index.ts';

/**
 * @param {string} root of the project
 * @param {string} first the module below it that the start imports after its requests
 * @returns {import('vite').Rolldown.CodeSplittingGroup[]}
 */
export function homeChunks(root, first) {
  const entry = join(root, first);
  const door = join(root, DOOR);
  /** @type {Set<string> | undefined} */
  let home;
  return [
    { name: 'start', tags: ['$initial'], priority: 2, includeDependenciesRecursively: false },
    {
      // Everything that the first module imports statically, without which it cannot start.
      debugName: NAME,
      name: (id, graph) => {
        home ??= reached(entry, (module) => {
          const imported = graph.getModuleInfo(module)?.importedIds ?? [];
          return imported.includes(door)
            ? [...imported.filter((file) => file !== door), ...throughDoor(module, door)]
            : imported;
        });
        return home.has(id) ? NAME : null;
      },
      priority: 1,
      includeDependenciesRecursively: false,
    },
  ];
}

/**
 * @param {string} from
 * @param {(module: string) => readonly string[]} importsOf
 */
function reached(from, importsOf) {
  const all = new Set([from]);
  // Iterating over a set includes the elements that are added on the way.
  for (const module of all) for (const imported of importsOf(module)) all.add(imported);
  return all;
}

/**
 * @param {string} file a module that imports from the door
 * @param {string} door
 * @returns {string[]} the modules that the imported names come from
 */
function throughDoor(file, door) {
  const names = new Set(
    namesIn(file, 'ImportDeclaration', (path) => join(dirname(file), path) === door).map(({ imported }) => imported),
  );
  return namesIn(door, 'ExportNamedDeclaration', () => true)
    .filter(({ local }) => names.has(local))
    .map(({ from }) => join(dirname(door), from));
}

/**
 * @param {string} file
 * @param {'ImportDeclaration' | 'ExportNamedDeclaration'} type
 * @param {(path: string) => boolean} wanted
 * @returns {{ from: string, imported: string, local: string }[]} the values, not the types, that a file imports or
 *   re-exports
 */
function namesIn(file, type, wanted) {
  /** @type {{ from: string, imported: string, local: string }[]} */
  const found = [];
  const { program } = parseSync(file, readFileSync(file, 'utf8'));
  walk(/** @type {import('./source.mjs').Node} */ (/** @type {unknown} */ (program)), (node) => {
    const from = node.type === type ? literalText(node['source']) : undefined;
    if (from === undefined || !wanted(from)) return;
    for (const part of /** @type {unknown[]} */ (node['specifiers'])) {
      if (!isNode(part) || part['importKind'] === 'type' || part['exportKind'] === 'type') continue;
      const [imported, local] = [part['imported'] ?? part['local'], part['exported'] ?? part['local']].map((name) =>
        isNode(name) ? String(name['name']) : '',
      );
      found.push({ from, imported: imported ?? '', local: local ?? '' });
    }
  });
  return found;
}

/**
 * Adds preload links to the built page, so that the browser requests all of its code at once, without waiting for the
 * start.
 * @returns {import('vite').Plugin}
 */
export function preloadHome() {
  return {
    name: 'preload-home',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler(_html, { bundle = {} }) {
        const chunks = Object.values(bundle).filter((file) => file.type === 'chunk');
        const home = chunks.find(({ name }) => name === NAME);
        if (!home) throw new Error('The home page has no code of its own.');
        const files = [home.fileName, ...home.imports].filter(
          (file) => !chunks.some(({ fileName, isEntry }) => isEntry && fileName === file),
        );
        return files.map((file) => ({
          tag: 'link',
          attrs: { rel: 'modulepreload', crossorigin: true, href: `./${file}` },
          injectTo: 'head',
        }));
      },
    },
  };
}

// Checks the imports: which folder of src/ may import which, and which folder may use which package. The two tables
// below are the whole rule; `node tools/check-walls.mjs` checks src/ against them.
import { posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isNode, literalText, place, readSources, report, walk } from './source.mjs';

/** From the top down. A folder may import itself and the folders of lower layers, but never one beside or above it. */
const LAYERS = [
  ['main'],
  ['app'],
  ['screens', 'board', 'replay'],
  ['stage', 'lms', 'room', 'workshop'],
  ['levels', 'progress', 'i18n', 'access'],
  ['engine'],
];

/**
 * The folders of the engine, from the top down: each may import those below it, and none above. The engine's index.ts
 * imports all.
 */
const ENGINE_LAYERS = ['compose', 'analysis', 'play', 'rules', 'story', 'mail', 'level'];

/** Separate entry points, for the trainer's command line and for the service worker: nothing imports these. */
const ENTRY_POINTS = { 'room-server': ['room', 'engine'], cli: ['engine', 'levels', 'i18n', 'lms'], worker: [] };

/**
 * Folders with public files: others may import those files only. The engine's second one is for situations made from a
 * seed, which are loaded only by those who play them.
 */
const PUBLIC_FILES = { engine: ['engine/index.ts', 'engine/compose/index.ts'] };

/**
 * The packages, and the only folders (or single files) that may import them. Nothing in src/ may import any other
 * package.
 * @type {Readonly<Record<string, readonly string[]>>}
 */
const PACKAGES = {
  phaser: ['stage/phaser.ts'],
  lit: ['main', 'screens', 'access'],
  i18next: ['i18n'],
  uqr: ['screens'],
  'jsonc-parser': ['levels', 'workshop'],
  fflate: ['lms'],
  zod: ['engine', 'levels', 'progress', 'room', 'workshop'],
  '@fontsource-variable/atkinson-hyperlegible-mono': ['main'],
  '@fontsource-variable/atkinson-hyperlegible-next': ['main'],
  '@fontsource-variable/fraunces': ['main'],
  'workbox-core': ['worker'],
  'workbox-precaching': ['worker'],
  'workbox-routing': ['worker'],
  'workbox-strategies': ['worker'],
  aedes: ['room-server'],
  ws: ['room-server'],
  mqtt: ['room'],
  'node:': ['room-server', 'cli'],
  // What the build knows about the course: tools/course-index.ts.
  'virtual:': ['levels/course-index.ts'],
};

/** @type {Map<string, Set<string>>} */
const MAY_IMPORT = new Map();
LAYERS.forEach((folders, layer) => {
  const below = LAYERS.slice(layer + 1).flat();
  for (const folder of folders) MAY_IMPORT.set(folder, new Set([folder, ...below]));
});
for (const [folder, below] of Object.entries(ENTRY_POINTS)) MAY_IMPORT.set(folder, new Set([folder, ...below]));

/** @param {string} path below src/ @returns {string} its folder; the files beside the folders are the start-up, main */
const folderOf = (path) => (path.includes('/') ? path.slice(0, path.indexOf('/')) : 'main');

/**
 * @param {import('./source.mjs').Node} node
 * @returns {unknown} what the node imports in any way: `import`, `export … from`, `import()`, a type's `import()`, a
 *   worker's `new URL(…, import.meta.url)`, Vite's `import.meta.glob`; undefined if nothing
 */
function importedBy(node) {
  const [first, second] = Array.isArray(node['arguments']) ? /** @type {unknown[]} */ (node['arguments']) : [];
  switch (node.type) {
    case 'ImportDeclaration':
    case 'ExportNamedDeclaration':
    case 'ExportAllDeclaration':
    case 'ImportExpression':
    case 'TSImportType':
      return node['source'] ?? undefined;
    case 'NewExpression':
      return isImportMeta(second, 'url') ? first : undefined;
    case 'CallExpression':
      return isImportMeta(node['callee'], 'glob') ? first : undefined;
    default:
      return undefined;
  }
}

/** @param {unknown} node @param {string} name */
function isImportMeta(node, name) {
  if (!isNode(node) || node.type !== 'MemberExpression') return false;
  const { object, property } = node;
  return isNode(object) && object.type === 'MetaProperty' && isNode(property) && property['name'] === name;
}

/**
 * @param {string} from a file below src/
 * @param {string} target what it imports
 * @returns {string | undefined} what is wrong with that
 */
function wrongWith(from, target) {
  const folder = folderOf(from);
  const allowed = MAY_IMPORT.get(folder);
  if (allowed === undefined) return `the folder "${folder}" is in no layer`;
  if (target.startsWith('.') || target.startsWith('/')) {
    const to = posix.join(posix.dirname(from), target);
    if (to.startsWith('../') || target.startsWith('/')) return `"${target}" is outside src/`;
    if (!allowed.has(folderOf(to))) return `${folder} may not import ${folderOf(to)} ("${target}")`;
    const upwards = wrongInEngine(from, to);
    if (upwards !== undefined) return upwards;
    const doors =
      folderOf(to) === folder ? undefined : PUBLIC_FILES[/** @type {keyof typeof PUBLIC_FILES} */ (folderOf(to))];
    return doors === undefined || doors.includes(to)
      ? undefined
      : `${folderOf(to)} may only be imported through ${doors.join(' or ')} ("${target}")`;
  }
  const owner = Object.keys(PACKAGES).find((name) =>
    name.endsWith(':') ? target.startsWith(name) : target === name || target.startsWith(`${name}/`),
  );
  if (owner === undefined) return `no folder may import the package "${target}"`;
  const folders = PACKAGES[owner] ?? [];
  if (folders.includes(folder) || folders.includes(from)) return undefined;
  return `only ${folders.join(', ')} may import the package "${target}"`;
}

/**
 * @param {string} from a file below src/
 * @param {string} to the file that it imports
 * @returns {string | undefined} what is wrong with that within the engine
 */
function wrongInEngine(from, to) {
  const [own, other] = [from, to].map((path) => /^engine\/([^/]+)\//.exec(path)?.[1]);
  if (own === undefined || folderOf(to) !== 'engine') return undefined;
  const layer = ENGINE_LAYERS.indexOf(own);
  if (layer < 0) return `the folder "engine/${own}" is in no layer of the engine`;
  return ENGINE_LAYERS.indexOf(other ?? '') < layer
    ? `engine/${own} may not import engine/${other ?? 'index.ts'} ("${to}")`
    : undefined;
}

/**
 * @param {string} root the folder that has src/
 * @returns {string[]} the forbidden imports, one line each
 */
export function checkWalls(root) {
  return readSources(root, 'src').flatMap((source) => {
    /** @type {string[]} */
    const problems = [];
    walk(source.tree, (node) => {
      const imported = importedBy(node);
      if (imported === undefined) return;
      const target = literalText(imported);
      const wrong =
        target === undefined
          ? 'what is imported must be a plain string, so that the walls can be checked'
          : wrongWith(source.path.slice('src/'.length), target);
      if (wrong !== undefined) problems.push(`${place(source, node.start)} ${wrong}`);
    });
    return problems;
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) report('walls', checkWalls('.'));

// Holds the walls of the house: which room may import which, and which package lives in which room.
// The whole house is the two tables below; `node tools/check-walls.mjs` checks src/ against them.
import { posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isNode, literalText, place, readSources, report, walk } from './source.mjs';

/** From the top down. A room may import itself and the rooms of lower floors: never a neighbour, never upwards. */
const FLOORS = [
  ['main'],
  ['app'],
  ['screens', 'board', 'replay'],
  ['stage', 'lms'],
  ['levels', 'progress', 'i18n', 'access'],
  ['engine'],
];

/** The rooms of the engine, from the top down: each may import those below it, and none upwards. Its door, index.ts, imports all. */
const ENGINE_ROOMS = ['compose', 'analysis', 'play', 'rules', 'story', 'mail', 'level'];

/** Doors of their own, for the trainer's command line and for the service worker: nothing imports these. */
const SIDE_DOORS = { cli: ['engine', 'levels', 'i18n'], worker: [] };

/** Rooms with one door: others import this file of them and no other. */
const DOORS = { engine: 'engine/index.ts' };

/**
 * The packages, and the only rooms (or single files) that may import them.
 * A package that is not here is imported nowhere in src/.
 * @type {Readonly<Record<string, readonly string[]>>}
 */
const PACKAGES = {
  phaser: ['stage/phaser.ts'],
  lit: ['main', 'screens', 'access'],
  i18next: ['i18n'],
  'jsonc-parser': ['levels'],
  fflate: ['lms'],
  zod: ['engine', 'levels', 'progress'],
  '@fontsource-variable/atkinson-hyperlegible-mono': ['main'],
  '@fontsource-variable/atkinson-hyperlegible-next': ['main'],
  '@fontsource-variable/fraunces': ['main'],
  'workbox-core': ['worker'],
  'workbox-precaching': ['worker'],
  'workbox-routing': ['worker'],
  'workbox-strategies': ['worker'],
  'node:': ['cli'],
  // What the build knows of the course: tools/course-index.ts.
  'virtual:': ['levels/course-index.ts'],
};

/** @type {Map<string, Set<string>>} */
const MAY_IMPORT = new Map();
FLOORS.forEach((rooms, floor) => {
  const below = FLOORS.slice(floor + 1).flat();
  for (const room of rooms) MAY_IMPORT.set(room, new Set([room, ...below]));
});
for (const [room, below] of Object.entries(SIDE_DOORS)) MAY_IMPORT.set(room, new Set([room, ...below]));

/** @param {string} path below src/ @returns {string} its folder; the files beside the folders are the start-up, main */
const roomOf = (path) => (path.includes('/') ? path.slice(0, path.indexOf('/')) : 'main');

/**
 * @param {import('./source.mjs').Node} node
 * @returns {unknown} what the node imports, if it imports, in any way: `import`, `export … from`, `import()`,
 *   a type's `import()`, a worker's `new URL(…, import.meta.url)`, Vite's `import.meta.glob`
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
  const room = roomOf(from);
  const allowed = MAY_IMPORT.get(room);
  if (allowed === undefined) return `the room "${room}" is not on any floor of the house`;
  if (target.startsWith('.') || target.startsWith('/')) {
    const to = posix.join(posix.dirname(from), target);
    if (to.startsWith('../') || target.startsWith('/')) return `"${target}" is outside of src/`;
    if (!allowed.has(roomOf(to))) return `${room} may not import ${roomOf(to)} ("${target}")`;
    const upwards = wrongInEngine(from, to);
    if (upwards !== undefined) return upwards;
    const door = roomOf(to) === room ? undefined : DOORS[/** @type {keyof typeof DOORS} */ (roomOf(to))];
    return door === undefined || to === door ? undefined : `${roomOf(to)} is entered by ${door} alone ("${target}")`;
  }
  const owner = Object.keys(PACKAGES).find((name) =>
    name.endsWith(':') ? target.startsWith(name) : target === name || target.startsWith(`${name}/`),
  );
  if (owner === undefined) return `no room may import the package "${target}"`;
  const rooms = PACKAGES[owner] ?? [];
  if (rooms.includes(room) || rooms.includes(from)) return undefined;
  return `only ${rooms.join(', ')} may import the package "${target}"`;
}

/**
 * @param {string} from a file below src/
 * @param {string} to the file that it imports
 * @returns {string | undefined} what is wrong with that inside of the engine
 */
function wrongInEngine(from, to) {
  const [own, other] = [from, to].map((path) => /^engine\/([^/]+)\//.exec(path)?.[1]);
  if (own === undefined || roomOf(to) !== 'engine') return undefined;
  const floor = ENGINE_ROOMS.indexOf(own);
  if (floor < 0) return `the room "engine/${own}" is not among the rooms of the engine`;
  return ENGINE_ROOMS.indexOf(other ?? '') < floor
    ? `engine/${own} may not import engine/${other ?? 'index.ts'} ("${to}")`
    : undefined;
}

/**
 * @param {string} root the folder that has src/
 * @returns {string[]} the holes in the walls, one line each
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

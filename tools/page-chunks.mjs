// Puts the page's code into few files: a small one that requests everything else, one with the rest of the home page,
// and three for a level: what plays it, what draws its desk, and Phaser. One file compresses better than several, and each
// request keeps a slow processor busy for some milliseconds; left alone, the bundler makes thirty of them for a level.
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { isNode, literalText, walk } from './source.mjs';
import { parseSync } from 'vite';

const HOME = 'home';
const PLAY = 'play';
const CANVAS = 'canvas';
/** What tools/phaser-cut.mjs makes of Phaser. */
const PHASER = '.cache/phaser/';
/**
 * Re-exports many modules. Only those whose names are used count as imported, and the others stay out of the bundle.
 */
const DOOR = 'src/engine/index.ts';

/**
 * @param {string} root of the project
 * @param {object} entries modules below it
 * @param {string} entries.home what the start imports after its requests
 * @param {readonly string[]} entries.play what is imported when a level is opened
 * @param {readonly string[]} entries.canvas what is imported for its desk, and may import Phaser
 * @returns {import('vite').Rolldown.CodeSplittingGroup[]}
 */
export function pageChunks(root, { home, play, canvas }) {
  const door = join(root, DOOR);
  /**
   * @param {string} name of the chunk, which has everything that these modules import statically
   * @param {readonly string[]} entries
   * @param {number} priority
   * @returns {import('vite').Rolldown.CodeSplittingGroup}
   */
  const chunk = (name, entries, priority) => {
    /** @type {Set<string> | undefined} */
    let all;
    return {
      debugName: name,
      name: (id, graph) => {
        all ??= reached(
          entries.map((entry) => join(root, entry)),
          (module) => {
            const imported = graph.getModuleInfo(module)?.importedIds ?? [];
            return imported.includes(door)
              ? [...imported.filter((file) => file !== door), ...throughDoor(module, door)]
              : imported;
          },
        );
        // Phaser is larger than everything else, and changes more rarely.
        return all.has(id) && !id.includes(PHASER) ? name : null;
      },
      priority,
      includeDependenciesRecursively: false,
    };
  };
  return [
    { name: 'start', tags: ['$initial'], priority: 4, includeDependenciesRecursively: false },
    chunk(HOME, [home], 3),
    chunk(PLAY, play, 2),
    chunk(CANVAS, canvas, 1),
  ];
}

/** Chromium's line for it. */
const HINT = '//# allFunctionsCalledOnLoad';
/** The home page, what a level needs until its replay, and Phaser. */
const RUNS_AT_ONCE = new RegExp(`^(?:${HOME}|${PLAY}|${CANVAS}|replay|phaser-.*)$`);

/**
 * Asks the browser to compile all functions of a file while it arrives, beside the page's own work. Nearly all of them
 * run soon, and one by one, when each is first called, compiling them takes a sixth of a start. Other browsers than
 * Chromium see a comment (https://v8.dev/blog/explicit-compile-hints).
 *
 * @returns {import('vite').Plugin}
 */
export function compileAhead() {
  return {
    name: 'compile-ahead',
    apply: 'build',
    generateBundle: {
      // It has to be the first line, so after Vite has added its own.
      order: 'post',
      handler(_options, bundle) {
        for (const chunk of Object.values(bundle)) {
          if (chunk.type === 'chunk' && RUNS_AT_ONCE.test(chunk.name)) chunk.code = `${HINT}\n${chunk.code}`;
        }
      },
    },
  };
}

/**
 * @param {readonly string[]} from
 * @param {(module: string) => readonly string[]} importsOf
 */
function reached(from, importsOf) {
  const all = new Set(from);
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

/** @param {string} name @param {readonly string[]} files @returns {import('vite').HtmlTagDescriptor} */
const named = (name, files) => ({
  tag: 'meta',
  attrs: { name, content: files.map((file) => `./${file}`).join(' ') },
  injectTo: 'head',
});

/**
 * Adds preload links to the built page, so that the browser requests all of its code at once, without waiting for the
 * start, and names the files that a level needs, which src/main.ts reads ahead.
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
        const home = chunks.find(({ name }) => name === HOME);
        if (!home) throw new Error('The home page has no code of its own.');
        const files = [home.fileName, ...home.imports].filter(
          (file) => !chunks.some(({ fileName, isEntry }) => isEntry && fileName === file),
        );
        const level = [PLAY, CANVAS, /^phaser-/].flatMap((part) =>
          chunks.filter(({ name }) => (typeof part === 'string' ? name === part : part.test(name))),
        );
        return [
          ...files.map((file) => ({
            tag: 'link',
            attrs: { rel: 'modulepreload', crossorigin: true, href: `./${file}` },
            injectTo: /** @type {const} */ ('head'),
          })),
          named(
            'level-code',
            level.map(({ fileName }) => fileName),
          ),
          named(
            'level-style',
            level.flatMap(({ viteMetadata }) => [...(viteMetadata?.importedCss ?? [])]),
          ),
        ];
      },
    },
  };
}

// The home page in two files of code: a small one that asks for all that will be needed, and the rest, as one file, since that
// compresses better than several. The page asks for both at once.
import { join } from 'node:path';

const NAME = 'home';

/**
 * @param {string} root of the project
 * @param {string} first the module below it that the start imports when it has asked for the rest
 * @returns {import('vite').Rolldown.CodeSplittingGroup[]}
 */
export function homeChunks(root, first) {
  const entry = join(root, first);
  /** @type {Set<string> | undefined} */
  let home;
  return [
    { name: 'start', tags: ['$initial'], priority: 2, includeDependenciesRecursively: false },
    {
      // Everything that is imported by the first module in such a way that it cannot start without it.
      debugName: NAME,
      name: (id, graph) => {
        home ??= reached(entry, (module) => graph.getModuleInfo(module)?.importedIds ?? []);
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
  // A set that grows is walked to its new end.
  for (const module of all) for (const imported of importsOf(module)) all.add(imported);
  return all;
}

/**
 * Writes into the built page that its code is wanted at once, all of it, and not only when the start asks for the rest.
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

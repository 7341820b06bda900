// Builds the part of Phaser that the game uses, half the size of the whole, into one module below .cache/. Phaser is
// one webpack bundle that a bundler cannot shake, but the package also contains its sources. These are private, so this
// works for exactly one version, which test/tools/phaser-cut.test.ts checks.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { rename } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { CORE, NAMES, REPLACED, SWITCHES, VERIFIED_VERSION } from './phaser-contents.mjs';

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
const PACKAGE = dirname(createRequire(import.meta.url).resolve('phaser/package.json'));
const SOURCES = join(PACKAGE, 'src');
/** A virtual file, whose text is made below. */
const ENTRY = join(ROOT, 'tools/phaser-cut-entry.cjs');

/** @returns {string} the installed version */
export function installedPhaser() {
  const { version } = /** @type {{ version: string }} */ (
    JSON.parse(readFileSync(join(PACKAGE, 'package.json'), 'utf8'))
  );
  return version;
}

/** @returns {string} the source of the module that collects what the game uses, under Phaser's names */
function entrySource() {
  /** @param {string} path */
  const from = (path) => `require(${JSON.stringify(join(SOURCES, path))})`;
  const lines = [...CORE.map((path) => `${from(path)};`), `var Phaser = Object.assign({}, ${from('const')});`];
  for (const [name, path] of Object.entries(NAMES)) {
    const parts = name.split('.');
    parts.slice(0, -1).forEach((_, depth) => {
      const place = `Phaser.${parts.slice(0, depth + 1).join('.')}`;
      lines.push(`${place} = ${place} || {};`);
    });
    lines.push(`Phaser.${name} = ${from(path)};`);
  }
  return [...lines, 'module.exports = Phaser;'].join('\n');
}

/** @param {string} file @returns {string | undefined} the replacement for a source file of Phaser */
function replacement(file) {
  const path = relative(SOURCES, file).split(sep).join('/');
  const found = REPLACED.find(({ files }) => files.test(path));
  return found?.by;
}

/** @type {import('vite').Plugin} */
const cut = {
  name: 'phaser-cut-sources',
  enforce: 'pre',
  resolveId: (id) => (id === ENTRY ? ENTRY : undefined),
  load(id) {
    if (id === ENTRY) return entrySource();
    return id.startsWith(SOURCES) ? replacement(id) : undefined;
  },
  transform(code, id) {
    if (!id.startsWith(SOURCES)) return undefined;
    // Phaser checks `typeof FEATURE`, and includes any feature that is not defined.
    return code.replace(
      /typeof ([A-Z][A-Z0-9_]+)\b(?!\s*[!=]==)/g,
      (/** @type {string} */ whole, /** @type {string} */ name) => String(SWITCHES[name] ?? whole),
    );
  },
};

/** Changes with everything that the cut build is made from, so that an outdated one is never used. */
function fingerprint() {
  const contents = ['phaser-contents.mjs', basename(fileURLToPath(import.meta.url))].map((file) =>
    readFileSync(join(ROOT, 'tools', file)),
  );
  const hash = createHash('sha256').update(installedPhaser());
  for (const content of contents) hash.update(content);
  return hash.digest('hex').slice(0, 12);
}

/** @type {Promise<string> | undefined} */
let building;

/**
 * @returns {Promise<string>} the file of the cut Phaser, an ES module whose default export is `Phaser`; built when it
 *   is missing or outdated
 * @throws when the installed version is not the one that the cut was verified with
 */
export function phaserCut() {
  return (building ??= make());
}

async function make() {
  const version = installedPhaser();
  if (version !== VERIFIED_VERSION) {
    throw new Error(
      `Phaser ${version} is installed, and the cut was verified with ${VERIFIED_VERSION}: see tools/phaser-contents.mjs.`,
    );
  }
  const folder = join(ROOT, '.cache/phaser');
  const file = join(folder, `phaser-${version}-${fingerprint()}.js`);
  if (existsSync(file)) return file;
  // Two builds at the same time must not read each other's half-written file.
  const draft = join(folder, `draft-${process.pid}`);
  await build({
    root: ROOT,
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    plugins: [cut],
    build: {
      outDir: draft,
      emptyOutDir: true,
      minify: false,
      target: 'es2023',
      lib: { entry: ENTRY, formats: ['es'], fileName: () => 'phaser.js' },
    },
  });
  await rename(join(draft, 'phaser.js'), file);
  rmSync(draft, { recursive: true });
  return file;
}

/**
 * Makes `import Phaser from 'phaser'` load the cut build.
 * @returns {import('vite').Plugin}
 */
export function useCutPhaser() {
  return {
    name: 'use-cut-phaser',
    enforce: 'pre',
    async config() {
      // An alias instead of a resolver, because the development server's dependency optimiser must see it too.
      return { resolve: { alias: [{ find: /^phaser$/, replacement: await phaserCut() }] } };
    },
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) console.log(await phaserCut());

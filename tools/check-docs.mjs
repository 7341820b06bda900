// Checks the documents against the project: links lead somewhere, files and names in code type exist, commands can be
// run, and the README gives a reason for every dependency.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { report } from './source.mjs';

/** Folders whose files a document may name, and whose text contains its identifiers. */
const FOLDERS = ['assets', 'docs', 'levels', 'src', 'test', 'tools', '.ci', '.github'];

/** Files that a guide lets its reader create. */
const EXAMPLES = ['src/i18n/pl.json', 'levels/sleep-check.json'];

/**
 * @typedef {object} Project
 * @property {ReadonlySet<string>} files by their paths from the root
 * @property {ReadonlySet<string>} names of the files alone
 * @property {ReadonlySet<string>} words of the source
 * @property {{ scripts?: Record<string, string>, dependencies?: Record<string, string>, devDependencies?: Record<string, string> }} manifest
 */

/** @param {string} root @returns {Project} */
function readProject(root) {
  const below = FOLDERS.filter((folder) => existsSync(join(root, folder))).flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join('/')),
  );
  const above = readdirSync(root, { withFileTypes: true }).flatMap((entry) => (entry.isFile() ? [entry.name] : []));
  const files = new Set([...below, ...above]);
  const source = [...files].filter(
    (file) => /\.(ts|mjs|json|html|css)$/.test(file) && !file.startsWith('package-lock'),
  );
  const words = new Set(source.flatMap((file) => readFileSync(join(root, file), 'utf8').match(/[\w$]+/g) ?? []));
  const manifest = /** @type {Project['manifest']} */ (JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')));
  return { files, names: new Set([...files].map((file) => basename(file))), words, manifest };
}

/** @param {string} heading @returns {string} its anchor, as GitHub makes it */
const anchorOf = (heading) =>
  heading
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
    .trim()
    .replaceAll(/\s/g, '-');

/** @param {string} text @returns {Set<string>} */
const anchorsIn = (text) =>
  new Set([...withoutBlocks(text).matchAll(/^#+\s+(.+)$/gm)].map(([, heading = '']) => anchorOf(heading)));

/** @param {string} text @returns {string} the text with its code blocks blanked, so that line numbers stay the same */
const withoutBlocks = (text) => text.replaceAll(/^ *```.*?^ *```/gms, (block) => block.replaceAll(/[^\n]/g, ''));

/**
 * @param {string} root
 * @param {string} file a document, from the root
 * @param {Project} project
 * @returns {string[]}
 */
function checkDocument(root, file, project) {
  const text = readFileSync(join(root, file), 'utf8');
  const prose = withoutBlocks(text);
  /** @param {number} index @param {string} wrong */
  const at = (index, wrong) => `${file}:${text.slice(0, index).split('\n').length} ${wrong}`;
  const links = [...prose.matchAll(/\]\(([^)\s]+)\)/g)].flatMap(({ 1: link = '', index }) => {
    const wrong = wrongLink(root, file, link);
    return wrong === null ? [] : [at(index, wrong)];
  });
  const codes = [...prose.matchAll(/`([^`\n]+)`/g)].flatMap(({ 1: code = '', index }) => {
    const wrong = wrongCode(code, project);
    return wrong === null ? [] : [at(index, wrong)];
  });
  const commands = [...text.matchAll(/\bnpm run ([\w:-]+)/g)].flatMap(({ 1: script = '', index }) =>
    project.manifest.scripts?.[script] === undefined ? [at(index, `there is no script "${script}"`)] : [],
  );
  return [...links, ...codes, ...commands];
}

/** @param {string} root @param {string} file @param {string} link @returns {string | null} */
function wrongLink(root, file, link) {
  if (/^[a-z][a-z+.-]*:/i.test(link)) return null;
  const [path = '', anchor = ''] = link.split('#');
  const target = path === '' ? file : join(dirname(file), decodeURIComponent(path));
  if (!existsSync(join(root, target))) return `the link to "${link}" leads nowhere`;
  if (anchor === '' || !target.endsWith('.md')) return null;
  return anchorsIn(readFileSync(join(root, target), 'utf8')).has(anchor) ? null : `there is no heading for "${link}"`;
}

/** @param {string} code in code type @param {Project} project @returns {string | null} */
function wrongCode(code, { files, names, words }) {
  // Code with a placeholder is an example.
  if (/[<>{}…*]|\b[A-Z]+\.json\b|my-level|my-course|NAME/.test(code)) return null;
  const path = code.replace(/:\d+$/, '').replace(/\/$/, '');
  if (FOLDERS.some((folder) => path.startsWith(`${folder}/`)) && /^[\w./-]+$/.test(path)) {
    const exists = EXAMPLES.includes(path) || files.has(path) || [...files].some((file) => file.startsWith(`${path}/`));
    return exists ? null : `there is no file "${code}"`;
  }
  if (/^[\w-]+\.(ts|mjs|css)$/.test(code)) return names.has(code) ? null : `there is no file "${code}"`;
  const [, identifier] = /^([A-Z][A-Z0-9]*(?:_[A-Z0-9]+)*|[a-z]+[A-Z]\w*)(?:\(\))?$/.exec(code) ?? [];
  if (identifier === undefined || identifier.length < 4) return null;
  return words.has(identifier) ? null : `nothing in the source is called "${code}"`;
}

/** @param {string} root @param {Project} project @returns {string[]} */
function checkDependencies(root, { manifest }) {
  const text = readFileSync(join(root, 'README.md'), 'utf8');
  const rows = [...text.matchAll(/^\| ([^|]+?) +\| [^|]+\|$/gm)].flatMap(({ 1: cell = '' }) => cell.split(', '));
  const used = Object.keys({ ...manifest.dependencies, ...manifest.devDependencies });
  /** @param {string} row @param {string} name */
  const names = (row, name) => (row.endsWith('*') ? name.startsWith(row.slice(0, -1)) : name === row);
  const missing = used.filter((name) => !rows.some((row) => names(row, name)));
  const stale = rows.filter(
    (row) => /^[@a-z]/.test(row) && row !== 'package' && !used.some((name) => names(row, name)),
  );
  return [
    ...missing.map((name) => `README.md gives no reason for the dependency "${name}"`),
    ...stale.map((row) => `README.md gives a reason for "${row}", which is no dependency`),
  ];
}

/**
 * @param {string} root of the project
 * @returns {string[]} what is wrong in the documents, one line each
 */
export function checkDocs(root) {
  const project = readProject(root);
  const documents = [...project.files].filter((file) => file.endsWith('.md')).toSorted();
  return [...documents.flatMap((file) => checkDocument(root, file, project)), ...checkDependencies(root, project)];
}

if (process.argv[1] === fileURLToPath(import.meta.url)) report('docs', checkDocs('.'));

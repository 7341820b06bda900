// Checks the texts of the interface: that each language file is complete and plain, that the code and the files use the
// same keys, and that the code has no text for people. `node tools/check-texts.mjs` checks src/ and only warns about a
// missing translation, which the page shows in English; with `--strict`, as in `npm test`, that fails too.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bannedWords } from './banned-words.mjs';
import { bannedInCode } from './plain-code.mjs';
import { textsInCode } from './texts-in-code.mjs';
import { HOLE, isNode, literalText, place, readSources, report, shown, templateText, walk } from './source.mjs';

const FOLDER = 'src/i18n';
const FIRST = 'en';
/** The texts of packages are in a folder of their own, in files such as `package-en.json`. */
const PACKAGE_FOLDER = 'src/i18n/package';
const PACKAGE_FIRST = 'package-en';

/**
 * @typedef {import('./source.mjs').Source} Source
 * @typedef {{ name: string, path: string, texts: Map<string, string> }} Language
 */

/**
 * @param {unknown} value
 * @param {string} path of the file
 * @param {string} key
 * @param {Map<string, string>} texts is filled
 * @returns {string[]} problems
 */
function flatten(value, path, key, texts) {
  if (typeof value === 'string') {
    texts.set(key, value);
    return [];
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [`${path} "${key}" is not a text`];
  return Object.entries(value).flatMap(([name, below]) =>
    name === '' || name.includes('.')
      ? [`${path} "${key}" has the name "${name}" below it: a name has letters, and no dot`]
      : flatten(below, path, key === '' ? name : `${key}.${name}`, texts),
  );
}

const CATEGORIES = /** @type {const} */ (['zero', 'one', 'two', 'few', 'many', 'other']);
const PLURAL = /_(?:ordinal_)?(?:zero|one|two|few|many|other)$/;

/**
 * @param {string} key
 * @param {ReadonlyMap<string, string>} texts
 * @returns {string} the key as the code writes it: `mails` for `mails_one`, if there is a `mails_other`
 */
function codeKey(key, texts) {
  const base = key.replace(PLURAL, '');
  return texts.has(`${base}_other`) || texts.has(`${base}_ordinal_other`) ? base : key;
}

/** @param {string} text */
const parameters = (text) => [...text.matchAll(/\{\{-?\s*([^},\s]+)/g)].map(([, name]) => String(name));

/**
 * @param {Language} language
 * @returns {Map<string, Set<string>>} by the key as the code writes it, the parameters of its text in all plural forms
 */
function parametersByKey({ texts }) {
  /** @type {Map<string, Set<string>>} */
  const found = new Map();
  for (const [key, text] of texts) {
    const base = codeKey(key, texts);
    found.set(base, new Set([...(found.get(base) ?? []), ...parameters(text)]));
  }
  return found;
}

/** @param {Language} language @returns {string[]} */
function checkAlone({ name: file, path, texts }) {
  const name = file.replace('package-', '');
  /** @type {string[]} */
  const problems = [];
  for (const [key, text] of texts) {
    if (text.trim() === '') problems.push(`${path} "${key}" is empty`);
    if (/<[a-z/!]|&[a-z]+;|&#/i.test(text)) problems.push(`${path} "${key}" has HTML in it; texts are plain`);
  }
  const bases = new Set(
    [...texts.keys()].filter((key) => codeKey(key, texts) !== key).map((key) => codeKey(key, texts)),
  );
  for (const base of bases) {
    for (const [type, infix] of /** @type {const} */ ([
      ['cardinal', '_'],
      ['ordinal', '_ordinal_'],
    ])) {
      if (!texts.has(`${base}${infix}other`)) continue;
      const categories = new Intl.PluralRules(name, { type }).resolvedOptions().pluralCategories;
      for (const category of categories) {
        const form = `${base}${infix}${category}`;
        if (!texts.has(form)) problems.push(`${path} lacks "${form}", a plural that the language has`);
      }
      for (const category of CATEGORIES) {
        const form = `${base}${infix}${category}`;
        if (categories.includes(category) || !texts.has(form)) continue;
        problems.push(`${path} has "${form}", a plural that is not used in the language`);
      }
    }
  }
  return problems;
}

/** @param {Language} first @param {Language} other @returns {string[]} */
function checkTogether(first, other) {
  const firsts = parametersByKey(first);
  const others = parametersByKey(other);
  /** @type {string[]} */
  const problems = [];
  for (const [key, wanted] of firsts) {
    const has = others.get(key);
    if (has === undefined) {
      problems.push(`${other.path} lacks "${key}"`);
    } else if ([...wanted].toSorted().join() !== [...has].toSorted().join()) {
      const [a, b] = [wanted, has].map((names) => [...names].map((name) => `{{${name}}}`).join(' ') || 'no parameter');
      problems.push(`${other.path} "${key}" has ${b}, but ${first.path} has ${a}`);
    }
  }
  for (const key of others.keys()) {
    if (!firsts.has(key)) problems.push(`${other.path} has "${key}", which ${first.path} lacks`);
  }
  return problems;
}

/**
 * @param {unknown} node the first argument of a call of `t`
 * @returns {import('./source.mjs').Node[]} the literals and templates that it can be
 */
function keysIn(node) {
  if (!isNode(node)) return [];
  if (node.type === 'ConditionalExpression') return [...keysIn(node['consequent']), ...keysIn(node['alternate'])];
  return literalText(node) !== undefined || templateText(node) !== undefined ? [node] : [];
}

/** @param {string} template @returns {RegExp} matches every key that it can become */
function patternOf(template) {
  const parts = template.split(HOLE).map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`));
  return new RegExp(`^${parts.join('.+')}$`);
}

/**
 * A text is used when its key appears anywhere in the code as a string (in a call of `t`, in a table of keys), or when
 * a template can become the key: t(`deduction.${kind}`).
 * @param {Language} first
 * @param {readonly Language[]} languages
 * @param {readonly Source[]} sources
 * @returns {string[]}
 */
function checkUse(first, languages, sources) {
  const keys = [...new Set([...first.texts.keys()].map((key) => codeKey(key, first.texts)))];
  const used = new Set([...first.texts.values()].flatMap((text) => text.match(/(?<=\$t\()[^),\s]+/g) ?? []));
  /** @type {string[]} */
  const problems = [];
  for (const source of sources) {
    walk(source.tree, (node) => {
      const text = literalText(node);
      if (text !== undefined) used.add(text);
      const template = templateText(node);
      // `${room}.${name}` could become any key, so it proves nothing.
      if (template !== undefined && /[a-z]/i.test(template) && template.includes('.')) {
        const pattern = patternOf(template);
        for (const key of keys) if (pattern.test(key)) used.add(key);
      }
      if (node.type !== 'CallExpression' || !isCallOfT(node['callee']) || !Array.isArray(node['arguments'])) return;
      for (const named of keysIn(node['arguments'][0])) {
        const name = literalText(named) ?? templateText(named) ?? '';
        if (keys.some((key) => patternOf(name).test(key))) continue;
        problems.push(`${place(source, named.start)} names the text "${shown(name)}", which ${first.path} lacks`);
      }
    });
  }
  const unused = languages.flatMap(({ path, texts }) =>
    [...new Set([...texts.keys()].map((key) => codeKey(key, texts)))]
      .filter((key) => keys.includes(key) && !used.has(key))
      .map((key) => `${path} "${key}" is not used in src/`),
  );
  return [...problems, ...unused];
}

/** @param {unknown} callee @returns {boolean} `t(…)` or `anything.t(…)` */
function isCallOfT(callee) {
  if (!isNode(callee)) return false;
  if (callee.type === 'MemberExpression') return isNode(callee['property']) && callee['property']['name'] === 't';
  return callee.type === 'Identifier' && callee['name'] === 't';
}

/**
 * The state of each language: its number of texts, and how many are missing and unused.
 * @param {string} root
 * @param {readonly string[]} problems of the check
 * @returns {string[]} one line for each language
 */
export function standing(root, problems) {
  return readLanguages(root).languages.map(({ name, path, texts }) => {
    const count = (/** @type {RegExp} */ kind) =>
      problems.filter((problem) => problem.startsWith(`${path} `) && kind.test(problem)).length;
    const [missing, unused] = [count(/ lacks "| is empty$/), count(/ not used | which \S+ lacks$/)];
    return `${name}: ${texts.size} texts, ${missing} missing, ${unused} unused`;
  });
}

/**
 * @param {string} root
 * @param {string} [below] the folder of the language files
 * @returns {{ languages: Language[], problems: string[] }}
 */
function readLanguages(root, below = FOLDER) {
  const folder = join(root, below);
  const files = existsSync(folder) ? readdirSync(folder).filter((file) => file.endsWith('.json')) : [];
  /** @type {string[]} */
  const problems = [];
  const languages = files.toSorted().map((file) => {
    const path = `${below}/${file}`;
    /** @type {Map<string, string>} */
    const texts = new Map();
    try {
      problems.push(...flatten(JSON.parse(readFileSync(join(root, path), 'utf8')), path, '', texts));
    } catch (error) {
      problems.push(`${path} is not JSON: ${String(error)}`);
    }
    return { name: basename(file, '.json'), path, texts };
  });
  return { languages, problems };
}

/**
 * @param {string} root the folder that has src/
 * @returns {string[]} what is wrong, one line each
 */
export function checkTexts(root) {
  const { languages, problems } = readLanguages(root);
  const first = languages.find(({ name }) => name === FIRST);
  if (first === undefined) return [...problems, `${FOLDER}/${FIRST}.json is missing`];

  const sources = readSources(root, 'src');
  return [
    ...problems,
    ...languages.flatMap(checkAlone),
    ...languages.filter((language) => language !== first).flatMap((other) => checkTogether(first, other)),
    ...checkUse(first, languages, sources),
    ...checkPackageTexts(root, sources),
    ...textsInCode(sources),
    ...bannedWords(root),
    ...bannedInCode(root),
  ];
}

/**
 * The texts of packages, which `packageText` reads; a key that does not exist does not compile.
 * @param {string} root
 * @param {readonly Source[]} sources
 * @returns {string[]}
 */
function checkPackageTexts(root, sources) {
  const { languages, problems } = readLanguages(root, PACKAGE_FOLDER);
  const first = languages.find(({ name }) => name === PACKAGE_FIRST);
  if (first === undefined) return problems;
  const own = [...sources, ...readSources(root, 'tools')].filter(({ path }) => /package/.test(path));
  return [
    ...problems,
    ...languages.flatMap(checkAlone),
    ...languages.filter((language) => language !== first).flatMap((other) => checkTogether(first, other)),
    ...checkUse(first, languages, own).filter((problem) => problem.includes('is not used')),
  ];
}

/**
 * @param {string} problem of the check
 * @returns {boolean} whether it is only a missing translation
 */
export const isMissingTranslation = (problem) =>
  !problem.startsWith(`${FOLDER}/${FIRST}.json`) && /^\S+ lacks "\S+?"(?:$|,)/.test(problem);

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const strict = process.argv.includes('--strict');
  const problems = checkTexts('.');
  const warnings = strict ? [] : problems.filter(isMissingTranslation);
  for (const line of standing('.', problems)) console.log(line);
  for (const warning of warnings) console.warn(`warning: ${warning}`);
  report(
    'texts',
    problems.filter((problem) => !warnings.includes(problem)),
  );
}

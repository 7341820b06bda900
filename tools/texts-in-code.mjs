// Finds text for people in the code of the folders that draw, where it must not be. It checks every place that shows or
// reads out a text, and looks for sentences elsewhere. It cannot tell a single word in a variable ('Send') from a name,
// and does not try.
import { isNode, literalText, place, shown, templateText, walk } from './source.mjs';

/** @typedef {import('./source.mjs').Node} Node */
/** @typedef {import('./source.mjs').Source} Source */

const ROOMS = /^src\/(?:app|screens|board|replay|stage|access|main\b)/;

const LETTER = /\p{L}/u;
/**
 * A capital, then a second word in small letters: "Send mail". A font ("Noto Sans") or a class ("card open") does not
 * match.
 */
const SENTENCE = /^[¿¡"“„]?\p{Lu}[\p{L}’']*[,:]? (?:.* )?\p{Ll}{2,}/u;
const FONTS = /\b(?:serif|monospace|system-ui)$/;

const ATTRIBUTES = [
  'aria-label',
  'aria-description',
  'aria-roledescription',
  'aria-valuetext',
  'title',
  'alt',
  'placeholder',
];
const PROPERTIES = ['textContent', 'innerText', 'ariaLabel', 'ariaDescription', 'title', 'alt', 'placeholder'];
/** Calls that show a text, with the position of the text among the arguments. */
const CALLS = new Map([
  ['text', 2],
  ['setText', 0],
]);

const ATTRIBUTE = new RegExp(String.raw`\s\.?(${ATTRIBUTES.join('|')})=(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))`, 'g');

/** @param {string} markup of a lit template @returns {string[]} the texts in it */
function textsInMarkup(markup) {
  const visible = markup.replaceAll(/<!--.*?-->|<(style|script)\b.*?<\/\1>/gs, '');
  const tag = /<(?:"[^"]*"|'[^']*'|[^'">])*>/g;
  const between = visible.split(tag).map((text) => text.replaceAll(/&\w+;/g, ''));
  const attributes = (visible.match(tag) ?? []).flatMap((each) =>
    [...each.matchAll(ATTRIBUTE)].map((match) => match.slice(2).join('')),
  );
  return [...between, ...attributes].filter((text) => LETTER.test(text)).map((text) => text.trim());
}

/** @param {unknown} node @param {string} field */
const nameOf = (node, field) => (isNode(node) && isNode(node[field]) ? String(node[field]['name']) : '');

/** @param {Node} node @returns {unknown} the part of the node that a person sees or hears */
function shownBy(node) {
  if (node.type === 'AssignmentExpression') {
    return PROPERTIES.includes(nameOf(node['left'], 'property')) ? node['right'] : undefined;
  }
  if (node.type !== 'CallExpression' || !Array.isArray(node['arguments'])) return undefined;
  const method = nameOf(node['callee'], 'property');
  if (method === 'setAttribute') {
    return ATTRIBUTES.includes(literalText(node['arguments'][0]) ?? '') ? node['arguments'][1] : undefined;
  }
  const at = CALLS.get(method);
  return at === undefined ? undefined : node['arguments'][at];
}

/** @param {Node} node @returns {boolean} whether strings in the node are for developers or machines */
function isForNobody(node) {
  if (node.type === 'TaggedTemplateExpression') return nameOf(node, 'tag') === 'css';
  return node.type === 'NewExpression' && nameOf(node, 'callee').endsWith('Error');
}

/** @param {Source} source @returns {string[]} */
function textsIn(source) {
  /** @type {Set<string>} */
  const found = new Set();
  /** @param {Node} node @param {string} text */
  const add = (node, text) =>
    found.add(`${place(source, node.start)} "${shown(text)}" is a text: it belongs in a language file`);

  walk(source.tree, (node) => {
    if (isForNobody(node)) return false;
    if (node.type === 'TaggedTemplateExpression' && ['html', 'svg'].includes(nameOf(node, 'tag'))) {
      for (const text of textsInMarkup(templateText(node['quasi']) ?? '')) add(node, text);
    }
    const seen = shownBy(node);
    const seenText = literalText(seen) ?? templateText(seen);
    if (isNode(seen) && seenText !== undefined && LETTER.test(seenText)) add(seen, seenText);

    const text = literalText(node) ?? templateText(node);
    if (text !== undefined && SENTENCE.test(text) && !FONTS.test(text)) add(node, text);
    return true;
  });
  return [...found];
}

/**
 * @param {readonly Source[]} sources
 * @returns {string[]} one line for each text
 */
export function textsInCode(sources) {
  return sources.filter(({ path }) => ROOMS.test(path)).flatMap(textsIn);
}

// Refuses words that texts for players and trainers must not use; docs/style.md says what to write instead. It reads
// the language files, the levels and their templates, the messages of the command line, and the guide for trainers.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** @typedef {readonly [pattern: RegExp, instead: string]} Banned */

/** Code says mail, but people read email. A mailing list and a mail merge keep their names. */
const MAIL = /** @type {Banned} */ ([/\b(?:e-mails?|mails?(?! merge))\b/i, 'email']);

/** @type {readonly Banned[]} */
const ENGLISH = [
  [/\b(?:every|any|some)body\b/i, 'everyone, anyone, someone'],
  [/\bwhoever\b|\bwhom\b/i, 'who, anyone who, people who'],
  [/\banew\b/i, 'again'],
  [/\bso (?:long|many) as\b/i, 'while, as many as'],
  [/\b(?:is|are) told\b/i, 'say who tells'],
  [/\banswers? to all\b|\banswer(?:s|ed|ing)? all\b/i, 'reply-all, replies to all'],
  [/\bwho sees whom\b/i, 'who can see who'],
  [/\blearn(?:s|ed|t)? of (?:any|some|no)(?:body|one)\b|\bnobody learned of\b/i, 'saw'],
  [/\bin this matter\b/i, 'here'],
  [/\b(?:feels?|felt) asked\b/i, 'realises they have to act'],
  [/\bstepped out of\b/i, 'gave themselves away'],
  [/\bthe talk\b/i, 'discuss it'],
  [/\bdemand(?:s|ed)? (?:a|no) (?:penalty|fine)\b/i, 'fines you'],
  [/\bonly by one field\b/i, 'one slip from a leak'],
  [
    /\b(?:none|is not|no) (?:of )?(?:\w+ )*?(?:his|her|its|your|their) business\b|\bis your business\b/i,
    'should not see',
  ],
  [/\bnothing of it\b/i, 'say what does not change'],
  [/\bto take with you\b|\btake a mail back\b/i, 'key takeaway, undo send'],
  [/\bgo on (?:with|to)\b|^go on$/i, 'continue, OK'],
  [/\bas (?:my|each|the) device says\b/i, 'your device’s setting'],
  [/\bnothing sounds\b/i, 'you hear nothing'],
  [/\bas it is to\b/i, 'name to print'],
  [/\byou must not\?/i, 'ask what was done right'],
  [/^put away$/i, 'close'],
  [/\bstands? in for\b/i, 'is used instead of'],
  [/\b(?:everyone|someone|who|card) lies\b/i, 'is'],
  [/\basks? back\b/i, 'asks questions'],
  [/\bhears? of it\b/i, 'hears about it'],
  [/\bwhere \w+ ha(?:s|ve) (?:\w+ ){1,2}from\b/i, 'where they got it'],
  [/\btimes one \w+ is\b/i, 'in total, … times'],
  [/\bof that name\b/i, 'with that name'],
  [/\bor just go on\b/i, 'or just continue'],
  [/\bat our place\b/i, 'here'],
  [/,? and what not\?/i, 'ask the whole question'],
  [/\bto take home\b/i, 'key takeaway'],
  [/^(?:Hello|Hi|Dear)\b[^\n]*,\s+\p{Ll}/u, 'a capital after the greeting'],
];

/** Words for a level that are banned; a letter within a story is allowed. */
const LEVEL = /** @type {Readonly<Record<string, Banned>>} */ ({
  en: [/\b(?:all|each|every|next|this|your|short) letters?\b/i, 'level'],
  de: [/\bBriefe?\b/, 'Level'],
  fr: [/\b[Ll]ettres?\b(?! (?:minuscules|de a))/, 'niveau'],
  es: [/\b[Cc]artas?\b/, 'nivel'],
  ja: [/手紙/, 'レベル'],
});

/** The clumsiest sentences that the other languages had. */
const OTHERS = /** @type {const} */ ({
  de: [
    [/\bfühlt(?:e|en)? sich\b.*\bgefragt\b/, 'merkt, dass etwas zu tun ist'],
    [/\bWie mein Gerät\b/, 'Einstellung deines Geräts'],
    [/^Weglegen$/, 'Schließen'],
    [/\bE-Mail/, 'Mail'],
  ],
  fr: [
    [/\bComme mon appareil\b/, 'Réglage de l’appareil'],
    [/\bsent(?:ir)? concerné/, 'comprend qu’il faut agir'],
    [/^Ranger$/, 'Fermer'],
    // Otherwise the sign slips to the next line.
    [/ [:;?!»]|« |[\p{L})][;?!](?= |$)/u, 'a no-break space before : ; ? ! » and after «'],
  ],
  es: [
    [/\bComo mi dispositivo\b/, 'Ajuste de tu dispositivo'],
    [/\bpor aludido/, 'se da cuenta de que tiene que actuar'],
  ],
  ar: [[/كما في جهازي/, 'إعداد جهازك']],
  ja: [
    [/端末の設定どおり/, '端末の設定'],
    [/^しまう$/, '閉じる'],
  ],
});

/**
 * @param {string} language
 * @returns {readonly Banned[]} the words that are banned in it
 */
export function bannedIn(language) {
  if (language === 'en') return [MAIL, ...ENGLISH];
  return OTHERS[/** @type {keyof typeof OTHERS} */ (language)] ?? [];
}

/**
 * @param {unknown} value of a language file or a level
 * @param {string} language of texts without a language of their own
 * @param {string} key
 * @returns {[key: string, language: string, text: string][]} every text, with its language
 */
function textsIn(value, language, key) {
  if (typeof value === 'string') return [[key, language, value]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, below]) => {
    const own = name === 'en' || Object.hasOwn(OTHERS, name) ? name : language;
    return textsIn(below, own, key === '' ? name : `${key}.${name}`);
  });
}

/** Parts of a level that are not texts, such as ids and addresses. */
const DATA =
  /(?:^|\.)(?:\$schema|id|address|url|rule|kind|when\.[^.]*|after|format|replyTo|series|test|event|contacts\.\d+|members\.\d+)$/;

/** @param {string} path @param {string} where @param {string} language @param {string} text @returns {string[]} */
function check(path, where, language, text) {
  const level = path.startsWith('src/i18n') ? LEVEL[language] : undefined;
  // Names of fields and placeholders are not words.
  const words = text.replaceAll(/\{\{.*?\}\}|[“„«"`]\s?[\w-]+\s?[”“»"`]/g, '·');
  return [...bannedIn(language), ...(level ? [level] : [])].flatMap(([pattern, instead]) => {
    const found = pattern.exec(words);
    return found ? [`${path}${where} says “${found[0].replaceAll('\n', '⏎')}”: write ${instead} (docs/style.md)`] : [];
  });
}

/** @param {string} root @param {string} folder @returns {string[]} the JSON files in it */
function jsonIn(root, folder) {
  if (!existsSync(join(root, folder))) return [];
  return readdirSync(join(root, folder))
    .filter((name) => name.endsWith('.json') && !name.endsWith('.schema.json'))
    .toSorted()
    .map((name) => `${folder}/${name}`);
}

/** @param {string} root @param {string} path @returns {string[]} */
function checkJson(root, path) {
  const language = /(?:^|[./-])(\w\w)\.json$/.exec(path)?.[1] ?? 'en';
  /** @type {unknown} */
  let value;
  try {
    value = JSON.parse(readFileSync(join(root, path), 'utf8'));
  } catch {
    // Other checks report that the file is not JSON.
    return [];
  }
  return textsIn(value, language, '')
    .filter(([key]) => !path.startsWith('levels/') || !DATA.test(key))
    .flatMap(([key, own, text]) => check(path, ` "${key}"`, own, text));
}

/** @param {string} root @returns {string[]} the problems of the guide and its reference, without their code */
function checkGuide(root) {
  const path = 'docs/write-a-level.md';
  if (!existsSync(join(root, path))) return [];
  return readFileSync(join(root, path), 'utf8')
    .split('\n')
    .flatMap((line, index) => check(`${path}:${index + 1}`, '', 'en', line.replaceAll(/`[^`]*`/g, '·')));
}

/** @param {string} root @returns {string[]} the problems of how the page describes itself to search engines and on install */
function checkDescriptions(root) {
  return ['index.html', 'assets/app.webmanifest'].flatMap((path) => {
    if (!existsSync(join(root, path))) return [];
    const text = readFileSync(join(root, path), 'utf8');
    const [, description = ''] = /"description"(?::\s*|\s+content=)"([^"]*)"/.exec(text) ?? [];
    return check(path, ' "description"', 'en', description);
  });
}

/**
 * @param {string} root the folder that has src/, levels/ and docs/
 * @returns {string[]} one line for each banned word
 */
export function bannedWords(root) {
  const files = [
    ...jsonIn(root, 'src/i18n'),
    ...jsonIn(root, 'src/i18n/package'),
    ...jsonIn(root, 'src/i18n/situations'),
    ...jsonIn(root, 'src/workshop/templates/texts'),
    ...jsonIn(root, 'src/cli'),
    ...jsonIn(root, 'levels'),
  ];
  return [...files.flatMap((path) => checkJson(root, path)), ...checkGuide(root), ...checkDescriptions(root)];
}

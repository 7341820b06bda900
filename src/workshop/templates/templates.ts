import { LEVEL_TEXTS, type TextShape } from '../../engine/index.ts';
import {
  isList,
  isObject,
  objectsIn,
  ownValue,
  withFieldSet,
  withObjects,
  type Json,
  type JsonObject,
} from '../json/value.ts';
import type { LevelFiles } from '../level-files.ts';
import { fromContent } from '../start.ts';

/** Small levels to start from, one for each family of rules. Each can be won, and no habit wins it. */
export const TEMPLATES = [
  'list-is-secret',
  'count-contexts',
  'reply-decides',
  'bcc-hides-addresses',
  'correction-riskier',
  'check-expansion',
] as const;
export type TemplateName = (typeof TEMPLATES)[number];

/** The words of all templates in one language: of each, its texts in the shape of a translation file. */
interface Words {
  readonly tag: string;
  readonly texts: JsonObject;
}

type Load = () => Promise<{ readonly default: JsonObject }>;

const TEXTS: Readonly<Record<string, Load>> = {
  en: () => import('./texts/en.json'),
  de: () => import('./texts/de.json'),
  fr: () => import('./texts/fr.json'),
  es: () => import('./texts/es.json'),
  ar: () => import('./texts/ar.json'),
  ja: () => import('./texts/ja.json'),
};

/** The languages of the templates. */
export const TEMPLATE_LANGUAGES: readonly string[] = Object.keys(TEXTS);

/** One template, as a list shows it. */
export interface TemplateSummary {
  readonly name: TemplateName;
  readonly title: string;
  readonly summary: string;
}

/** Returns all templates in a language; in English if there are none in it. */
export async function templateList(language: string): Promise<readonly TemplateSummary[]> {
  const { texts } = await wordsIn(language);
  return TEMPLATES.map((name) => {
    const own = ownValue(texts, name);
    const text = (field: string) => (isObject(own) && typeof own[field] === 'string' ? own[field] : '');
    return { name, title: text('title'), summary: text('summary') };
  });
}

/** Starts a level from a template, with its texts in one language; in English if the template has no such texts. */
export async function fromTemplate(name: TemplateName, language: string): Promise<LevelFiles> {
  const [{ default: all }, { tag, texts }] = await Promise.all([import('./facts.json'), wordsIn(language)]);
  const facts: JsonObject = all[name];
  const words = ownValue(texts, name);
  const level = { format: 2, id: name, ...facts };
  return fromContent(isObject(words) ? withWords(LEVEL_TEXTS, level, words, tag) : level);
}

async function wordsIn(language: string): Promise<Words> {
  const tag = TEXTS[language] ? language : 'en';
  const { default: texts } = (await TEXTS[tag]?.()) ?? { default: {} };
  return { tag, texts };
}

function withWords(shape: TextShape, facts: JsonObject, words: JsonObject, tag: string): JsonObject {
  if (shape.kind !== 'object') return facts;
  let changed = facts;
  for (const [name, field] of shape.fields) {
    const own = ownValue(words, name);
    if (typeof own === 'string') changed = withFieldSet(changed, name, { [tag]: own });
    else if (field.kind === 'list') changed = withItemWords(field.part, changed, name, own, tag);
    else if (isObject(own)) changed = withFieldSet(changed, name, withWords(field, objectAt(changed, name), own, tag));
  }
  return changed;
}

function withItemWords(part: TextShape, facts: JsonObject, name: string, words: Json | undefined, tag: string) {
  if (!isList(words)) return facts;
  return withObjects(facts, name, (item) => {
    const own = objectsIn({ words }, 'words').find(({ id }) => id === item['id']);
    return own ? withWords(part, item, own, tag) : item;
  });
}

function objectAt(fields: JsonObject, name: string): JsonObject {
  const value = ownValue(fields, name);
  return isObject(value) ? value : {};
}

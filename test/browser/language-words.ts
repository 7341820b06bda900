import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '../..');

type Texts = { readonly [key: string]: string | Texts };

const read = (file: string) => JSON.parse(readFileSync(join(ROOT, file), 'utf8')) as Texts;

/**
 * The words with which a player of one language finds things and hears about them, from the files that the page itself
 * reads.
 */
export interface Words {
  /** A text of the interface, with its values filled in. */
  readonly text: (key: string, values?: Readonly<Record<string, string | number>>) => string;
  /** The whole name on a contact's card. */
  readonly name: (contact: string) => string;
  /** The name in sentences: without the part after a comma. */
  readonly short: (contact: string) => string;
  /** The title of the level. */
  readonly title: string;
}

const at = (texts: Texts, path: readonly string[]): string | Texts | undefined =>
  path.reduce<string | Texts | undefined>((found, key) => (typeof found === 'object' ? found[key] : undefined), texts);

/**
 * The texts of the interface in one language, each with its values put in.
 *
 * @throws for a text that the language does not have
 */
export function interfaceWords(language: string): Words['text'] {
  const texts = read(`src/i18n/${language}.json`);
  return (key, values = {}) => {
    const found = at(texts, key.split('.'));
    if (typeof found !== 'string') throw new Error(`${language} has no text ${key}.`);
    return found.replaceAll(/\{\{(\w+)\}\}/g, (_, value: string) => String(values[value]));
  };
}

/** What stands before the comma of a name, as sentences have it. */
export const beforeComma = (name: string) => (name.split(/[,،、，]/u)[0] ?? '').trim();

/** @throws for a text that the language does not have */
export function wordsOf(language: string, level: string): Words {
  const whole = read(`test/course/${level}.json`);
  const file =
    typeof whole['title'] === 'object' && language in whole['title']
      ? whole
      : read(`test/course/${level}.${language}.json`);
  const words = (text: unknown): string => {
    const own = typeof text === 'object' && text !== null ? (text as Texts)[language] : text;
    if (typeof own !== 'string') throw new Error(`${language} has not all texts of ${level}.`);
    return own;
  };
  const contacts = file['contacts'] as unknown as readonly { readonly id: string; readonly name: unknown }[];
  const name = (contact: string) => words(contacts.find(({ id }) => id === contact)?.name);
  return {
    text: interfaceWords(language),
    name,
    short: (contact) => beforeComma(name(contact)),
    title: words(file['title']),
  };
}

import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '../..');

type Texts = { readonly [key: string]: string | Texts };

const read = (file: string) => JSON.parse(readFileSync(join(ROOT, file), 'utf8')) as Texts;

/** The words by which a player of one language finds things and hears of them: from the files that the page itself reads. */
export interface Words {
  /** A text of the interface, with its values put in. */
  text(key: string, values?: Readonly<Record<string, string | number>>): string;
  /** The whole name on a contact's card. */
  name(contact: string): string;
  /** The name as sentences have it: without what follows a comma. */
  short(contact: string): string;
  /** The title of the level. */
  readonly title: string;
}

const at = (texts: Texts, path: readonly string[]): string | Texts | undefined =>
  path.reduce<string | Texts | undefined>((found, key) => (typeof found === 'object' ? found[key] : undefined), texts);

/** @throws for a text that the language does not have */
export function wordsOf(language: string, level: string): Words {
  const texts = read(`src/i18n/${language}.json`);
  const own = read(`levels/${level}.json`);
  const file = ['en', 'de'].includes(language) ? null : read(`levels/${level}.${language}.json`);
  const pick = (text: string | Texts | undefined) => (typeof text === 'object' ? text[language] : text);
  const contacts = (file ?? own)['contacts'] as unknown as readonly {
    readonly id: string;
    readonly name: string | Texts;
  }[];
  const name = (contact: string) => String(pick(contacts.find(({ id }) => id === contact)?.name));
  return {
    text(key, values = {}) {
      const found = at(texts, key.split('.'));
      if (typeof found !== 'string') throw new Error(`${language} has no text ${key}.`);
      return found.replaceAll(/\{\{(\w+)\}\}/g, (_, value: string) => String(values[value]));
    },
    name,
    short: (contact) => (name(contact).split(/[,،、，]/u)[0] ?? '').trim(),
    title: String(pick((file ?? own)['title'])),
  };
}

import { PSEUDO } from './languages.ts';
import { formatNumber, language } from './text.ts';
import type { English } from './package/english.d.ts';

/**
 * The texts of packages for learning platforms, and of the part of the host page that makes them. They are separate from
 * those of the page, because learners on a plain web server would download them for nothing.
 */

type PackageKey = keyof English;
type Params<Key extends PackageKey> = Readonly<Record<English[Key], string | number>>;
type Texts = { readonly [name: string]: string | Texts };

const FILES: Readonly<Record<string, () => Promise<{ readonly default: Texts }>>> = {
  en: () => import('./package/package-en.json'),
  de: () => import('./package/package-de.json'),
  fr: () => import('./package/package-fr.json'),
  es: () => import('./package/package-es.json'),
  ar: () => import('./package/package-ar.json'),
  ja: () => import('./package/package-ja.json'),
};

const loaded = new Map<string, Texts>();

/**
 * Fetches the texts of a language, once.
 *
 * @param tag a language without a file gets the English texts
 * @throws Error when they cannot be fetched (no network)
 */
export async function loadPackageTexts(tag: string): Promise<void> {
  const file = FILES[tag] ?? FILES['en'];
  if (!file || loaded.has(tag)) return;
  const { default: texts } = await file();
  loaded.set(tag, tag === PSEUDO.tag ? ((await import('./pseudo.ts')).disguiseAll(texts) as Texts) : texts);
}

/**
 * Returns the text of a key in the current language; while that is on its way, in the language that was loaded before.
 *
 * @param params the values that the text needs
 */
export function packageText<Key extends PackageKey>(
  key: Key,
  ...params: [English[Key]] extends [never] ? [] : [Params<Key>]
): string {
  const texts = loaded.get(language()) ?? [...loaded.values()].at(-1) ?? {};
  const found = key.split('.').reduce<Texts | string | undefined>((part, name) => {
    return typeof part === 'object' ? part[name] : undefined;
  }, texts);
  const values: Readonly<Record<string, string | number>> = { ...params[0] };
  return (typeof found === 'string' ? found : key).replaceAll(/\{\{(\w+)\}\}/g, (_, name: string) => {
    const value = values[name] ?? '';
    return typeof value === 'number' ? formatNumber(value) : value;
  });
}

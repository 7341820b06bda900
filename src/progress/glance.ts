import { recordKey } from './scope.ts';

/**
 * Returns the chosen language before the code that reads the whole record has loaded.
 * @param scope the folder of the page
 * @param course the course that the address asks for; null for the page's own
 * @returns null when none was chosen, or the record needs the full reader
 */
export function languageAtAGlance(scope: string, course: string | null): string | null {
  try {
    const record: unknown = JSON.parse(localStorage.getItem(recordKey(scope, course)) ?? 'null');
    const { settings } = record as { readonly settings: { readonly language: unknown } };
    return typeof settings.language === 'string' ? settings.language : null;
  } catch {
    return null;
  }
}

import { KEY } from './key.ts';

/**
 * The language of the settings, before the code that reads the record has arrived.
 *
 * @returns null when none was chosen, or the record cannot be read so simply
 */
export function languageAtAGlance(): string | null {
  try {
    const record: unknown = JSON.parse(localStorage.getItem(KEY) ?? 'null');
    const { settings } = record as { readonly settings: { readonly language: unknown } };
    return typeof settings.language === 'string' ? settings.language : null;
  } catch {
    return null;
  }
}

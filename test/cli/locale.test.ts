import { expect, test } from 'vitest';
import { localeOf } from '../../src/cli/locale.ts';

test.each([
  [{ LC_ALL: 'de_DE.UTF-8', LC_MESSAGES: 'fr_FR', LANG: 'es_ES' }, 'de-DE'],
  [{ LC_ALL: '', LC_MESSAGES: 'fr_FR.UTF-8', LANG: 'es_ES' }, 'fr-FR'],
  [{ LC_ALL: '', LC_MESSAGES: '', LANG: 'es_ES@euro' }, 'es-ES'],
  [{ LC_ALL: '', LANG: 'de_AT.UTF-8' }, 'de-AT'],
  [{ LANG: 'ja' }, 'ja'],
  [{ LC_ALL: 'C', LANG: 'de_DE' }, 'en'],
  [{ LC_ALL: 'C.UTF-8', LANG: 'de_DE' }, 'en'],
  [{ LC_ALL: 'POSIX' }, 'en'],
  [{ LC_ALL: '', LC_MESSAGES: '', LANG: '' }, 'en'],
  [{}, 'en'],
])('with %j the terminal speaks %s', (env, tag) => {
  expect(localeOf(env)).toBe(tag);
});

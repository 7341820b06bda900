/**
 * The language of the terminal, by the variables of POSIX in their order. An empty variable counts as not set.
 *
 * @param env the environment
 * @returns a language tag such as `de-AT`; `en` where nothing is said
 * @see POSIX.1-2017, Base Definitions §8.2 (internationalization variables)
 */
export function localeOf(env: Readonly<Record<string, string | undefined>>): string {
  const locale = env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG'] || '';
  // de_AT.UTF-8@euro: what follows the language and the region says how it is written.
  const [tag = ''] = locale.split(/[.@]/);
  return tag === '' || tag === 'C' || tag === 'POSIX' ? 'en' : tag.replaceAll('_', '-');
}

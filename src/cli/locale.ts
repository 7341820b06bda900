/**
 * Returns the language of the terminal, from the POSIX variables in their order. An empty variable counts as not set.
 * @param env the environment
 * @returns a language tag such as `de-AT`; `en` when no variable is set
 * @see POSIX.1-2017, Base Definitions §8.2 (internationalization variables)
 */
export function localeOf(env: Readonly<Record<string, string | undefined>>): string {
  const locale = env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG'] || '';
  // In de_AT.UTF-8@euro, the encoding and the modifier follow the language and the region.
  const [tag = ''] = locale.split(/[.@]/);
  return tag === '' || tag === 'C' || tag === 'POSIX' ? 'en' : tag.replaceAll('_', '-');
}

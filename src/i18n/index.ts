/**
 * The languages of the page: texts, numbers and story time. Descriptions of beats are in `describe.ts`, as the home
 * page does not need them.
 */
export {
  charactersOf,
  foreignTag,
  hasText,
  language,
  loadAllTexts,
  onLanguageChange,
  setLanguage,
  t,
  textOf,
  textWith,
  formatNumber,
  type PlainTextKey,
  type TextKey,
  type TextParams,
} from './text.ts';
export { keptInside } from './bidi.ts';
export { formatCount, formatDate, formatList, formatMoney, formatStoryTime } from './format.ts';
export { shortName } from './short-name.ts';
export { forgetLanguageOfAddress, wantedLanguage } from './address.ts';
export { LANGUAGES, pickLanguage, type Language } from './languages.ts';

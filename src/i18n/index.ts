/** The languages of the page: texts, numbers and story time. All that a person reads comes through here. */
export {
  charactersOf,
  hasText,
  language,
  loadAllTexts,
  onLanguageChange,
  setLanguage,
  t,
  textOf,
  wantedLanguage,
  formatNumber,
  type TextParams,
} from './text.ts';
export { formatCount, formatDate, formatList, formatMoney, formatStoryTime } from './format.ts';
export { forgetLanguageOfAddress } from './address.ts';
export { LANGUAGES, pickLanguage, type Language } from './languages.ts';
export { describeBeat, describeCause, describeDecision, describeDeduction, namesOf } from './describe.ts';

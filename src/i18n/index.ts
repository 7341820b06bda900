/** The languages of the page: texts, numbers and story time. All that a person reads comes through here. */
export {
  chooseLanguage,
  hasText,
  language,
  onLanguageChange,
  setLanguage,
  startI18n,
  t,
  textOf,
  formatNumber,
  type TextParams,
} from './text.ts';
export { formatCount, formatList, formatMoney, formatStoryTime } from './format.ts';
export { LANGUAGES, pickLanguage, type Language } from './languages.ts';
export { describeBeat, describeCause, describeDecision, describeDeduction, namesOf } from './describe.ts';

/**
 * The public interface of the engine for the game, the command line and the tools. Nothing outside the engine may
 * import its other files.
 */

export { type Advice, ADVICE_CODES, advise, type Analysis, analyse } from './analysis/advice.ts';
export { bestRouting, type BestStep, explainBest } from './analysis/analysis.ts';
export { type AvoidedDisaster, avoidedDisaster } from './analysis/avoided.ts';
export { type Budget, countedBudget } from './analysis/budget.ts';
export { type HabitResult, habitResults } from './analysis/habits.ts';
export { sampleRoutings } from './analysis/sample-routings.ts';
export { checkCourse, COURSE_FAULT_CODES } from './level/check-course.ts';
export { checkLanguages, LANGUAGE_FAULT_CODES } from './level/check-languages.ts';
export { matchLanguage } from './level/language-match.ts';
export { checkLevel, LEVEL_FAULT_CODES } from './level/check.ts';
export { type Brand, type Certificate, type Chapter, type Course, courseOf, courseSchema } from './level/course.ts';
export { canLieIn, isCrowd, isExpandable, isOutside, peopleOf } from './level/contact.ts';
export { DAY, HOUR, MINUTE, MONTH, WEEK } from './level/duration.ts';
export { type Effect, type Fact, FACT_KINDS, type FactKind, type Reason } from './level/fact.ts';
export type { CausedFault, Fault } from './level/fault.ts';
export {
  DELIVERING_FIELDS,
  type DeliveringField,
  type Field,
  FIELDS,
  hasLine,
  isVisibleField,
  mostOpen,
  readsShared,
} from './level/fields.ts';
export { type JsonSchema, jsonSchemaOf } from './level/json-schema.ts';
export {
  type Circle,
  type Contact,
  type ContactId,
  type Lesson,
  type LessonRule,
  type Level,
  levelSchema,
  type LevelText,
  type Mail,
  type MailId,
} from './level/level.ts';
export { placementOf } from './level/expectations.ts';
export { PASS_MARK } from './level/pass-mark.ts';
export { LESSON_RULES } from './level/vocabulary.ts';
export { SCORING } from './level/scoring-version.ts';
export { isRecord, LEVEL_TEXTS, type TextShape, UNSAID } from './level/text-shape.ts';
export { checkTranslation, translate, TRANSLATION_FAULT_CODES, translationSchema } from './level/translation.ts';
export { addressBook, type AddressBook, addressOf } from './mail/contacts.ts';
export { eml } from './mail/export/eml.ts';
export type { MailboxRun } from './mail/header-lines.ts';
export type { Routing } from './mail/routing.ts';
export { type Copy, type Mailbox, mailboxCount, mailboxesFrom, viewOf } from './mail/view.ts';
export { courseScore, type CourseScore } from './play/course-score.ts';
export { detection, type Detection } from './play/detection.ts';
export { type Count, discern, type Discernment, leaning, NOTHING_ASKED, sumOf, total } from './play/discernment.ts';
export { logSchema } from './play/log-schema.ts';
export {
  factsOf,
  looksLikePlay,
  openPlayFile,
  type PlayFileProblem,
  readPlayFile,
  type WatchedPlay,
  writePlayFile,
} from './play/play-file.ts';
export { applyCommand, canSend, type Command, type Placement, type Play, replayLog, startPlay } from './play/play.ts';
export { playOfRouting } from './play/play-of-routing.ts';
export { judge, type JudgedPrediction, type Prediction, readersOfTooMuch } from './play/prediction.ts';
export { type Bet, STAKES } from './play/stakes.ts';
export { simulate } from './play/simulate.ts';
export { type Trial, tryDesks } from './play/trial.ts';
export { type AddressedDesk, type Change, type WhatIf, whatIf } from './play/what-if.ts';
export type { ContactCopy, Outcome, SentMail } from './play/outcome.ts';
export { GAUGES, type Gauge } from './rules/rule.ts';
export { DEDUCTION_KINDS, type Deduction, type DeductionKind } from './rules/deduction.ts';
export { type Chain, chainOf, effectsAmong } from './play/chain.ts';
export { type Desk } from './play/desk.ts';
export { fingerprint } from './play/fingerprint.ts';
export { contactsOn, deskName } from './story/desks.ts';
export { knowledgeOf } from './play/knowledge.ts';
export { type Beat, type BeatKind, type BeatOf, mailOf, pairsOf } from './story/beat.ts';
export type { Cause, ComparableDecision, Exposure, RegulatorDecision } from './story/findings.ts';
export { type OpenPlacement, openPlacementsAbout, openPlacementsOf } from './play/open-placements.ts';

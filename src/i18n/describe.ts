import type { Beat, BeatOf, Cause, ContactId, Deduction, Level, Outcome, RegulatorDecision } from '../engine/index.ts';
import { describeComparable, describeOutcome } from './describe-decision.ts';
import { formatList } from './format.ts';
import { shortName } from './short-name.ts';
import { formatNumber, t, textOf } from './text.ts';

/** Describes what the engine found, in the current language. Pure: the same data and language give the same text. */

/** The most names in one sentence; more would bury its message. */
const NAMES_TOLD = 3;

/**
 * Lists the names of contacts for a sentence: "Batch 1, Batch 2, Batch 3 and 4 more". Uses short names, because commas
 * inside names look like commas between them.
 */
export function namesOf(level: Level, contacts: readonly ContactId[]): string {
  const told = contacts.length <= NAMES_TOLD + 1 ? contacts : contacts.slice(0, NAMES_TOLD);
  const names = told.map((id) => {
    const contact = level.contacts.find((candidate) => candidate.id === id);
    return contact ? shortName(level, contact) : id;
  });
  const more = contacts.length - told.length;
  return formatList(more > 0 ? [...names, t('count.more', { count: more })] : names);
}

const SENSITIVITIES = ['0', '1', '2', '3'] as const;

const people = (count: number) => t('count.people', { count });
const sameSet = (one: readonly string[], other: readonly string[]) =>
  one.length === other.length && one.every((id) => other.includes(id));

/** Writes numbers as a range of people: "118 to 197 people", or "118 people" when all are equal. */
function peopleRange(least: number, most: number): string {
  if (least === most) return people(most);
  return t('count.range', { min: formatNumber(least), max: people(most) });
}

/** Says how many times one person saw another, in a sentence. */
export function describeDisclosures({ disclosures }: Pick<Outcome, 'disclosures'>): string {
  return disclosures > 0 ? t('debrief.exposed-total', { count: disclosures }) : t('debrief.nobody-exposed');
}

/** Says what happens in a beat, in one or two sentences. */
export function describeBeat(level: Level, beat: Beat): string {
  const names = { viewers: namesOf(level, beat.viewers), subjects: namesOf(level, beat.subjects) };
  switch (beat.kind) {
    case 'sent':
      return sentText(beat.numbers);
    case 'warning-ignored':
      return t('beat.warning-ignored', {
        count: beat.numbers.mails,
        addresses: t('count.addresses', { count: beat.numbers.addresses }),
      });
    case 'disclosed':
      return beat.variant === 'many'
        ? t('beat.disclosed.many', {
            ...names,
            viewers: peopleRange(beat.numbers.viewersMin, beat.numbers.viewersMax),
            pairs: beat.numbers.pairs,
          })
        : t(`beat.disclosed.${beat.variant}`, {
            ...names,
            people: people(beat.numbers.people),
            others: t('count.others', { count: beat.numbers.others }),
          });
    case 'recognised':
      return t(`beat.recognised.${recognisedVariant(beat)}`, names);
    case 'replied-all':
      if (beat.variant === 'storm') {
        return t('beat.replied-all-storm', { ...names, mails: t('count.mails', { count: beat.numbers.mails }) });
      }
      if (beat.variant === 'several') {
        return t('beat.replied-all-several', { ...names, mails: t('count.mails', { count: beat.numbers.mails }) });
      }
      return repliedText(beat, names);
    case 'replied-all-harmless':
    case 'unmasked':
      return repliedText(beat, names);
    case 'forwarded':
      return t(`beat.forwarded.${beat.variant}`, {
        ...names,
        forwarder: namesOf(level, [beat.forwarder]),
        people: people(beat.numbers.people),
      });
    case 'recalled':
      return t('beat.recalled', { people: people(beat.numbers.people), count: beat.numbers.recalled });
    case 'omitted':
      return beat.viewers.length > 1
        ? t(`beat.omitted-several.${beat.variant}`, { ...names, people: people(beat.numbers.people) })
        : t(`beat.omitted.${beat.variant}`, names);
    case 'decided':
      return decidedText(beat.decision);
    case 'notified':
      return t('beat.notified', { count: beat.numbers.hours });
    case 'content-leaked':
      return beat.numbers.about > 0
        ? t('beat.content-leaked-about', { ...names, people: people(beat.numbers.about) })
        : t('beat.content-leaked', names);
    case 'complaint':
    case 'press':
    case 'referred':
    case 'recorded':
    case 'apology-due':
    case 'apology-repeats':
    case 'hidden-doer':
    case 'hidden-accountable':
    case 'cannot-discuss':
    case 'nobody-exposed':
      return t(`beat.${beat.kind}`, { ...names, count: beat.numbers.people });
    case 'authored':
      return textOf(beat.text);
  }
}

function repliedText(
  { kind, numbers }: BeatOf<'replied-all' | 'replied-all-harmless' | 'unmasked'>,
  names: { readonly viewers: string; readonly subjects: string },
): string {
  return t(`beat.${kind}`, {
    ...names,
    count: numbers.speakers,
    reached: people(numbers.reached),
    mails: t('count.mails', { count: numbers.mails }),
  });
}

function sentText({ copied, ...numbers }: BeatOf<'sent'>['numbers']): string {
  // Someone in Cc on each separate email gets them all, but none of their own.
  if (copied === 0) return addressedText(numbers);
  const own = numbers.mails === 0 ? numbers.people - copied : numbers.people;
  return `${addressedText({ ...numbers, people: own })} ${t('beat.sent.copied', { people: people(copied) })}`;
}

function addressedText({
  mails,
  separate,
  people: all,
}: Pick<BeatOf<'sent'>['numbers'], 'mails' | 'separate' | 'people'>): string {
  if (mails === 0) return t('beat.sent.separate', { people: people(all) });
  if (separate === 0) return t('beat.sent.shared', { count: mails, people: people(all) });
  return t('beat.sent.both', { people: people(all), separate: formatNumber(separate) });
}

function recognisedVariant(beat: Beat): 'others' | 'each-other' | 'within' {
  if (!sameSet(beat.viewers, beat.subjects)) return 'others';
  return beat.viewers.length === 1 ? 'within' : 'each-other';
}

/** Says why something happened, in one sentence. */
export function describeCause(level: Level, cause: Cause, outcome: Outcome): string {
  switch (cause.type) {
    case 'beat': {
      const beat = outcome.beats.find(({ id }) => id === cause.beat);
      if (!beat) return '';
      return beat.kind === 'authored' ? describeBeat(level, beat) : t(`cause.beat.${beat.kind}`);
    }
    case 'placed':
      return t(`cause.placed.${cause.field}`, { contacts: namesOf(level, cause.contacts) });
    case 'circle': {
      const circle = level.circles?.find(({ id }) => id === cause.circle);
      if (circle?.about) return textOf(circle.about);
      return circle ? t(`cause.circle.${circle.bond}`, { contacts: namesOf(level, circle.members) }) : '';
    }
    case 'fact':
      return describeFact(level, cause);
  }
}

function describeFact(level: Level, { fact, contacts, mail }: Extract<Cause, { type: 'fact' }>): string {
  switch (fact) {
    case 'sensitivity': {
      const sensitivity = level.mails.find(({ id }) => id === mail)?.sensitivity ?? 0;
      return t(`cause.fact.sensitivity.${SENSITIVITIES[sensitivity] ?? '0'}`);
    }
    case 'regulator-test':
      return level.regulator ? t(`cause.fact.regulator-test.${level.regulator.test}`) : '';
    case 'needs-act':
    case 'needs-know':
    case 'needs-nothing':
    case 'must-be-seen':
    case 'replies-all':
    case 'forwards':
    case 'warns':
      return t(`cause.fact.${fact}`, { contacts: namesOf(level, contacts) });
  }
}

/** Says what points were lost for: a title, and why it matters. */
export function describeDeduction(
  level: Level,
  deduction: Deduction,
): { readonly title: string; readonly text: string } {
  const params = { contacts: namesOf(level, deduction.contacts), count: deduction.numbers['pairs'] ?? 0 };
  return { title: t(`deduction.${deduction.kind}.title`), text: t(`deduction.${deduction.kind}.text`, params) };
}

function decidedText(decision: RegulatorDecision): string {
  const decided = describeOutcome(decision);
  const cases = describeComparable(decision.comparable);
  return cases === '' ? decided : t('beat.decided.and-cases', { decided, cases });
}

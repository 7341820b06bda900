import { possibleFields } from '../analysis/possible-fields.ts';
import { canLieIn } from '../level/contact.ts';
import type { Field } from '../level/fields.ts';
import type { ContactId, Level } from '../level/level.ts';
import type { MailRouting } from '../mail/routing.ts';
import { viewOf } from '../mail/view.ts';
import { compose } from './compose.ts';
import type { Language } from './dress.ts';
import { randomFrom, type Random } from './random.ts';
import type { OccasionName } from './skeleton.ts';
import { groupsOf } from './worth.ts';

/** The fields of a sender in these questions. */
export const SPOT_FIELDS = ['to', 'cc', 'bcc', 'separate', 'none'] as const satisfies readonly Field[];
export type SpotField = (typeof SPOT_FIELDS)[number];

/** What is asked about a screen: where one card was, where its reader was, or who can have been in Bcc. */
export type SpotKind = 'shown' | 'hidden' | 'self' | 'bcc';

/** One recipient's screen and a question about it. The level has one mail, `email`. */
export interface SpotQuestion {
  readonly level: Level;
  readonly placement: MailRouting;
  readonly reader: ContactId;
  readonly kind: SpotKind;
  /** The card that is asked about; in a question about Bcc the reader. */
  readonly about: ContactId;
  /** The fields that each card can have been in, as far as this screen tells. */
  readonly possible: Readonly<Record<ContactId, readonly Field[]>>;
}

const MAIL = 'email';
/** A round asks each kind in these shares: in three of eight questions, the answer is that nobody can know. */
const KINDS: readonly SpotKind[] = ['hidden', 'shown', 'bcc', 'self', 'hidden', 'bcc', 'shown', 'hidden'];
/** Bcc and To come up most, because they are confused most. */
const SENDERS_HABIT: readonly SpotField[] = ['to', 'to', 'to', 'cc', 'cc', 'bcc', 'bcc', 'bcc', 'separate', 'none'];
/** Enough to find a placement for each question in every situation. */
const MOST_TRIED = 300;

/**
 * Composes a round of screens to read. The same seed gives the same screens in every language, in other words.
 * @param count how many; from 9 on, an occasion comes up again
 */
export function composeSpot(seed: string, language: Language, count: number): SpotQuestion[] {
  const random = randomFrom(`${seed} spot`);
  const kinds = random.shuffled(Array.from({ length: count }, (_, index) => KINDS[index % KINDS.length] ?? 'hidden'));
  const used = new Set<string>();
  let about: OccasionName[] = [];
  return kinds.map((kind, index) => {
    const number = index + 1;
    const situation = compose(`${seed} ${number}`, language, { id: `screen-${number}`, used, notAbout: about });
    about = [...about, situation.skeleton.occasion].slice(-KINDS.length);
    return questionOf(plain(situation.level), kind, randomFrom(`${seed} ${number} placement`));
  });
}

/** Leaves out what only some mail programs do: separate emails that carry the Cc line, and ways around the email. */
function plain(level: Level): Level {
  return {
    ...level,
    mails: level.mails.map(({ ccOnSeparate: _cc, instead: _instead, fields: _fields, ...mail }) => ({
      ...mail,
      fields: SPOT_FIELDS.filter((field) => field !== 'none'),
    })),
  };
}

function questionOf(level: Level, kind: SpotKind, random: Random): SpotQuestion {
  for (let tried = 0; tried < MOST_TRIED; tried += 1) {
    const placement = placementOf(level, random);
    const reader = random.pick(Object.keys(placement));
    const question = asked(level, placement, reader, kind, random);
    if (question) return question;
  }
  throw new Error(`No screen of "${JSON.stringify(level.title)}" asks about ${kind}.`);
}

/** Places cards of the same kind alike more often than not, as people do. */
function placementOf(level: Level, random: Random): MailRouting {
  return Object.fromEntries(
    groupsOf(level).flatMap((cards) => {
      const alike = random.below(3) > 0 ? random.pick(SENDERS_HABIT) : null;
      return cards.map((card) => {
        const field = alike ?? random.pick(SENDERS_HABIT);
        return [card.id, canLieIn(card, field) ? field : 'to'] as const;
      });
    }),
  );
}

/** Returns the question if this placement allows it: the reader is one person with a copy, and the answer is of the kind. */
function asked(
  level: Level,
  placement: MailRouting,
  reader: ContactId,
  kind: SpotKind,
  random: Random,
): SpotQuestion | null {
  const card = level.contacts.find(({ id }) => id === reader);
  if (!card || card.kind === 'list' || card.people !== undefined) return null;
  const copy = viewOf(level, { [MAIL]: placement }, MAIL, { contact: reader, index: 0 });
  // Without another recipient there is nothing to work out.
  if (!copy || Object.entries(placement).every(([id, field]) => id === reader || field === 'none')) return null;
  const read = { level, mail: MAIL, placement, reader };
  const possible = Object.fromEntries(
    Object.keys(placement).map((id) => [id, possibleFields(read, id, SPOT_FIELDS)] as const),
  );
  const others = Object.keys(placement).filter((id) => id !== reader);
  const isKnown = (id: ContactId) => possible[id]?.length === 1;
  const found = {
    shown: others.filter(isKnown),
    hidden: others.filter((id) => !isKnown(id)),
    self: [reader],
    bcc: Object.keys(placement).some((id) => possible[id]?.includes('bcc')) ? [reader] : [],
  }[kind];
  return found.length > 0 ? { level, placement, reader, kind, about: random.pick(found), possible } : null;
}

/** Returns the right answer to where a card was: a field, or `unknown` where this screen cannot tell. */
export function rightField({ possible, about }: SpotQuestion): Field | 'unknown' {
  const [field, ...others] = possible[about] ?? [];
  return field !== undefined && others.length === 0 ? field : 'unknown';
}

/** Returns the cards that can have been in Bcc. */
export function possiblyBlind({ possible }: SpotQuestion): ContactId[] {
  return Object.keys(possible).filter((id) => possible[id]?.includes('bcc'));
}

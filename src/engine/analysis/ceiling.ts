import type { Desk } from '../play/desk.ts';
import { deliversTo, isCopied } from '../level/fields.ts';
import type { ContactId, Field, Level, Mail } from '../level/level.ts';
import { isKeptOut, isNeeded, needOf } from '../level/needs.ts';
import { WEIGHTS } from '../level/weights.ts';
import { addressBook, type Addressee } from '../mail/contacts.ts';
import { breachLeaves } from '../story/harm.ts';
import { contactsOn, isOptional } from '../story/desks.ts';

/**
 * The highest score that a desk can have with one of its cards in a field, wherever the others lie: what is left where the card
 * brings the mail to somebody who must not get it, or leaves out somebody whom no other card reaches. A search need not play
 * placements that cannot be better than one it has.
 *
 * @returns 100 where the card alone decides nothing
 */
export function ceilingOf(level: Level, desk: Desk): (card: ContactId, field: Field) => number {
  const book = addressBook(level);
  const mails = level.mails.filter(({ id }) => desk.mails.includes(id));
  const onDesk = new Map(mails.map((mail) => [mail, new Set(contactsOn(level, mail, []))]));
  const cardsOf = new Map<Addressee, number>();
  for (const card of desk.contacts) {
    for (const addressee of book.expand(card)) cardsOf.set(addressee, (cardsOf.get(addressee) ?? 0) + 1);
  }
  return (card, field) => {
    const people = book.expand(card);
    const here = mails.filter((mail) => onDesk.get(mail)?.has(card));
    return Math.min(
      100,
      ...here.map((mail) =>
        reaches(mail, field)
          ? leftByLeak(mail, field, people)
          : leftByOmission(
              mail,
              people.filter((one) => cardsOf.get(one) === 1),
            ),
      ),
    );
  };
}

function reaches(mail: Mail, field: Field): boolean {
  return deliversTo(field) && (field !== 'instead' || mail.instead?.reaches === true);
}

/** At the mildest: the harm of the leak comes on top. */
function leftByLeak(mail: Mail, field: Field, people: readonly Addressee[]): number {
  const strays = people.some((one) => {
    const need = needOf(mail, one);
    return isCopied(field) ? isKeptOut(need) : need === 'nothing';
  });
  if (!strays) return 100;
  return (mail.about?.sensitivity ?? mail.sensitivity) >= 1 ? breachLeaves(0) : WEIGHTS.privacy.wrongReader;
}

function leftByOmission(mail: Mail, people: readonly Addressee[]): number {
  // Nobody needs a mail that may as well not be sent, and what an apology owes is no part of the job.
  if (isOptional(mail) || mail.when === 'breach') return 100;
  const needs = people.map((one) => needOf(mail, one));
  if (needs.includes('act')) return WEIGHTS.purpose.missedAct;
  return needs.some(isNeeded) ? WEIGHTS.purpose.missedKnow : 100;
}

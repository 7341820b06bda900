import { type Budget, UNLIMITED, workOf } from './budget.ts';
import { canLieIn, isExpandable } from '../mail/contacts.ts';
import { carriesCc } from '../mail/delivery.ts';
import { ceilingOf } from './ceiling.ts';
import type { Desk } from '../play/desk.ts';
import type { Contact, ContactId, Field, Level } from '../level/level.ts';
import { isFor, needOf, strongestNeed, type Need } from '../level/needs.ts';
import type { MailRouting } from '../mail/routing.ts';

/** If no placement without a loss was found, a desk with at most this many placements is searched completely. */
const TRY_ALL_UP_TO = 4096;
const FLAWLESS = 100;
const STARTS: readonly Field[] = ['separate', 'none', 'bcc', 'to'];

/** Contacts with the same facts, which therefore get the same field. */
interface Kin {
  readonly contacts: readonly ContactId[];
  readonly fields: readonly Field[];
  /** The highest score with them in a field, wherever the others lie. */
  readonly ceiling: ReadonlyMap<Field, number>;
  /** Their role in the story: the need, and whether they are one or many. */
  readonly role: string;
}

export interface Found {
  readonly placement: MailRouting;
  /** True when no placement of this desk scores higher. */
  readonly exact: boolean;
}

/**
 * Finds the placement of a desk with the highest score; of several, one near to custom (doers in To, those who should
 * know in Cc, the others left out), with similar contacts in one field.
 * It improves one group of similar contacts at a time, from custom and from everyone in one field: each round takes
 * groups × fields scores. A flawless placement cannot be improved. Without one, up to 4,096 placements are all tried;
 * with more, a better one may be missed.
 * @param scoreOf the score of a placement, 0 to 100; where that is below what is wanted, any number that is no lower than the
 *   score and below what is wanted
 * @param budget once it is used up, the best placement found so far is returned as not exact; at least one is tried
 */
export function searchPlacement(
  level: Level,
  desk: Desk,
  scoreOf: (placement: MailRouting, wanted: number) => number,
  budget: Budget = UNLIMITED,
): Found {
  const kins = kinsOf(level, desk);
  const known = new Map<string, Scored>();
  const work = workOf(level);
  let stopped = false;
  /** The candidate with these fields, unless it scores less than is wanted. */
  const candidate = (fields: readonly Field[], wanted: number): Candidate | null => {
    const most = Math.min(...kins.map((kin, index) => kin.ceiling.get(fields[index] ?? 'none') ?? 100));
    if (most < wanted) return null;
    const key = fields.join(' ');
    let found = known.get(key);
    if (!found || (found.atMost < found.wanted && found.atMost >= wanted)) {
      if (stopped || !budget.spend(work)) {
        stopped = true;
        // The first placement is scored in any case, so that there is one.
        if (known.size > 0) return null;
      }
      found = { atMost: scoreOf(placementOf(kins, fields), wanted), wanted };
      known.set(key, found);
    }
    return found.atMost < wanted ? null : { fields, score: found.atMost, unusual: unusualness(kins, fields) };
  };
  const starts = [
    kins.map((kin) => kin.fields[0] ?? 'none'),
    // Cc reveals what To reveals.
    ...STARTS.map((field) => kins.map((kin) => offered(kin, field))),
  ];
  let best: Candidate | null = null;
  for (const start of starts) {
    const begun = candidate(start, 0);
    const next = begun && climb(kins, begun, candidate);
    if (next && (!best || better(next, best) > 0)) best = next;
    if (best?.score === FLAWLESS) return { placement: placementOf(kins, best.fields), exact: true };
  }
  const size = kins.reduce((product, kin) => product * kin.fields.length, 1);
  if (size <= TRY_ALL_UP_TO) {
    for (let number = 0; number < size; number += 1) {
      const next = candidate(nth(kins, number), best?.score ?? 0);
      if (next && (!best || better(next, best) > 0)) best = next;
    }
  }
  return { placement: best ? placementOf(kins, best.fields) : {}, exact: size <= TRY_ALL_UP_TO && !stopped };
}

/** Where a kin lies when all lie in one field: those who must not get the mail are left out, as a climb would begin with that. */
function offered({ fields, ceiling }: Kin, field: Field): Field {
  const most = (one: Field) => ceiling.get(one) ?? 0;
  const nearest = field === 'to' && !fields.includes('to') ? 'cc' : field;
  return fields.includes(nearest) && most(nearest) >= most('none') ? nearest : 'none';
}

/** What is known of a placement: its score, or where that is below what was wanted, a number that it does not exceed. */
interface Scored {
  readonly atMost: number;
  readonly wanted: number;
}

interface Candidate {
  readonly fields: readonly Field[];
  readonly score: number;
  readonly unusual: number;
}

function better(one: Candidate, other: Candidate): number {
  return one.score - other.score || other.unusual - one.unusual;
}

function climb(
  kins: readonly Kin[],
  start: Candidate,
  candidate: (fields: readonly Field[], wanted: number) => Candidate | null,
): Candidate {
  let best = start;
  for (let improved = true; improved;) {
    improved = false;
    for (const [index, kin] of kins.entries()) {
      for (const field of kin.fields) {
        if (best.fields[index] === field) continue;
        const next = candidate(best.fields.with(index, field), best.score);
        if (next && better(next, best) > 0) {
          best = next;
          improved = true;
        }
      }
    }
  }
  return best;
}

function nth(kins: readonly Kin[], number: number): Field[] {
  let rest = number;
  return kins.map((kin) => {
    const field = kin.fields[rest % kin.fields.length] ?? 'none';
    rest = Math.floor(rest / kin.fields.length);
    return field;
  });
}

function placementOf(kins: readonly Kin[], fields: readonly Field[]): MailRouting {
  const placement: Record<ContactId, Field> = {};
  for (const [index, kin] of kins.entries()) {
    for (const contact of kin.contacts) placement[contact] = fields[index] ?? 'none';
  }
  return placement;
}

/** Custom puts a doer in To and a knower in Cc, and leaves out those who do not need the mail. */
const CUSTOMARY: Readonly<Record<Need, Field>> = {
  act: 'to',
  know: 'cc',
  aside: 'instead',
  may: 'none',
  nothing: 'none',
};

/**
 * Contacts with the same role in different fields count twice, since a rule that treats similar people alike is easier
 * to learn.
 */
function unusualness(kins: readonly Kin[], fields: readonly Field[]): number {
  const uncustomary = kins.filter((kin, index) => fields[index] !== kin.fields[0]).length;
  const roles = new Set(kins.map((kin) => kin.role));
  const mixed = new Set(kins.map((kin, index) => `${kin.role} ${fields[index] ?? 'none'}`)).size - roles.size;
  return uncustomary + 2 * mixed;
}

function kinsOf(level: Level, desk: Desk): Kin[] {
  const circles = level.circles ?? [];
  const ceiling = ceilingOf(level, desk);
  const here = level.mails.filter(({ id }) => desk.mails.includes(id));
  const groups = new Map<string, Contact[]>();
  for (const id of desk.contacts) {
    const contact = level.contacts.find((candidate) => candidate.id === id);
    if (!contact) continue;
    const mails = level.mails.filter((mail) => mail.contacts?.includes(id)).length;
    const needs = here.filter((mail) => isFor(mail, id)).map((mail) => needOf(mail, contact));
    const alike = isExpandable(contact)
      ? { id }
      : {
          needs,
          crowd: (contact.people ?? 1) > 1,
          identity: contact.identity,
          mustBeSeen: contact.mustBeSeen,
          authorised: contact.authorised,
          maySee: contact.maySee,
          seenBy: level.contacts.filter(({ maySee }) => maySee?.includes(id)).map((viewer) => viewer.id),
          reveals: contact.reveals,
          habits: contact.habits,
          circles: circles.filter((circle) => circle.members.includes(id)).map((circle) => circle.id),
          lists: level.contacts.filter((list) => list.members?.includes(id)).map((list) => list.id),
          mails,
        };
    const key = JSON.stringify(alike);
    groups.set(key, [...(groups.get(key) ?? []), contact]);
  }
  return [...groups.values()].map((contacts) => {
    const [first] = contacts;
    const need = first
      ? strongestNeed(
          here.filter((mail) => isFor(mail, first.id)),
          first,
        )
      : 'nothing';
    const customary = CUSTOMARY[need];
    // To and Cc cost the same because they reveal the same, so trying one of them is enough, unless separate mails
    // carry the Cc line.
    const twin = customary === 'cc' ? 'to' : 'cc';
    const both = desk.fields.includes('to') && desk.fields.includes('cc') && !here.some(carriesCc);
    const fields = desk.fields
      .filter((field) => (!both || field !== twin) && contacts.every((contact) => canLieIn(contact, field)))
      .toSorted((a, b) => Number(b === customary) - Number(a === customary));
    const role = `${first?.kind ?? 'person'} ${need}`;
    const most = (one: Field) => Math.min(...contacts.map(({ id }) => ceiling(id, one)));
    return {
      contacts: contacts.map(({ id }) => id),
      fields,
      ceiling: new Map(fields.map((one) => [one, most(one)])),
      role,
    };
  });
}

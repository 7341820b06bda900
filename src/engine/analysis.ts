import { isExpandable } from './contacts.ts';
import { deskOf, routeDesk, type Desk } from './desks.ts';
import type { Contact, ContactId, Field, Level, MailId } from './level.ts';
import type { DeductionKind, Outcome } from './outcome.ts';
import { replay } from './replay.ts';
import type { MailRouting, Routing } from './routing.ts';

/** Above so many placements of one desk, cards are improved one by one instead of trying all. */
const TRY_ALL_UP_TO = 20_000;

/** Contacts that are alike in all that decides, and so get the same field. */
interface Kin {
  readonly contacts: readonly ContactId[];
  readonly fields: readonly Field[];
  /** What the story wants of them: the need, and whether they are one or many. */
  readonly role: string;
}

export interface Best {
  readonly routing: Routing;
  readonly outcome: Outcome;
}

/**
 * The routing with the highest score; of several, the one nearest to custom (doers in To, those who should know in Cc).
 *
 * Exact for desks of up to 20,000 placements, when contacts that are alike share a field; beyond that it improves one
 * group of alike contacts at a time from several starts, and may miss a better one.
 */
export function bestRouting(level: Level): Best {
  let routing: Routing = {};
  let outcome = replay(level, routing);
  for (let desk = deskOf(level, outcome); desk; desk = deskOf(level, outcome)) {
    const placement = bestPlacement(level, routing, outcome, desk);
    routing = { ...routing, ...routeDesk(level, outcome, desk, placement) };
    outcome = replay(level, routing);
  }
  return { routing, outcome };
}

function bestPlacement(level: Level, routing: Routing, outcome: Outcome, desk: Desk): MailRouting {
  const kins = kinsOf(level, desk);
  const evaluate = (placement: MailRouting) =>
    replay(level, { ...routing, ...routeDesk(level, outcome, desk, placement) }).score;
  const better = (one: Candidate, other: Candidate) => one.score - other.score || other.unusual - one.unusual;
  const candidate = (fields: readonly Field[]): Candidate => {
    const placement = placementOf(kins, fields);
    return { fields, placement, score: evaluate(placement), unusual: unusualness(kins, fields) };
  };
  const size = kins.reduce((product, kin) => product * kin.fields.length, 1);
  if (size <= TRY_ALL_UP_TO) {
    let best = candidate(kins.map((kin) => kin.fields[0] ?? 'none'));
    for (let number = 1; number < size; number += 1) {
      const next = candidate(nth(kins, number));
      if (better(next, best) > 0) best = next;
    }
    return best.placement;
  }
  const starts = desk.fields.map((field) => kins.map((kin) => (kin.fields.includes(field) ? field : 'none')));
  return starts
    .map((start) => climb(kins, candidate(start), candidate, better))
    .reduce((best, next) => (better(next, best) > 0 ? next : best)).placement;
}

interface Candidate {
  readonly fields: readonly Field[];
  readonly placement: MailRouting;
  readonly score: number;
  readonly unusual: number;
}

function climb(
  kins: readonly Kin[],
  start: Candidate,
  candidate: (fields: readonly Field[]) => Candidate,
  better: (one: Candidate, other: Candidate) => number,
): Candidate {
  let best = start;
  for (let improved = true; improved;) {
    improved = false;
    for (const [index, kin] of kins.entries()) {
      for (const field of kin.fields) {
        const next = candidate(best.fields.with(index, field));
        if (better(next, best) > 0) {
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
  return Object.fromEntries(
    kins.flatMap((kin, index) => kin.contacts.map((contact) => [contact, fields[index] ?? 'none'])),
  );
}

/** Custom puts a doer in To, a knower in Cc and leaves out whoever must not get the mail. */
function customaryField(contact: Contact | undefined): Field {
  return contact?.needs === 'act' ? 'to' : contact?.needs === 'know' ? 'cc' : 'none';
}

/** Contacts with the same role in different fields count twice, since a rule that treats like alike is easier to learn. */
function unusualness(kins: readonly Kin[], fields: readonly Field[]): number {
  const uncustomary = kins.filter((kin, index) => fields[index] !== kin.fields[0]).length;
  const roles = new Set(kins.map((kin) => kin.role));
  const mixed = new Set(kins.map((kin, index) => `${kin.role} ${fields[index] ?? 'none'}`)).size - roles.size;
  return uncustomary + 2 * mixed;
}

function kinsOf(level: Level, desk: Desk): Kin[] {
  const circles = level.circles ?? [];
  const groups = new Map<string, Contact[]>();
  for (const id of desk.contacts) {
    const contact = level.contacts.find((candidate) => candidate.id === id);
    if (!contact) continue;
    const mails = level.mails.filter((mail) => mail.contacts?.includes(id)).length;
    const alike = isExpandable(contact)
      ? { id }
      : {
          needs: contact.needs,
          crowd: (contact.people ?? 1) > 1,
          identity: contact.identity,
          mustBeSeen: contact.mustBeSeen,
          authorised: contact.authorised,
          habits: contact.habits,
          circles: circles.filter((circle) => circle.members.includes(id)).map((circle) => circle.id),
          lists: level.contacts.filter((list) => list.members?.includes(id)).map((list) => list.id),
          mails,
        };
    const key = JSON.stringify(alike);
    groups.set(key, [...(groups.get(key) ?? []), contact]);
  }
  return [...groups.values()].map((contacts) => {
    const customary = customaryField(contacts[0]);
    const fields = [...desk.fields].toSorted((a, b) => Number(b === customary) - Number(a === customary));
    const role = `${contacts[0]?.kind ?? 'person'} ${contacts[0]?.needs ?? ''}`;
    return { contacts: contacts.map(({ id }) => id), fields, role };
  });
}

/** For one contact: where it lies best, and what each other field would cost there. */
export interface BestStep {
  readonly mail: MailId;
  readonly contact: ContactId;
  /** Where the player had it. */
  readonly yours: Field;
  readonly best: Field;
  /** Every other field on offer, with the points it would lose in the best routing and what for; costliest first. */
  readonly alternatives: readonly Alternative[];
}

export interface Alternative {
  readonly field: Field;
  /** Points lost against the best routing; 0 when it is as good. */
  readonly points: number;
  readonly because: readonly DeductionKind[];
}

/**
 * Explains the best routing by what each other choice would cost, contact by contact, for the mails that the best play sends.
 *
 * @param routing what the player did
 */
export function explainBest(level: Level, routing: Routing): BestStep[] {
  const best = bestRouting(level);
  return level.contacts.flatMap(({ id }) => {
    const mail = best.outcome.sent.find((sent) =>
      level.mails.some((known) => known.id === sent.mail && concerns(level, known.id, id)),
    )?.mail;
    if (mail === undefined) return [];
    const fields = level.mails.find((known) => known.id === mail)?.fields ?? [];
    const field = best.routing[mail]?.[id] ?? 'none';
    const offered = [...new Set<Field>([...fields, 'none'])].filter((other) => other !== field);
    return [
      {
        mail,
        contact: id,
        yours: routing[mail]?.[id] ?? 'none',
        best: field,
        alternatives: offered
          .map((other) => alternative(level, best, id, other))
          .toSorted((a, b) => b.points - a.points),
      },
    ];
  });
}

function concerns(level: Level, mail: MailId, contact: ContactId): boolean {
  const known = level.mails.find(({ id }) => id === mail);
  return known !== undefined && (known.contacts?.includes(contact) ?? !known.affected);
}

function alternative(level: Level, best: Best, contact: ContactId, field: Field): Alternative {
  const routing = Object.fromEntries(
    Object.entries(best.routing).map(([mail, fields]) => [
      mail,
      concerns(level, mail, contact) ? { ...fields, [contact]: field } : fields,
    ]),
  );
  const outcome = replay(level, routing);
  const before = new Map(best.outcome.deductions.map(({ kind, points }) => [kind, points]));
  return {
    field,
    points: Math.max(0, best.outcome.score - outcome.score),
    because: outcome.deductions.filter(({ kind, points }) => points > (before.get(kind) ?? 0)).map(({ kind }) => kind),
  };
}

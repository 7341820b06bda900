import {
  deskName,
  mostOpen,
  type Contact,
  type ContactId,
  type DeliveringField,
  type Level,
  type Outcome,
  type SentMail,
} from '../../engine/index.ts';

/** Someone on the table: a person, an office or a crowd. */
export interface Actor {
  readonly contact: Contact;
  readonly people: number;
}

/** What one actor gets from the mails of one desk. */
export interface Arrival {
  readonly actor: ContactId;
  readonly field: DeliveringField;
  /** Every reader can see the address. */
  readonly visible: boolean;
  /** The mails in it, in the order of sending. */
  readonly mails: readonly string[];
}

/** Mails that were sent together, and who gets them. */
export interface Dispatch {
  readonly desk: string;
  readonly arrivals: readonly Arrival[];
}

/** Groups the sent mails as they were addressed, so that the seven mails of a series leave together. */
export function dispatches(level: Level, outcome: Outcome): Dispatch[] {
  const desks = new Map<string, SentMail[]>();
  for (const sent of outcome.sent) {
    const name = deskOfMail(level, sent.mail);
    desks.set(name, [...(desks.get(name) ?? []), sent]);
  }
  return [...desks].map(([desk, mails]) => ({ desk, arrivals: arrivalsOf(mails) }));
}

function arrivalsOf(mails: readonly SentMail[]): Arrival[] {
  const found = new Map<ContactId, Arrival>();
  for (const { mail, copies } of mails) {
    for (const { contact, field, visible } of copies) {
      const known = found.get(contact);
      found.set(contact, {
        actor: contact,
        field: known ? mostOpen(known.field, field) : field,
        visible: visible || (known?.visible ?? false),
        mails: [...(known?.mails ?? []), mail],
      });
    }
  }
  return [...found.values()];
}

/** Returns the name of the desk where a mail was addressed. */
export function deskOfMail(level: Level, mail: string): string {
  const definition = level.mails.find(({ id }) => id === mail);
  return definition ? deskName(definition) : mail;
}

/** Returns everyone who gets a mail or takes part in an event, in the order of the level. */
export function castOf(level: Level, outcome: Outcome): Actor[] {
  const named = new Set<ContactId>([
    ...outcome.sent.flatMap(({ copies }) => copies.map(({ contact }) => contact)),
    ...outcome.beats.flatMap(({ viewers, subjects }) => [...viewers, ...subjects]),
  ]);
  return level.contacts
    .filter(({ id, kind }) => named.has(id) && kind !== 'group' && kind !== 'list')
    .map((contact) => ({ contact, people: contact.people ?? 1 }));
}

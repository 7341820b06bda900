import type { Fact, FactKind } from '../level/fact.ts';
import { isExpandable } from '../mail/contacts.ts';
import { keysOf } from '../level/keys.ts';
import type { Circle, Contact, ContactId, Field, Level, Mail } from '../level/level.ts';

/** A fact, and how a level looks without it. */
export interface RemovableFact {
  readonly fact: Fact;
  /** Takes the fact out of this level or of one that lacks others of its facts; what is gone already stays so. */
  readonly remove: (level: Level) => Level;
}

/** Lists the facts of a level that decide what a routing leads to, in the order of the file. */
export function factsStated(level: Level): RemovableFact[] {
  return [
    ...level.contacts.flatMap((contact, index) => contactFacts(contact, index)),
    ...(level.circles ?? []).flatMap((circle, index) => circleFacts(circle, index)),
    ...level.mails.flatMap((mail, index) => mailFacts(level, mail, index)),
  ];
}

/** The fields of a contact that can simply be left out, with the kind of fact that each states. */
const CONTACT_FACTS = {
  mustBeSeen: 'must-be-seen',
  authorised: 'authorised',
  maySee: 'may-see',
  reveals: 'reveals',
  identity: 'identity',
  habits: 'habits',
  nameReveals: 'name-reveals',
} as const satisfies Partial<Record<keyof Contact, FactKind>>;

function contactFacts(contact: Contact, index: number): RemovableFact[] {
  const { id } = contact;
  const fact = (kind: FactKind, name: keyof Contact, others: readonly ContactId[] = []): Fact => ({
    kind,
    path: ['contacts', index, name],
    contacts: [id],
    others,
    mail: null,
    value: valueOf(contact[name]),
  });
  const changed = (change: (one: Contact) => Contact) => (level: Level) => ({
    ...level,
    contacts: level.contacts.map((one) => (one.id === id ? change(one) : one)),
  });
  const found: RemovableFact[] = [];
  if (contact.needs !== 'may' && !isExpandable(contact)) {
    found.push({ fact: fact('needs', 'needs'), remove: changed((one) => ({ ...one, needs: 'may' })) });
  }
  for (const name of keysOf(CONTACT_FACTS)) {
    if (!states(contact[name])) continue;
    const others = name === 'maySee' ? (contact.maySee ?? []) : [];
    found.push({ fact: fact(CONTACT_FACTS[name], name, others), remove: changed((one) => lacking(one, name)) });
  }
  if (contact.forwardsTo !== undefined) {
    found.push({
      fact: fact('forwards-to', 'forwardsTo', [contact.forwardsTo]),
      remove: changed((one) => ({
        ...lacking(one, 'forwardsTo'),
        habits: (one.habits ?? []).filter((habit) => habit !== 'forwards'),
      })),
    });
  }
  return found;
}

/** False for a value that states the default. */
function states(value: unknown): boolean {
  return value !== undefined && value !== false && value !== 'partial' && !(Array.isArray(value) && value.length === 0);
}

function circleFacts({ id, bond, members, discusses }: Circle, index: number): RemovableFact[] {
  const fact = (kind: FactKind, path: readonly (string | number)[]): Fact => ({
    kind,
    path: ['circles', index, ...path],
    contacts: members,
    others: [],
    mail: null,
    value: id,
  });
  const changed = (change: (circle: Circle) => readonly Circle[]) => (level: Level) => ({
    ...level,
    circles: (level.circles ?? []).flatMap((circle) => (circle.id === id ? change(circle) : [circle])),
  });
  const found: RemovableFact[] = [{ fact: fact(bond, []), remove: changed(() => []) }];
  if (discusses === true) {
    found.push({
      fact: fact('discusses', ['discusses']),
      remove: changed((circle) => [lacking(circle, 'discusses')]),
    });
  }
  return found;
}

const ADDRESS_FIELDS: readonly Field[] = ['to', 'cc', 'bcc', 'separate'];

function mailFacts(level: Level, mail: Mail, index: number): RemovableFact[] {
  const { id, about, needs = {}, thread, blindCopies, sensitivity } = mail;
  const fact = (
    kind: FactKind,
    path: readonly (string | number)[],
    value: string,
    contacts: ContactId[] = [],
  ): Fact => ({
    kind,
    path: ['mails', index, ...path],
    contacts,
    others: [],
    mail: id,
    value,
  });
  const changed = (change: (one: Mail) => Mail) => (other: Level) => ({
    ...other,
    mails: other.mails.map((one) => (one.id === id ? change(one) : one)),
  });
  const found: RemovableFact[] = [];
  const add = (one: Fact, change: (mail: Mail) => Mail) => found.push({ fact: one, remove: changed(change) });
  if (sensitivity > 0) {
    add(fact('sensitivity', ['sensitivity'], String(sensitivity)), (one) => ({ ...one, sensitivity: 0 }));
  }
  const missing = ADDRESS_FIELDS.filter((field) => !mail.fields.includes(field));
  if (missing.length > 0) {
    add(fact('fields', ['fields'], missing.join(', ')), (one) => ({
      ...one,
      fields: [...new Set([...one.fields, ...ADDRESS_FIELDS])],
    }));
  }
  if (mail.ccOnSeparate === true) {
    add(fact('cc-on-separate', ['ccOnSeparate'], ''), (one) => lacking(one, 'ccOnSeparate'));
  }
  if (blindCopies !== undefined && blindCopies !== 'removed') {
    add(fact('blind-copies', ['blindCopies'], blindCopies), (one) => lacking(one, 'blindCopies'));
  }
  if (mail.replyTo !== undefined) {
    add(fact('reply-to', ['replyTo'], mail.replyTo), (one) => lacking(one, 'replyTo'));
  }
  for (const [contact, need] of Object.entries(needs)) {
    const known = level.contacts.some((one) => one.id === contact) ? [contact] : [];
    add(fact('mail-needs', ['needs', contact], need, known), (one) => ({
      ...one,
      ...(one.needs && { needs: lacking(one.needs, contact) }),
    }));
  }
  if (about) add(fact('about', ['about'], String(about.people)), (one) => lacking(one, 'about'));
  if (thread && thread.quotes !== false && (thread.quotes ?? thread.kind !== 'edit-as-new')) {
    add(fact('quotes', thread.quotes === undefined ? ['thread'] : ['thread', 'quotes'], thread.of), (one) =>
      one.thread ? { ...one, thread: { ...one.thread, quotes: false } } : one,
    );
  }
  return found;
}

function valueOf(value: unknown): string {
  if (Array.isArray(value)) return value.join(', ');
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

/** Returns the facts without one of them. */
export function lacking<Facts extends object, Name extends keyof Facts>(facts: Facts, name: Name): Omit<Facts, Name> {
  const { [name]: _, ...rest } = facts;
  return rest;
}

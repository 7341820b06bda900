import * as fc from 'fast-check';
import {
  BLIND_COPIES,
  FIELDS,
  IDENTITIES,
  NEEDS,
  type Contact,
  type Field,
  type Level,
} from '../../src/engine/level/level.ts';
import type { Routing } from '../../src/engine/mail/routing.ts';
import { level, mail, person } from './levels.ts';

const PEOPLE = ['a', 'b', 'c', 'd', 'e', 'f'];
const BOOKS = ['x', 'y', 'z'];
export const ALL_IDS: readonly string[] = [...PEOPLE, ...BOOKS];
export const MAILS: readonly string[] = ['one', 'two', 'three'];

const field = fc.constantFrom<Field>(...FIELDS);

const addressee = (id: string): fc.Arbitrary<Contact> =>
  fc
    .record({
      people: fc.constantFrom(1, 1, 1, 2, 3, 10),
      needs: fc.constantFrom(...NEEDS),
      identity: fc.constantFrom(...IDENTITIES),
      authorised: fc.boolean().map((yes) => yes && id === 'a'),
      mustBeSeen: fc.boolean(),
      maySee: fc.option(fc.subarray(['*', ...ALL_IDS], { minLength: 1, maxLength: 2 }), { nil: undefined }),
      reveals: fc.option(fc.integer({ min: 0, max: 3 }), { nil: undefined }),
      loud: fc.boolean(),
      forwardsTo: fc.option(fc.constantFrom(...ALL_IDS), { nil: undefined }),
    })
    .map(({ people, loud, forwardsTo, maySee, reveals, ...facts }) =>
      person(id, {
        ...facts,
        ...(maySee && { maySee }),
        ...(reveals !== undefined && { reveals }),
        address: people > 1 ? `${id}-{n}@mail.example` : `${id}@mail.example`,
        people,
        habits: [...(loud ? ['replies-all' as const] : []), ...(forwardsTo ? ['forwards' as const] : [])],
        ...(forwardsTo ? { forwardsTo } : {}),
      }),
    );

/** Up to three circles among these contacts. */
export function anyCircles(ids: readonly string[]): fc.Arbitrary<NonNullable<Level['circles']>> {
  const circle = fc.record({
    members: fc.subarray([...ids], { minLength: 1 }),
    bond: fc.constantFrom('context' as const, 'acquaintance' as const),
    discusses: fc.boolean(),
  });
  return fc
    .array(circle, { maxLength: 3 })
    .map((circles) => circles.map((facts, index) => ({ id: `circle-${String(index)}`, ...facts })));
}

/** Groups and lists, nested in each other, including cycles. */
const book = (id: string): fc.Arbitrary<Contact> =>
  fc
    .record({
      kind: fc.constantFrom('group' as const, 'list' as const),
      members: fc.subarray([...ALL_IDS], { minLength: 1 }),
      nameReveals: fc.boolean(),
    })
    .map((facts) => person(id, facts));

/** Adds the other twin wherever one is named. */
const both = (ids: readonly string[]): string[] =>
  ids.some((id) => id === 'c' || id === 'd') ? [...new Set([...ids, 'c', 'd'])] : [...ids];

/** Gives d the same facts as c, so that the two crowds differ in name and number only. */
function withTwins(contacts: readonly Contact[]): Contact[] {
  const c = contacts.find(({ id }) => id === 'c');
  return contacts.map((one) => {
    const { members, maySee } = one;
    const named = { ...one, ...(members && { members: both(members) }), ...(maySee && { maySee: both(maySee) }) };
    if (one.id === 'c') return { ...named, address: 'c-{n}@mail.example' };
    if (one.id !== 'd' || !c) return named;
    const same = { ...c, id: 'd', name: 'd', address: 'd-{n}@mail.example', people: one.people ?? 1 };
    return c.maySee ? { ...same, maySee: both(c.maySee) } : same;
  });
}

/**
 * Levels of up to 60 people, with every fact that a level can state about them, and up to three mails that are sent
 * together.
 */
export const anyLevel: fc.Arbitrary<Level> = fc
  .record({
    people: fc.tuple(...PEOPLE.map(addressee)),
    twins: fc.boolean(),
    books: fc.tuple(...BOOKS.map(book)),
    circles: fc.array(
      fc.record({
        members: fc.subarray([...ALL_IDS], { minLength: 1 }),
        bond: fc.constantFrom('context' as const, 'acquaintance' as const),
        discusses: fc.boolean(),
      }),
      { maxLength: 3 },
    ),
    mails: fc.array(
      fc.record({
        sensitivity: fc.integer({ min: 0, max: 3 }),
        blindCopies: fc.constantFrom(...BLIND_COPIES),
        ccOnSeparate: fc.constantFrom(false, false, true),
        reaches: fc.boolean(),
      }),
      {
        minLength: 1,
        maxLength: 3,
      },
    ),
  })
  .map(({ people, twins, books, circles, mails }) =>
    level(twins ? withTwins([...people, ...books]) : [...people, ...books], {
      circles: circles.map(({ members, ...circle }, index) => ({
        id: `circle-${String(index)}`,
        ...circle,
        members: twins ? both(members) : members,
      })),
      mails: mails.map(({ reaches, ...facts }, index) =>
        mail(MAILS[index] ?? '', {
          series: 'all',
          fields: ['to', 'cc', 'bcc', 'separate', 'instead'],
          instead: { name: 'Another way', reaches },
          ...facts,
        }),
      ),
    }),
  );

export interface Case {
  readonly level: Level;
  readonly routing: Routing;
}

/** A level, and a field for every contact on each of its mails. */
const caseOf = (levels: fc.Arbitrary<Level>): fc.Arbitrary<Case> =>
  fc
    .record({ level: levels, fields: fc.array(field, { minLength: 27, maxLength: 27 }) })
    .map(({ level: some, fields }) => ({
      level: some,
      routing: Object.fromEntries(
        some.mails.map(({ id }, order) => [
          id,
          Object.fromEntries(
            ALL_IDS.map((contact, index) => [contact, fields[order * ALL_IDS.length + index] ?? 'none']),
          ),
        ]),
      ),
    }));

export const anyCase: fc.Arbitrary<Case> = caseOf(anyLevel);

/**
 * Replies to the sender, in another spelling too, to a desk without a card, to one person, to one of a crowd, and to an
 * address that may be a list's.
 */
const replyTo = fc.constantFrom(
  undefined,
  'sender@MAIL.example',
  'desk@mail.example',
  'f@mail.example',
  'X@mail.example',
  'c-2@mail.example',
  'd-1@MAIL.example',
);

/** Cards that name mailboxes of the sender and of each other, in other spellings, with Reply-To as above. */
const anyMailboxes: fc.Arbitrary<Level> = fc
  .record({
    some: anyLevel,
    sender: fc.constantFrom('sender@mail.example', 'A@mail.example', 'c-2@Mail.example', 'e@mail.example'),
    b: fc.constantFrom(undefined, 'A@MAIL.example', 'c-2@mail.example', 'C-1@mail.example'),
    d: fc.constantFrom(undefined, 'c-{n}@mail.EXAMPLE'),
    replies: fc.array(replyTo, { minLength: 3, maxLength: 3 }),
  })
  .map(({ some, sender, b, d, replies }) => ({
    ...some,
    sender: { ...some.sender, address: sender },
    contacts: some.contacts.map((contact) => {
      if (contact.id === 'b' && b) return { ...contact, address: b, people: 1 };
      return contact.id === 'd' && d ? { ...contact, address: d } : contact;
    }),
    mails: some.mails.map((one, index) => {
      const address = replies[index];
      return address === undefined ? one : { ...one, replyTo: address };
    }),
  }));

/** The same, with mailboxes that have several spellings, and replies that go elsewhere. */
export const anyMailboxCase: fc.Arbitrary<Case> = caseOf(anyMailboxes);

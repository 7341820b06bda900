import * as fc from 'fast-check';
import { simpleParser, type AddressObject } from 'mailparser';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Level } from '../../src/engine/level/level.ts';
import { simulate } from '../../src/engine/play/simulate.ts';
import type { MailboxRun } from '../../src/engine/mail/header-lines.ts';
import type { Routing } from '../../src/engine/mail/routing.ts';
import { mailboxCount, mailboxesFrom, viewOf, type Copy } from '../../src/engine/mail/view.ts';
import { anyCase, anyMailboxCase, type Case } from '../engine/arbitrary.ts';
import {
  addressedBy,
  addressesOn,
  everybody,
  handedTo,
  isExpected,
  mailboxOf,
  separateMails,
  speaks,
  type Person,
} from '../engine/reference.ts';
import { mailSoftware, openPostOffice, type PostOffice } from './post-office.ts';
import { tries } from '../tries.ts';

/** What one person finds in the mailbox after a mail was sent. */
interface Found {
  readonly to: readonly string[];
  readonly cc: readonly string[];
  readonly bcc: readonly string[] | null;
  readonly from: readonly string[];
  readonly replyTo: readonly string[];
  readonly subject: string | undefined;
}

const ROUTINGS = tries(250, 60).numRuns;
/** Set by `npm run test:postfix`, which puts another server in front of the mailboxes. */
const { SMTP_PORT: outside, MAILBOX_PORT: inside } = process.env;

let office: PostOffice;
let software: ReturnType<typeof mailSoftware>;

beforeAll(async () => {
  office = await openPostOffice(Number(inside ?? 0));
  software = mailSoftware(outside === undefined ? office.port : Number(outside));
});
afterAll(async () => {
  software.close();
  await office.close();
});

const listed = (field: AddressObject | AddressObject[] | undefined): string[] =>
  [field ?? []]
    .flat()
    .flatMap(({ value }) =>
      value.flatMap(({ address, group }) => [address, ...(group ?? []).map((one) => one.address)]),
    )
    .flatMap((address) => (address ? [address] : []));

/**
 * How many mailboxes the server was asked to fill: it treats two spellings as one recipient (RFC 5321 §2.4), and
 * delivers once.
 */
const mailboxesOf = (accepted: readonly (string | { readonly address: string })[]): number =>
  new Set(accepted.map((one) => mailboxOf(typeof one === 'string' ? one : one.address))).size;

/**
 * Sends one mail as its routing says, with real software, and gives the server's list members their copies.
 * @returns what each mailbox holds: one copy of the shared mail, or every separate mail, with the one to its own
 *   address first
 */
async function send(level: Level, routing: Routing, mail: Level['mails'][number]): Promise<Map<string, Found[]>> {
  const lines = addressedBy(level, routing, mail.id);
  const { to, cc, bcc } = lines;
  const separate = separateMails(level, lines);
  const withCc = mail.ccOnSeparate === true ? { cc: [...cc] } : {};
  const replies = mail.replyTo === undefined ? {} : { replyTo: mail.replyTo };
  const letter = { from: level.sender.address, ...replies, subject: 'Subject', text: 'Body' };
  let promised = 0;
  // With the Cc line on every separate mail, nobody needs a shared one because of it.
  if (to.length + bcc.length > 0 || (cc.length > 0 && !(mail.ccOnSeparate && separate.length > 0))) {
    // If there is nobody to name, mail programs write an empty group (RFC 5322 A.1.3).
    const named = to.length + cc.length > 0 ? { to: [...to], cc: [...cc] } : { to: 'undisclosed-recipients:;' };
    const { accepted } = await software.sendMail({ ...letter, ...named, bcc: [...bcc] });
    promised = mailboxesOf(accepted);
  }
  const shared = await mailboxes(level, promised);
  const found = new Map([...shared].map(([address, copies]) => [address, copies.slice(0, 1)]));
  const inCc = new Set(cc.flatMap((line) => handedTo(level, line)));
  promised = 0;
  for (const address of separate) {
    const { accepted } = await software.sendMail({ ...letter, to: address, ...withCc });
    promised += mailboxesOf(accepted);
  }
  for (const [address, own] of await mailboxes(level, promised)) {
    // Those in Cc get each of them, even through a list, and keep it once.
    if (mail.ccOnSeparate && inCc.has(address)) {
      const each = separate.flatMap(
        (line) => own.find((copy) => copy.to.map(mailboxOf).includes(mailboxOf(line))) ?? [],
      );
      found.set(address, [...(found.get(address) ?? []), ...each]);
    }
    // A reader of the shared mail keeps that copy, as a separate mail adds nothing.
    if (!found.has(address)) found.set(address, own);
  }
  return found;
}

async function mailboxes(level: Level, promised: number): Promise<Map<string, Found[]>> {
  const direct = new Map<string, Found[]>();
  const overLists = new Map<string, Found[]>();
  for (const { recipients, raw } of await office.collect(promised)) {
    const { to, cc, bcc, from, replyTo, subject } = await simpleParser(raw);
    const copy: Found = {
      to: listed(to),
      cc: listed(cc),
      bcc: bcc ? listed(bcc) : null,
      from: listed(from),
      replyTo: listed(replyTo),
      subject,
    };
    for (const address of recipients) {
      for (const reader of handedTo(level, address)) {
        const way = reader === mailboxOf(address) ? direct : overLists;
        way.set(reader, [copy, ...(way.get(reader) ?? [])]);
      }
    }
  }
  const readers = [...new Set([...direct.keys(), ...overLists.keys()])];
  return new Map(readers.map((reader) => [reader, [...(direct.get(reader) ?? []), ...(overLists.get(reader) ?? [])]]));
}

const sorted = (addresses: readonly string[]) => addresses.map(mailboxOf).toSorted();
const addresses = (runs: readonly MailboxRun[]) =>
  sorted(mailboxesFrom(runs, 0, mailboxCount(runs)).map(({ address }) => address));

/**
 * Makes the reply-all of one reader as a mail program does, from the copy alone (RFC 5322 §3.6.3): to Reply-To, else
 * From; the old To and Cc in Cc, without oneself.
 * @returns the Cc line of the reply, and the mailboxes that the server put it into
 */
async function replyAll(level: Level, reader: string, copy: Found) {
  const to = copy.replyTo.length > 0 ? copy.replyTo : copy.from;
  const cc = [...copy.to, ...copy.cc].filter((address) => mailboxOf(address) !== reader);
  const { accepted } = await software.sendMail({ from: reader, to: [...to], cc, subject: 'Re: Subject', text: 'Yes' });
  const received = await mailboxes(level, mailboxesOf(accepted));
  return { cc, readers: [...received.keys()] };
}

/**
 * What the mails show and, on request, the replies to them. This program removes the Bcc line, and nobody forwards a
 * mail.
 */
function quiet(level: Level, loud: boolean): Level {
  return {
    ...level,
    contacts: level.contacts.map((contact) => ({
      ...contact,
      habits: (contact.habits ?? []).filter((habit) => loud && habit === 'replies-all'),
      nameReveals: false,
    })),
    mails: level.mails.map((mail) => ({ ...mail, blindCopies: 'removed' })),
  };
}

function expectSameCopy(copy: Found, view: Copy): void {
  expect({ to: sorted(copy.to), cc: sorted(copy.cc), from: sorted(copy.from), subject: copy.subject }).toEqual({
    to: addresses(view.to),
    cc: addresses(view.cc),
    from: [mailboxOf(view.from.address)],
    subject: view.subject,
  });
  expect(copy.bcc, 'the Bcc line is taken out').toBeNull();
}

/** Sends every mail of a case and checks every mailbox; counts the copies and the replies found there. */
async function compare({ level: some, routing }: Case, loud: boolean) {
  const level = quiet(some, loud);
  const people = everybody(level);
  const byAddress = new Map(people.map((person) => [person.address, person]));
  const pairs = new Set<string>();
  const learn = (viewer: Person, seen: string) => {
    const subject = byAddress.get(mailboxOf(seen));
    if (!subject || subject === viewer || isExpected(level, viewer, subject)) return;
    pairs.add(`${viewer.address} > ${subject.address}`);
  };
  const counted = { copies: 0, replies: 0 };
  for (const mail of level.mails) {
    const found = await send(level, routing, mail);
    for (const person of people) {
      const { contact, address } = person;
      const index = addressesOn(contact).map(mailboxOf).indexOf(address);
      const view = viewOf(level, routing, mail.id, { contact: contact.id, index });
      const copies = found.get(address) ?? [];
      expect(copies.length === 0, `${address} of ${mail.id}`).toBe(view === null);
      if (!view) continue;
      // Of several separate mails, the one to the reader's own address is the copy that is shown.
      const shown = view.copies > 1 ? copies : copies.slice(0, 1);
      expect(shown, `${address} of ${mail.id}`).toHaveLength(view.copies);
      for (const [number, copy] of shown.entries()) {
        counted.copies += 1;
        expectSameCopy(copy, viewOf(level, routing, mail.id, { contact: contact.id, index, copy: number }) ?? view);
        for (const seen of [...copy.to, ...copy.cc]) learn(person, seen);
      }
      if (!speaks(level, routing[mail.id] ?? {}, person)) continue;
      for (const answered of copies) {
        counted.replies += 1;
        const { cc, readers } = await replyAll(level, address, answered);
        for (const reader of readers.flatMap((one) => byAddress.get(one) ?? [])) {
          for (const seen of [address, ...cc]) learn(reader, seen);
        }
      }
    }
  }
  expect(simulate(level, routing).disclosures).toBe(pairs.size);
  return counted;
}

describe('a real mail server agrees with the engine', () => {
  test.each([
    ['what each recipient finds, and who learns of whom from it', anyCase, false],
    [
      'the same where mailboxes go by several names, people reply to all, and replies go elsewhere',
      anyMailboxCase,
      true,
    ],
  ])(`on ${String(ROUTINGS)} routings: %s`, async (_, cases, loud) => {
    const found = { copies: 0, replies: 0 };
    await fc.assert(
      fc.asyncProperty(cases, async (one) => {
        const { copies, replies } = await compare(one, loud);
        found.copies += copies;
        found.replies += replies;
      }),
      { numRuns: ROUTINGS },
    );
    expect(found.copies).toBeGreaterThan(ROUTINGS);
    expect(found.replies).toBeGreaterThanOrEqual(loud ? ROUTINGS : 0);
  });
});

import * as fc from 'fast-check';
import { simpleParser, type AddressObject } from 'mailparser';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Level } from '../../src/engine/level/level.ts';
import { simulate } from '../../src/engine/play/simulate.ts';
import type { Routing } from '../../src/engine/mail/routing.ts';
import { mailboxCount, mailboxesFrom, viewOf, type Copy, type MailboxRun } from '../../src/engine/mail/view.ts';
import { anyCase } from '../engine/arbitrary.ts';
import { addressedBy, everybody, handedTo, isExpected } from '../engine/reference.ts';
import { mailSoftware, openPostOffice, type PostOffice } from './post-office.ts';

/** What one person finds in the mailbox after a mail was sent. */
interface Found {
  readonly to: readonly string[];
  readonly cc: readonly string[];
  readonly bcc: readonly string[] | null;
  readonly from: readonly string[];
  readonly subject: string | undefined;
}

const ROUTINGS = 250;
/** Set by `npm run test:postfix`, which puts another server on the way to the mailboxes. */
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

/** Sends one mail as its routing says, with real software, and hands the server's list members their copies. */
async function send(level: Level, routing: Routing, mail: Level['mails'][number]): Promise<Map<string, Found>> {
  const { to, cc, bcc, separate } = addressedBy(level, routing, mail.id);
  const letter = { from: level.sender.address, subject: 'Subject', text: 'Body' };
  let promised = 0;
  if (to.length + cc.length + bcc.length > 0) {
    // With nobody to name, mail software writes an empty group (RFC 5322 A.1.3).
    const named = to.length + cc.length > 0 ? { to: [...to], cc: [...cc] } : { to: 'undisclosed-recipients:;' };
    const { accepted } = await software.sendMail({ ...letter, ...named, bcc: [...bcc] });
    promised = accepted.length;
  }
  const found = await mailboxes(level, promised);
  // Whoever shares the mail keeps that copy; a mail of their own tells them nothing more.
  for (const address of separate) await software.sendMail({ ...letter, to: address });
  for (const [address, own] of await mailboxes(level, separate.length))
    if (!found.has(address)) found.set(address, own);
  return found;
}

async function mailboxes(level: Level, promised: number): Promise<Map<string, Found>> {
  const direct = new Map<string, Found>();
  const overLists = new Map<string, Found>();
  for (const { recipients, raw } of await office.collect(promised)) {
    const { to, cc, bcc, from, subject } = await simpleParser(raw);
    const copy: Found = {
      to: listed(to),
      cc: listed(cc),
      bcc: bcc ? listed(bcc) : null,
      from: listed(from),
      subject,
    };
    for (const address of recipients) {
      for (const reader of handedTo(level, address)) (reader === address ? direct : overLists).set(reader, copy);
    }
  }
  return new Map([...overLists, ...direct]);
}

const sorted = (addresses: readonly string[]) => addresses.toSorted();
const addresses = (runs: readonly MailboxRun[]) =>
  sorted(mailboxesFrom(runs, 0, mailboxCount(runs)).map(({ address }) => address));

/** Only what the mails themselves show: answers and forwards are no mails of the sender, and this software removes the Bcc line. */
function quiet(level: Level): Level {
  return {
    ...level,
    contacts: level.contacts.map((contact) => ({ ...contact, habits: [], nameReveals: false })),
    mails: level.mails.map((mail) => ({ ...mail, blindCopies: 'removed' })),
  };
}

function expectSameCopy(copy: Found, view: Copy): void {
  expect({ to: sorted(copy.to), cc: sorted(copy.cc), from: copy.from, subject: copy.subject }).toEqual({
    to: addresses(view.to),
    cc: addresses(view.cc),
    from: [view.from.address],
    subject: view.subject,
  });
  expect(copy.bcc, 'the Bcc line is taken out').toBeNull();
}

describe('a real mail server agrees with the engine', () => {
  test(`on ${String(ROUTINGS)} routings: what each recipient finds, and who learns of whom from it`, async () => {
    let copies = 0;
    await fc.assert(
      fc.asyncProperty(anyCase, async ({ level: loud, routing }) => {
        const level = quiet(loud);
        const people = everybody(level);
        const byAddress = new Map(people.map((person) => [person.address, person]));
        const pairs = new Set<string>();
        for (const mail of level.mails) {
          const found = await send(level, routing, mail);
          for (const { contact, address } of people) {
            const crowd = people.filter((one) => one.contact === contact);
            const index = crowd.findIndex((one) => one.address === address);
            const view = viewOf(level, routing, mail.id, { contact: contact.id, index });
            const copy = found.get(address);
            expect(copy === undefined, `${address} of ${mail.id}`).toBe(view === null);
            if (!view || !copy) continue;
            copies += 1;
            expectSameCopy(copy, view);
            for (const seen of [...copy.to, ...copy.cc]) {
              const subject = byAddress.get(seen);
              if (!subject || seen === address || isExpected(level, contact, subject.contact)) continue;
              pairs.add(`${address} > ${seen}`);
            }
          }
        }
        expect(simulate(level, routing).disclosures).toBe(pairs.size);
      }),
      { numRuns: ROUTINGS },
    );
    expect(copies).toBeGreaterThan(ROUTINGS);
  });
});

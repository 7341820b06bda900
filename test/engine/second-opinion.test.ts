import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { simulate } from '../../src/engine/play/simulate.ts';
import { addressBook } from '../../src/engine/mail/contacts.ts';
import { deliver } from '../../src/engine/mail/delivery.ts';
import { mailsOf, repliesToAll } from '../../src/engine/mail/replies.ts';
import type { MailboxRun } from '../../src/engine/mail/header-lines.ts';
import { mailboxesFrom, mailboxCount, viewOf } from '../../src/engine/mail/view.ts';
import { anyCase, anyMailboxCase } from './arbitrary.ts';
import {
  addressedBy,
  disclosedPairs,
  everybody,
  handedTo,
  mailboxOf,
  mailsOfReplies,
  separateMails,
} from './reference.ts';
import { tries } from '../tries.ts';

const addressesOf = (runs: readonly MailboxRun[]) =>
  mailboxesFrom(runs, 0, mailboxCount(runs)).map(({ address }) => address);

describe.each([
  ['levels of up to 60 people', anyCase, 3000],
  ['mailboxes that go by several names, the sender among them, and replies that go elsewhere', anyMailboxCase, 1500],
])('the engine against a second opinion that looks at every pair of people: %s', (_, cases, most) => {
  test('counts the same disclosures between the same contacts', () => {
    let people = 0;
    fc.assert(
      fc.property(cases, ({ level, routing }) => {
        const contactOf = new Map(everybody(level).map(({ address, contact }) => [address, contact.id]));
        for (const list of level.contacts) if (list.kind === 'list') contactOf.set(mailboxOf(list.address), list.id);
        people = Math.max(people, contactOf.size);
        const counted = new Map<string, number>();
        for (const pair of disclosedPairs(level, routing)) {
          const [viewer = '', subject = ''] = pair.split(' > ').map((address) => contactOf.get(address) ?? '?');
          counted.set(`${viewer} > ${subject}`, (counted.get(`${viewer} > ${subject}`) ?? 0) + 1);
        }
        const { exposures, disclosures } = simulate(level, routing);
        const found = exposures.map(({ viewer, subject, pairs }) => [`${viewer} > ${subject}`, pairs] as const);
        expect(Object.fromEntries(found)).toEqual(Object.fromEntries(counted));
        expect(disclosures).toBe([...counted.values()].reduce((sum, pairs) => sum + pairs, 0));
      }),
      tries(most),
    );
    expect(people).toBeGreaterThan(30);
  });

  test('counts the same mails of those who reply to all', () => {
    fc.assert(
      fc.property(cases, ({ level, routing }) => {
        const book = addressBook(level);
        for (const mail of level.mails) {
          const replies = repliesToAll(deliver(mail, routing[mail.id] ?? {}, book));
          const found = replies.map((reply) => [reply.speaker.addressee.id, mailsOf(reply)] as const);
          expect(Object.fromEntries(found)).toEqual(Object.fromEntries(mailsOfReplies(level, routing, mail)));
        }
      }),
      tries(most / 3),
    );
  });

  test('shows every recipient the lines that the program wrote, and gives nobody else a mail', () => {
    fc.assert(
      fc.property(cases, ({ level, routing }) => {
        for (const { id: mail, ccOnSeparate: withCc } of level.mails) {
          const lines = addressedBy(level, routing, mail);
          const shared = new Set([...lines.to, ...lines.cc, ...lines.bcc].flatMap((line) => handedTo(level, line)));
          const alone = new Set(lines.separate.flatMap((line) => handedTo(level, line)));
          for (const contact of level.contacts.filter(({ kind }) => kind === undefined)) {
            const index = (contact.people ?? 1) - 1;
            const copy = viewOf(level, routing, mail, { contact: contact.id, index });
            const address = mailboxOf(contact.address.replace('{n}', String(index + 1)));
            expect(copy !== null).toBe(shared.has(address) || alone.has(address));
            if (!copy) continue;
            // A separate mail is addressed to the recipient, or to a list that they are on.
            const first = copy.to[0] && addressesOf([copy.to[0]])[0];
            const own =
              lines.separate.find((line) => mailboxOf(line) === address) ??
              lines.separate.find((line) => line === first && handedTo(level, line).includes(address));
            const cc = withCc ? [...lines.cc] : [];
            const sharedMail = [[...lines.to], [...lines.cc]];
            const separate = separateMails(level, lines).map((line) => [[line], cc]);
            const written =
              withCc && separate.length > 0 && lines.cc.some((line) => handedTo(level, line).includes(address))
                ? [...(lines.to.length + lines.bcc.length > 0 ? [sharedMail] : []), ...separate]
                : [shared.has(address) ? sharedMail : [[own ?? 'no list'], cc]];
            const copies = [...Array(copy.copies).keys()].map((number) =>
              viewOf(level, routing, mail, { contact: contact.id, index, copy: number }),
            );
            const read = copies.map((one) => [one?.to ?? [], one?.cc ?? []].map(addressesOf));
            const spelled = (mails: readonly string[][][]) =>
              mails.map((headers) => headers.map((line) => line.map(mailboxOf).toSorted()).join(' | ')).toSorted();
            expect(spelled(read)).toEqual(spelled(written));
          }
        }
      }),
      tries(most / 3),
    );
  });
});

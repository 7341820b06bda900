import { describe, expect, test } from 'vitest';
import { commonMailboxes, isSameMailbox } from '../../../src/engine/level/mailbox.ts';
import { mailboxCount, mailboxesFrom, viewOf } from '../../../src/engine/mail/view.ts';
import { simulate } from '../../../src/engine/play/simulate.ts';
import { crowd, level, mail, person, route } from '../levels.ts';

const address = (text: string, people?: number) => ({ address: text, people });

describe('whether two addresses are one mailbox', () => {
  test('ignores the case of letters, on both sides of the at sign', () => {
    expect(isSameMailbox('Anna@MAIL.example', 'anna@mail.example')).toBe(true);
    expect(isSameMailbox('anna@mail.example', 'anne@mail.example')).toBe(false);
  });

  test.each([
    ['two crowds of one pattern', address('a-{n}@x', 10), address('A-{n}@X', 4), [{ one: 1, other: 1, people: 4 }]],
    ['a person in a crowd', address('a-7@x'), address('a-{n}@x', 10), [{ one: 1, other: 7, people: 1 }]],
    ['a crowd with a person in it', address('a-{n}@x', 10), address('a-7@x'), [{ one: 7, other: 1, people: 1 }]],
    [
      'numbers that run into each other',
      address('a{n}@x', 100),
      address('a1{n}@x', 9),
      [{ one: 11, other: 1, people: 9 }],
    ],
    [
      'a pattern with its number twice',
      address('a{n}.{n}@x', 20),
      address('a12.12@x'),
      [{ one: 12, other: 1, people: 1 }],
    ],
    ['a number beyond the crowd', address('a-11@x'), address('a-{n}@x', 10), []],
    ['a number with a zero before it', address('a-07@x'), address('a-{n}@x', 10), []],
    ['other words around the number', address('a-{n}@x', 10), address('ab-{n}@x', 10), []],
    ['another domain', address('a-{n}@x', 10), address('a-{n}@y', 10), []],
  ])('%s', (_, one, other, common) => {
    expect(commonMailboxes(one, other)).toEqual(common);
  });

  test('does not count through crowds of millions', () => {
    const before = performance.now();
    for (let times = 0; times < 1000; times += 1)
      commonMailboxes(address('resident-{n}@one.example', 5e6), address('resident-{n}@two.example', 5e6));
    expect(performance.now() - before).toBeLessThan(1000);
  });
});

describe('rule 3: one mailbox gets one copy, whatever its spelling', () => {
  const twice = level([
    person('anna', { needs: 'act' }),
    person('anna-two', { address: 'ANNA@Mail.example', needs: 'act' }),
  ]);

  test('two cards of one address are one person: nobody is exposed or left out', () => {
    expect(simulate(twice, route({ anna: 'to', 'anna-two': 'cc' }))).toMatchObject({ disclosures: 0, breach: false });
    expect(simulate(twice, route({ anna: 'to' })).score).toBe(simulate(twice, route({ 'anna-two': 'to' })).score);
    expect(simulate(twice, route({ anna: 'to', 'anna-two': 'cc' })).sent[0]?.copies).toHaveLength(1);
  });

  test('each line keeps the spelling of its card', () => {
    const copy = viewOf(twice, route({ anna: 'to', 'anna-two': 'cc' }), 'mail', { contact: 'anna', index: 0 });
    expect([copy?.to[0]?.pattern, copy?.cc[0]?.pattern]).toEqual(['anna@mail.example', 'ANNA@Mail.example']);
  });

  test('someone in a crowd who also has a card is counted once', () => {
    const story = level([crowd('staff', 10), person('seven', { address: 'Staff-7@mail.example' }), person('a')]);
    expect(simulate(story, route({ staff: 'to' })).disclosures).toBe(10 * 9);
    expect(simulate(story, route({ staff: 'to', seven: 'cc' })).disclosures).toBe(10 * 9);
    // Only the visible one is seen: by nine in Bcc and by nobody else.
    expect(simulate(story, route({ staff: 'bcc', seven: 'cc' })).disclosures).toBe(9);
    const copy = viewOf(story, route({ staff: 'to', seven: 'to' }), 'mail', { contact: 'staff', index: 6 });
    expect(
      copy &&
        mailboxesFrom(copy.to, 0, 20)
          .map((one) => one.address.toLowerCase())
          .toSorted(),
    ).toHaveLength(10);
    expect(copy && mailboxCount(copy.to)).toBe(10);
  });

  test('two crowds of one pattern are as many people as the larger', () => {
    const story = level([
      crowd('all', 20, { address: 'p-{n}@mail.example' }),
      crowd('some', 8, { address: 'P-{n}@mail.example' }),
    ]);
    expect(simulate(story, route({ all: 'cc', some: 'cc' })).disclosures).toBe(20 * 19);
  });

  test("forwarding to one's own mailbox reaches nobody new", () => {
    const story = level([
      person('a', { habits: ['forwards'], forwardsTo: 'a-home' }),
      person('a-home', { address: 'A@mail.example' }),
      person('b'),
    ]);
    const outcome = simulate(story, route({ a: 'to', b: 'to' }));
    expect(outcome.beats.map(({ kind }) => kind)).not.toContain('forwarded');
    expect(outcome.disclosures).toBe(2);
  });
});

describe('rule 8: the sender is a mailbox, but never a viewer, a subject or a leak', () => {
  const me = person('me', { address: 'SENDER@mail.example' });

  test('the advice of most mail guides, yourself in To and the others in Bcc, shows nobody', () => {
    const story = level([me, person('ana', { habits: ['replies-all'] }), person('ben')]);
    const outcome = simulate(story, route({ me: 'to', ana: 'bcc', ben: 'bcc' }));
    expect(outcome).toMatchObject({ disclosures: 0, breach: false });
    expect(outcome.beats.map(({ kind }) => kind)).toContain('replied-all-harmless');
    const copy = viewOf(story, route({ me: 'to', ana: 'bcc', ben: 'bcc' }), 'mail', { contact: 'ana', index: 0 });
    expect(copy).toMatchObject({ toPlaceholder: null, readsOthers: 0 });
    expect(copy?.to.map(({ pattern }) => pattern)).toEqual(['SENDER@mail.example']);
  });

  test("the sender's card gets its copy, and is never missed when it gets none", () => {
    const story = level([me, person('ana')]);
    expect(simulate(story, route({ me: 'cc', ana: 'to' })).sent[0]?.copies.map(({ contact }) => contact)).toContain(
      'me',
    );
    expect(simulate(story, route({ ana: 'to' })).beats.map(({ kind }) => kind)).not.toContain('omitted');
  });

  test('a sender on their own list or in their own crowd is left out of every count', () => {
    const listed = level([me, person('ana'), person('team', { kind: 'list', members: ['me', 'ana'] })]);
    expect(simulate(listed, route({ team: 'to' }))).toMatchObject({ disclosures: 0, breach: false });
    const sender = { name: 'Sam', address: 'staff-3@mail.example' };
    expect(simulate(level([crowd('staff', 10)], { sender }), route({ staff: 'to' })).disclosures).toBe(9 * 8);
  });

  test('nothing leaks to the sender, even if their card must not get the mail', () => {
    const story = level([{ ...me, needs: 'nothing' }, person('ana')]);
    expect(simulate(story, route({ me: 'to', ana: 'to' }))).toMatchObject({ leaks: [], breach: false });
  });
});

describe('the Bcc line of mail programs that keep it', () => {
  const story = level([person('a'), person('b'), person('c'), person('staff', { kind: 'list', members: ['b'] })], {
    mails: [mail('mail', { blindCopies: 'all' })],
  });

  test('is read by someone in Bcc who is also on a list in To', () => {
    const outcome = simulate(story, route({ staff: 'to', b: 'bcc', c: 'bcc' }));
    const seen = outcome.exposures.map(({ viewer, subject }) => `${viewer} sees ${subject}`);
    expect(seen.toSorted()).toEqual(['b sees c', 'c sees b']);
    const copy = viewOf(story, route({ staff: 'to', b: 'bcc', c: 'bcc' }), 'mail', { contact: 'b', index: 0 });
    expect(copy?.bcc?.map(({ contact }) => contact)).toEqual(['b', 'c']);
  });

  test('is read by the members of a list in Bcc, to whom the server passed that copy on', () => {
    const outcome = simulate(story, route({ staff: 'bcc', c: 'bcc' }));
    expect(outcome.exposures.map(({ viewer, subject }) => `${viewer} sees ${subject}`)).toEqual(['b sees c']);
  });
});

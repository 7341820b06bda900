import { describe, expect, test } from 'vitest';
import { checkLevel } from '../../../src/engine/level/check.ts';
import type { Field, Level, Mail } from '../../../src/engine/level/level.ts';
import { deskOf } from '../../../src/engine/play/desk.ts';
import { factsOf } from '../../../src/engine/play/play-file.ts';
import { simulate } from '../../../src/engine/play/simulate.ts';
import { crowd, level, mail, person } from '../levels.ts';

type Thread = NonNullable<Mail['thread']>;

/** An invitation, and a mail that follows from it. */
const correction = (thread: Omit<Thread, 'of'>, facts: Partial<Mail> = {}) =>
  level([person('ana'), person('ben'), person('cem'), person('dan')], {
    mails: [mail('invitation'), mail('correction', { thread: { ...thread, of: 'invitation' }, ...facts })],
  });
const FIRST: Readonly<Record<string, Field>> = { ana: 'to', ben: 'cc', cem: 'bcc', dan: 'separate' };
const deskAfter = (some: Level, first: Readonly<Record<string, Field>> = FIRST) =>
  deskOf(some, simulate(some, { invitation: first }));

/** A mail from a client, with a lawyer in Cc, that the player has received. */
const answer = (kind: Thread['kind'], facts: Partial<Level> = {}, quotes?: boolean) =>
  level(
    [
      person('client'),
      person('lawyer'),
      person('team', { kind: 'group', members: ['boss'] }),
      person('boss'),
      person('guest'),
    ],
    {
      received: [
        { id: 'offer', from: 'client', to: ['boss'], cc: ['lawyer'], subject: 'S', body: 'B', sensitivity: 2 },
      ],
      mails: [
        mail('answer', { sensitivity: 0, thread: { kind, of: 'offer', ...(quotes !== undefined && { quotes }) } }),
      ],
      ...facts,
    },
  );

describe('the fields that a thread fills in', () => {
  test('editing a sent mail as new restores its lines, including Bcc, but no recipient of a separate mail', () => {
    expect(deskAfter(correction({ kind: 'edit-as-new' }))?.prefilled).toEqual({ ana: 'to', ben: 'cc', cem: 'bcc' });
  });

  test('a reply to a sent mail goes to its To; reply-all to its Cc too, and never to Bcc', () => {
    expect(deskAfter(correction({ kind: 'reply' }))?.prefilled).toEqual({ ana: 'to' });
    expect(deskAfter(correction({ kind: 'reply-all' }))?.prefilled).toEqual({ ana: 'to', ben: 'cc' });
  });

  test('a forwarded mail goes to nobody', () => {
    expect(deskAfter(correction({ kind: 'forward' }))?.prefilled).toEqual({});
  });

  test('a reply to a received mail goes to its author, and reply-all to everyone in its lines', () => {
    const filled = (kind: Thread['kind']) => deskOf(answer(kind), simulate(answer(kind), {}))?.prefilled;
    expect(filled('reply')).toEqual({ client: 'to' });
    expect(filled('reply-all')).toEqual({ client: 'to', boss: 'to', lawyer: 'cc' });
    expect(filled('edit-as-new')).toEqual({ boss: 'to', lawyer: 'cc' });
    expect(filled('forward')).toEqual({});
  });

  test("the level's own prefilled fields override it, and a field that is not offered stays empty", () => {
    expect(deskAfter(correction({ kind: 'reply-all' }, { prefilled: { ben: 'bcc', dan: 'to' } }))?.prefilled).toEqual({
      ana: 'to',
      ben: 'bcc',
      dan: 'to',
    });
    expect(
      deskAfter(correction({ kind: 'edit-as-new' }, { fields: ['to'], contacts: ['ana', 'ben'] }))?.prefilled,
    ).toEqual({
      ana: 'to',
    });
  });
});

describe('what a thread quotes', () => {
  test('the earlier mail with its To and Cc, and the mail that it quotes in turn', () => {
    const chain = level([person('ana'), person('ben')], {
      mails: [
        mail('one'),
        mail('two', { thread: { kind: 'reply-all', of: 'one' } }),
        mail('three', { thread: { kind: 'forward', of: 'two' } }),
      ],
    });
    const desk = deskOf(chain, simulate(chain, { one: { ana: 'to', ben: 'bcc' }, two: { ana: 'to', ben: 'cc' } }));
    expect(desk?.quoted).toMatchObject([
      { id: 'two', from: null, to: ['ana'], cc: ['ben'], subject: 'Subject' },
      { id: 'one', from: null, to: ['ana'], cc: [], had: ['ana', 'ben'] },
    ]);
  });

  test('nothing when it is edited as new, when the level says so, or when nothing was sent', () => {
    expect(deskAfter(correction({ kind: 'edit-as-new' }))?.quoted).toEqual([]);
    expect(deskAfter(correction({ kind: 'forward', quotes: false }))?.quoted).toEqual([]);
    expect(deskAfter(correction({ kind: 'forward' }), {})?.quoted).toEqual([]);
    expect(deskAfter(correction({ kind: 'edit-as-new', quotes: true }))?.quoted).toMatchObject([{ id: 'invitation' }]);
  });

  test('someone who is added reads who was on the earlier mail, at the sensitivity of that mail', () => {
    const some = answer('reply-all');
    const told = simulate(some, { answer: { client: 'to', guest: 'bcc' } });
    expect(told.exposures.filter(({ viewer }) => viewer === 'guest')).toMatchObject([
      { subject: 'client', sensitivity: 2, mails: ['answer'] },
      { subject: 'boss', sensitivity: 2, mails: ['answer'] },
      { subject: 'lawyer', sensitivity: 2, mails: ['answer'] },
    ]);
    const unquoted = simulate(answer('reply-all', {}, false), { answer: { guest: 'bcc' } });
    expect(unquoted).toMatchObject({ disclosures: 0, breach: false });
    expect(simulate(some, { answer: { guest: 'separate' } }).disclosures).toBe(3);
  });

  test('a quoted crowd is counted, and a blind copy of the earlier mail is not shown', () => {
    const many = level([crowd('many', 50), person('hidden'), person('guest')], {
      mails: [
        mail('one', { contacts: ['many', 'hidden'] }),
        mail('two', { sensitivity: 0, thread: { kind: 'forward', of: 'one' } }),
      ],
    });
    const told = simulate(many, { one: { many: 'separate', hidden: 'bcc' }, two: { guest: 'to' } });
    expect(told.disclosures).toBe(0);
    const shown = simulate(many, { one: { many: 'to' }, two: { guest: 'to' } });
    expect(shown.exposures.find(({ viewer }) => viewer === 'guest')).toMatchObject({ subject: 'many', pairs: 50 });
  });

  test('a quoted text leaks to someone who must not read it, and harms the people that it is about', () => {
    const secret = answer('forward', {
      received: [
        {
          id: 'offer',
          from: 'client',
          subject: 'S',
          body: 'B',
          sensitivity: 2,
          needs: { guest: 'nothing', client: 'nothing' },
          about: { people: 40 },
        },
      ],
    });
    expect(simulate(secret, { answer: { guest: 'bcc' } }).leaks).toMatchObject([
      { mail: 'answer', contact: 'guest', quoted: ['offer'], about: 40, sensitivity: 2 },
    ]);
    // The client wrote it, so it is not news to them.
    expect(simulate(secret, { answer: { client: 'to' } }).leaks).toEqual([]);
    expect(simulate(secret, { answer: { guest: 'bcc' } }).beats.map(({ kind }) => kind)).toContain('content-leaked');
  });
});

describe('a thread in a level file', () => {
  test('follows a mail that the player has by then', () => {
    const faults = (of: string, facts: Partial<Level> = {}) =>
      checkLevel(
        answer('reply', { mails: [mail('answer', { thread: { kind: 'reply', of } }), mail('later')], ...facts }),
      );
    expect(faults('offer')).toEqual([]);
    for (const of of ['later', 'answer', 'nothing'])
      expect(faults(of)).toMatchObject([
        { code: 'unknown-mail', path: ['mails', 0, 'thread', 'of'], known: ['offer'] },
      ]);
  });

  test('does not follow a mail of the same desk', () => {
    const series = correction({ kind: 'forward' }, { series: 'all' });
    const [first, ...rest] = series.mails;
    expect(checkLevel({ ...series, mails: [{ ...first!, series: 'all' }, ...rest] })).toMatchObject([
      { code: 'unknown-mail' },
    ]);
  });

  test('names only contacts of the level, and has ids of its own', () => {
    const odd = answer('reply', {
      received: [
        {
          id: 'answer',
          from: 'nobody',
          to: ['none'],
          cc: ['boss'],
          subject: 'S',
          body: 'B',
          sensitivity: 0,
          needs: { team: 'act' },
        },
        { id: 'offer', from: 'boss', subject: 'S', body: 'B', sensitivity: 0 },
      ],
    });
    expect(checkLevel(odd).map(({ code, path }) => `${code} ${path.join('.')}`)).toEqual([
      'id-of-a-mail received.0.id',
      'unknown-contact received.0.from',
      'unknown-contact received.0.to.0',
      'needs-of-list received.0.needs.team',
    ]);
  });

  test('makes another level for a saved play, while other texts do not', () => {
    const [offer] = answer('reply').received ?? [];
    const facts = (change: object) => factsOf(answer('reply', { received: [{ ...offer!, ...change }] }));
    expect(facts({ sensitivity: 3 })).not.toBe(facts({}));
    expect(facts({ body: 'Other' })).toBe(facts({}));
  });
});

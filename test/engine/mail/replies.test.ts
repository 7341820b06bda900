import { describe, expect, test } from 'vitest';
import type { Contact, Mail } from '../../../src/engine/level/level.ts';
import type { Outcome } from '../../../src/engine/play/outcome.ts';
import { applyCommand, replayLog, startPlay, type Command } from '../../../src/engine/play/play.ts';
import { openPlayFile, readPlayFile, writePlayFile } from '../../../src/engine/play/play-file.ts';
import { simulate } from '../../../src/engine/play/simulate.ts';
import { crowd, level, mail, person, route } from '../levels.ts';

const find = (outcome: Outcome, kind: string) => outcome.beats.find((beat) => beat.kind === kind);
const pairs = (outcome: Outcome) =>
  outcome.exposures.map(({ viewer, subject }) => `${viewer} sees ${subject}`).toSorted();

describe('rule 5: the copy decides where a reply goes', () => {
  const four = [person('ana', { habits: ['replies-all'] }), person('ben'), person('cem'), person('dan')];
  const staff = (members: string[]) => person('staff', { kind: 'list', members });
  const replyingTo = (replyTo: string, contacts = [...four, staff(['cem', 'dan'])]) =>
    level(contacts, { mails: [mail('mail', { replyTo })] });

  test('a list in Reply-To passes the reply on, and unmasks someone in Bcc', () => {
    const outcome = simulate(replyingTo('STAFF@mail.example'), route({ ana: 'bcc', ben: 'bcc' }));
    expect(find(outcome, 'unmasked')).toMatchObject({
      subjects: ['ana'],
      viewers: ['cem', 'dan'],
      numbers: { reached: 2 },
    });
    expect(pairs(outcome)).toEqual(['cem sees ana', 'dan sees ana']);
  });

  test('a reply to a separate mail also goes to Reply-To', () => {
    const outcome = simulate(replyingTo('staff@mail.example'), route({ ana: 'separate', ben: 'separate' }));
    expect(pairs(outcome)).toEqual(['cem sees ana', 'dan sees ana']);
  });

  describe('one person of a crowd in Reply-To gets the reply, and not the whole crowd', () => {
    const clients = (facts: Partial<Contact> = {}) => crowd('client', 14, facts);
    const toThird = (contacts: readonly Contact[], facts: Partial<Mail> = {}) =>
      level(contacts, { mails: [mail('mail', { replyTo: 'Client-3@mail.example', ...facts })] });
    const seen = (outcome: Outcome) =>
      outcome.exposures.map((one) => `${String(one.pairs)} ${one.viewer} sees ${one.subject}`).toSorted();

    test('one reads who replied, and the To and Cc of the mail if that person lacks it', () => {
      const outcome = simulate(toThird([four[0]!, four[1]!, clients()]), route({ ana: 'bcc', ben: 'to' }));
      expect(find(outcome, 'unmasked')).toMatchObject({
        viewers: ['ben', 'client'],
        numbers: { reached: 2, mails: 2 },
      });
      expect(seen(outcome)).toEqual(['1 ana sees ben', '1 ben sees ana', '1 client sees ana', '1 client sees ben']);
    });

    test('all of them are reached once if a line of the mail names them, too', () => {
      const outcome = simulate(toThird([four[0]!, clients()]), route({ ana: 'bcc', client: 'cc' }));
      expect(find(outcome, 'unmasked')).toMatchObject({ numbers: { reached: 14, mails: 14 } });
      expect(seen(outcome)).toContain('14 client sees ana');
    });

    test('what the one read counts once with what all of them read', () => {
      const mails = ['one', 'two'].map((id) => mail(id, { series: 'all', replyTo: 'client-3@mail.example' }));
      const two = level([four[0]!, four[1]!, clients()], { mails });
      const replied = { ana: 'bcc' } as const;
      expect(seen(simulate(two, { one: replied, two: replied }))).toEqual(['1 client sees ana']);
      expect(seen(simulate(two, { one: replied, two: { ana: 'to', client: 'bcc' } }))).toEqual(['14 client sees ana']);
      const others = mails.map((one, index) => ({ ...one, replyTo: `client-${String(index + 3)}@mail.example` }));
      expect(seen(simulate({ ...two, mails: others }, { one: replied, two: replied }))).toEqual(['2 client sees ana']);
    });

    test('who is the one does not reach themselves', () => {
      const loud = clients({ people: 100, habits: ['replies-all'] });
      const told = (replyTo: string) => simulate(toThird([loud], { replyTo }), route({ client: 'bcc' }));
      // The first two reply. The third is one more; the second is one of them.
      expect(find(told('client-3@mail.example'), 'unmasked')).toMatchObject({
        numbers: {
          speakers: 2,
          reached: 1,
          mails: 2,
        },
      });
      expect(seen(told('client-3@mail.example'))).toEqual(['2 client sees client']);
      expect(find(told('client-2@mail.example'), 'unmasked')).toMatchObject({
        numbers: {
          speakers: 2,
          reached: 1,
          mails: 1,
        },
      });
      expect(seen(told('client-2@mail.example'))).toEqual(['1 client sees client']);
    });

    test('a person with a card of their own is not counted among the crowd', () => {
      const third = person('cleo', { address: 'CLIENT-3@mail.example' });
      expect(seen(simulate(toThird([four[0]!, clients(), third]), route({ ana: 'bcc' })))).toEqual(['1 cleo sees ana']);
      // The last of fourteen is the thirteenth of those who are left.
      const last = toThird([four[0]!, clients(), third], { replyTo: 'client-14@mail.example' });
      expect(seen(simulate(last, route({ ana: 'bcc' })))).toEqual(['1 client sees ana']);
    });

    test('a crowd that must discuss cannot do so through one of its people', () => {
      const circles = [{ id: 'talk', members: ['client'], bond: 'context' as const, discusses: true }];
      const silenced = { ...toThird([clients()]), circles };
      expect(find(simulate(silenced, route({ client: 'bcc' })), 'cannot-discuss')).toBeDefined();
      expect(find(simulate(silenced, route({ client: 'to' })), 'cannot-discuss')).toBeUndefined();
    });
  });

  test('people reply three hours after the mail', () => {
    const outcome = simulate(replyingTo('dan@mail.example'), route({ ana: 'bcc', ben: 'to' }));
    expect(find(outcome, 'unmasked')).toMatchObject({ at: 3 * 3600 });
  });

  test('the sender in To gets the reply, although Reply-To names another', () => {
    const me = person('me', { address: 'SENDER@mail.example' });
    const outcome = simulate(replyingTo('dan@mail.example', [...four, me]), route({ ana: 'to', me: 'cc' }));
    expect(find(outcome, 'replied-all')).toMatchObject({ numbers: { reached: 1, mails: 2 } });
  });

  test('the readers in Reply-To see the old To and Cc in the reply', () => {
    const outcome = simulate(replyingTo('staff@mail.example'), route({ ana: 'to', ben: 'cc' }));
    expect(pairs(outcome)).toEqual([
      'ana sees ben',
      'ben sees ana',
      'cem sees ana',
      'cem sees ben',
      'dan sees ana',
      'dan sees ben',
    ]);
  });

  test('nested lists in Reply-To are expanded, and cycles end', () => {
    const nested = [
      ...four,
      person('inner', { kind: 'list', members: ['dan', 'staff'] }),
      person('staff', { kind: 'list', members: ['cem', 'inner'] }),
    ];
    const outcome = simulate(replyingTo('staff@mail.example', nested), route({ ana: 'bcc' }));
    expect(pairs(outcome)).toEqual(['cem sees ana', 'dan sees ana']);
  });

  test('a person in Reply-To gets the reply; with the sender, in any spelling, or a desk without a card it is a plain reply', () => {
    expect(pairs(simulate(replyingTo('Dan@mail.example'), route({ ana: 'bcc' })))).toEqual(['dan sees ana']);
    for (const replyTo of ['Sender@MAIL.example', 'desk@mail.example']) {
      const outcome = simulate(replyingTo(replyTo), route({ ana: 'bcc', ben: 'bcc' }));
      expect(find(outcome, 'replied-all-harmless')).toMatchObject({ viewers: [], numbers: { reached: 0, mails: 1 } });
    }
  });

  test('a reply that a colleague in Cc also reads does not reach the sender alone', () => {
    const story = level([person('victim', { habits: ['replies-all'] }), person('tom', { authorised: true })]);
    const outcome = simulate(story, route({ victim: 'bcc', tom: 'cc' }));
    expect(find(outcome, 'replied-all')).toMatchObject({ viewers: ['tom'], numbers: { reached: 1 } });
    expect(find(outcome, 'replied-all-harmless')).toBeUndefined();
  });

  test('a circle can discuss through Reply-To, although everyone has a separate mail', () => {
    const circles = [{ id: 'talk', members: ['cem', 'dan'], bond: 'context' as const, discusses: true }];
    const own = route({ cem: 'separate', dan: 'separate' });
    const contacts = [...four, staff(['cem', 'dan'])];
    expect(find(simulate(level(contacts, { circles }), own), 'cannot-discuss')).toBeDefined();
    const overList = level(contacts, { circles, mails: [mail('mail', { replyTo: 'staff@mail.example' })] });
    expect(find(simulate(overList, own), 'cannot-discuss')).toBeUndefined();
  });

  test('a storm counts the list behind Reply-To, and the sender only if the sender gets it', () => {
    const many = [
      crowd('many', 1000),
      person('ana', { habits: ['replies-all'] }),
      person('staff', { kind: 'list', members: ['many'] }),
    ];
    const outcome = simulate(
      level(many, { mails: [mail('mail', { replyTo: 'staff@mail.example' })] }),
      route({ ana: 'to' }),
    );
    expect(find(outcome, 'replied-all')).toMatchObject({ variant: 'storm', numbers: { reached: 1000, mails: 1000 } });
  });
});

describe('rule 4: a mailing list cannot be mail-merged', () => {
  const story = level([
    person('team', { kind: 'list', members: ['ana', 'ben', 'cem'] }),
    person('ana', { habits: ['replies-all'] }),
    person('ben'),
    person('cem'),
  ]);
  const merge: Command = { type: 'place', contacts: ['team'], field: 'separate' };

  test('moving a selection to that field moves the other cards and not the list', () => {
    const start = startPlay(story);
    expect(applyCommand(story, start, merge)).toBe(start);
    const mixed = applyCommand(story, start, { ...merge, contacts: ['team', 'ben'] });
    expect(mixed.placement).toEqual({ ben: 'separate' });
    expect(replayLog(story, mixed.log)).toEqual(mixed);
  });

  test('a play of an earlier version that did so opens, and shows what would happen: the To line names the list', () => {
    const log: Command[] = [merge, { type: 'send' }];
    const read = readPlayFile(writePlayFile(story, log));
    expect(read.ok && openPlayFile(story, read.file)).toMatchObject({ ok: true });
    const merged = simulate(story, route({ team: 'separate' }));
    const inTo = simulate(story, route({ team: 'to' }));
    expect([merged.disclosures, merged.breach]).toEqual([inTo.disclosures, inTo.breach]);
    expect(pairs(merged)).toEqual(['ben sees ana', 'cem sees ana']);
  });
});

import { describe, expect, test } from 'vitest';
import { bestRouting } from '../../../src/engine/analysis/analysis.ts';
import { habitResults } from '../../../src/engine/analysis/habits.ts';
import { checkLevel } from '../../../src/engine/level/check.ts';
import type { Field } from '../../../src/engine/level/level.ts';
import { strongestNeed } from '../../../src/engine/level/needs.ts';
import { discern } from '../../../src/engine/play/discernment.ts';
import { simulate } from '../../../src/engine/play/simulate.ts';
import { level, mail, person } from '../levels.ts';

/** Two mails, and a reporter who needs the first and must not get the second. */
const press = level([person('ana', { needs: 'act' }), person('reporter', { needs: 'know' })], {
  mails: [mail('release', { sensitivity: 0 }), mail('names', { needs: { reporter: 'nothing', ana: 'know' } })],
});
const sent = (release: 'to' | 'none', names: 'to' | 'none') => ({
  release: { ana: 'to' as const, reporter: release },
  names: { ana: 'to' as const, reporter: names },
});

describe("a contact's need on one mail", () => {
  test('leaks a mail to someone who must not get it, even if other mails are for them', () => {
    expect(simulate(press, sent('to', 'to')).leaks).toMatchObject([{ mail: 'names', contact: 'reporter' }]);
    expect(simulate(press, sent('to', 'none')).leaks).toEqual([]);
  });

  test('counts a contact as missed only by the mails that are for them', () => {
    const missed = (routing: ReturnType<typeof sent>) =>
      simulate(press, routing).beats.flatMap((beat) => (beat.kind === 'omitted' ? [beat.mail, ...beat.viewers] : []));
    expect(missed(sent('none', 'none'))).toEqual(['release', 'reporter']);
    expect(missed(sent('to', 'none'))).toEqual([]);
  });

  test('decides the best way by the mail, not the card', () => {
    const { routing, outcome } = bestRouting(press);
    expect(outcome.stars).toBe(3);
    expect(routing['names']?.['reporter'] ?? 'none').toBe('none');
    expect(routing['release']?.['reporter']).not.toBe('none');
  });

  test('makes a doer by mail: in Bcc of a mail that only informs, nobody is hidden', () => {
    const hidden = level([person('ana', { needs: 'act' }), person('ben')], {
      mails: [mail('mail', { needs: { ana: 'know' } })],
    });
    const kinds = simulate(hidden, { mail: { ana: 'bcc', ben: 'bcc' } }).beats.map(({ kind }) => kind);
    expect(kinds).not.toContain('hidden-doer');
  });

  test('decides both questions of discernment by the mail', () => {
    expect(discern(press, sent('to', 'none')).reach.wrong).toBe(0);
    expect(discern(press, sent('to', 'to')).protect.wrong).toBeGreaterThan(0);
  });

  test('is the strongest of several mails', () => {
    expect(strongestNeed(press.mails, person('ana', { needs: 'act' }))).toBe('act');
    expect(strongestNeed(press.mails, person('reporter'))).toBe('know');
    expect(strongestNeed([], person('reporter', { needs: 'nothing' }))).toBe('nothing');
  });

  test('may be stated for single people of the level only', () => {
    const odd = level([person('ana'), person('team', { kind: 'list', members: ['ana'] })], {
      mails: [mail('mail', { needs: { team: 'act', nobody: 'know' } })],
    });
    expect(checkLevel(odd)).toMatchObject([
      { code: 'needs-of-list', path: ['mails', 0, 'needs', 'team'] },
      { code: 'unknown-contact', path: ['mails', 0, 'needs', 'nobody'] },
    ]);
  });
});

/** A customer who must hear about an outage through the status page; the thread of the team is not for them. */
const outage = (reaches = true) =>
  level([person('team', { needs: 'act' }), person('customer', { needs: 'aside' }), person('boss', { needs: 'may' })], {
    mails: [
      mail('mail', { fields: ['to', 'cc', 'bcc', 'separate', 'instead'], instead: { name: 'Status page', reaches } }),
    ],
  });
const played = (customer: Field, boss: Field = 'none', reaches = true) =>
  simulate(outage(reaches), { mail: { team: 'to', customer, boss } });

describe('someone who must hear the news, but must not get the mail itself', () => {
  test('is well served by the tray that reaches them', () => {
    expect(played('instead')).toMatchObject({ score: 100, leaks: [] });
    expect(bestRouting(outage()).routing['mail']?.['customer']).toBe('instead');
  });

  test('is missed when nobody thinks of them, or when the tray reaches nobody', () => {
    for (const outcome of [played('none'), played('instead', 'none', false)]) {
      expect(outcome.deductions.map(({ kind }) => kind)).toEqual(['omitted']);
      expect(outcome.score).toBe(67);
      expect(outcome.beats).toContainEqual(expect.objectContaining({ kind: 'omitted', variant: 'know' }));
    }
  });

  test.each(['to', 'cc', 'bcc', 'separate'] as const)('leaks by %s: no field helps', (field) => {
    expect(played(field)).toMatchObject({ breach: true, leaks: [{ contact: 'customer', mail: 'mail' }] });
  });

  test('is left out by the habits, like everyone who must not get the mail', () => {
    const placed = habitResults(outage()).map(({ routing }) => routing['mail']?.['customer'] ?? 'none');
    expect(new Set(placed)).toEqual(new Set(['none']));
  });

  test('cannot read a thread that the mail quotes', () => {
    const received = {
      id: 'alarm',
      from: 'team',
      subject: 'Alarm',
      body: 'Jon is ill.',
      sensitivity: 2,
      needs: { customer: 'nothing' as const },
    };
    const [only] = outage().mails;
    const thread = level(outage().contacts, {
      received: [received],
      mails: only ? [{ ...only, thread: { kind: 'reply-all', of: 'alarm' } }] : [],
    });
    const outcome = (customer: Field) => simulate(thread, { mail: { team: 'to', customer } });
    expect(outcome('instead')).toMatchObject({ score: 100, leaks: [], disclosures: 0 });
    expect(outcome('separate')).toMatchObject({ leaks: [{ quoted: ['alarm'] }], disclosures: 1 });
  });

  test('counts in both questions of discernment', () => {
    const count = (field: Field) => discern(outage(), { mail: { team: 'to', customer: field } });
    expect(count('none').reach.wrong - count('instead').reach.wrong).toBe(1);
    expect(count('separate').protect.wrong - count('instead').protect.wrong).toBe(1);
  });
});

describe('someone who may get a mail', () => {
  test('is not missed, and harms nobody by reading it', () => {
    expect(played('instead', 'none').score).toBe(100);
    expect(played('instead', 'separate').score).toBe(100);
    expect(played('instead', 'separate').leaks).toEqual([]);
  });

  test('is visible there all the same', () => {
    expect(played('instead', 'cc').exposures.map(({ subject }) => subject)).toContain('boss');
  });
});

import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bestRouting } from '../../../src/engine/analysis/analysis.ts';
import { deskOf } from '../../../src/engine/play/desk.ts';
import { FIELDS } from '../../../src/engine/level/level.ts';
import { simulate } from '../../../src/engine/play/simulate.ts';
import { whatIf, type Change } from '../../../src/engine/play/what-if.ts';
import { anyPlay } from '../../replay/plays.ts';
import { courseLevel, level as levelOf, mail, person, surveyRouting } from '../levels.ts';

describe('what if', () => {
  test('without a change is what happened', () => {
    fc.assert(
      fc.property(anyPlay, ({ level, routing, outcome }) => {
        expect(whatIf(level, routing, []).outcome).toEqual(outcome);
      }),
    );
  });

  test('is a new simulation of its routing, in which the changed card is in its new field', () => {
    fc.assert(
      fc.property(anyPlay, fc.array(fc.tuple(fc.nat(), fc.nat()), { maxLength: 4 }), (model, picks) => {
        const { level, routing } = model;
        const first = deskOf(level, simulate(level, {}));
        if (!first) return;
        const changes = picks.map(([card, field]): Change => ({
          desk: first.id,
          contact: first.contacts[card % first.contacts.length] ?? '',
          field: FIELDS[field % FIELDS.length] ?? 'none',
        }));
        const seen = JSON.stringify(routing);
        const { routing: anew, outcome, desks } = whatIf(level, routing, changes);
        expect(outcome).toEqual(simulate(level, anew));
        expect(JSON.stringify(routing)).toBe(seen);
        const wanted = changes.filter(
          ({ contact, field }, index) =>
            first.fields.includes(field) && changes.findLastIndex((change) => change.contact === contact) === index,
        );
        expect(desks[0]?.placement).toMatchObject(
          Object.fromEntries(wanted.map(({ contact, field }) => [contact, field])),
        );
      }),
    );
  });

  test('has no apology when there is no leak, and has it again, as it was sent, when the leak returns', () => {
    const level = courseLevel('survey-mailing');
    const batches = [1, 2, 3, 4, 5, 6, 7].map((number) => `batch-${String(number)}`);
    const apology = {
      ...Object.fromEntries(batches.map((batch) => [batch, 'separate' as const])),
      priya: 'to' as const,
    };
    const played = { ...surveyRouting('cc'), apology };
    const changes = batches.map((contact): Change => ({ desk: 'survey', contact, field: 'separate' }));
    const mended = whatIf(level, played, changes);
    expect(mended.outcome.disclosures).toBe(0);
    expect(mended.desks.map(({ desk }) => desk.id)).toEqual(['survey']);
    const back = whatIf(level, played, [...changes, ...changes.map((change) => ({ ...change, field: 'cc' as const }))]);
    expect(back.outcome).toEqual(simulate(level, played));
  });

  test('ends at the apology that would be due when the leak is new', () => {
    const level = courseLevel('survey-mailing');
    const { outcome } = whatIf(level, surveyRouting('separate'), [{ desk: 'survey', contact: 'batch-1', field: 'cc' }]);
    expect(outcome.due).toEqual(['apology']);
    expect(outcome.exposures.map(({ subject }) => subject)).toContain('batch-1');
  });

  test('changes nothing that was not asked for, starting from the best routing', () => {
    const level = courseLevel('cv-to-rivals');
    const best = bestRouting(level);
    expect(whatIf(level, best.routing, []).outcome).toEqual(best.outcome);
  });

  test('a card that was on no desk before lies where the mail software puts it', () => {
    const staged = levelOf([person('a'), person('b'), person('boss')], {
      mails: [
        mail('mail'),
        mail('apology', { when: 'breach', contacts: ['boss'], affected: true, prefilled: { b: 'cc', boss: 'bcc' } }),
      ],
    });
    // A leak between a and the boss: b is on no apology, and comes to it with the change.
    const played = { mail: { a: 'cc', boss: 'cc' }, apology: { a: 'separate', boss: 'separate' } } as const;
    const { desks } = whatIf(staged, played, [{ desk: 'mail', contact: 'b', field: 'cc' }]);
    expect(desks[1]?.placement).toEqual({ a: 'separate', b: 'cc', boss: 'separate' });
  });
});

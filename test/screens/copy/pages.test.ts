import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Routing } from '../../../src/engine/mail/routing.ts';
import { simulate } from '../../../src/engine/play/simulate.ts';
import { viewOf } from '../../../src/engine/mail/view.ts';
import { copyPages } from '../../../src/screens/copy/pages.ts';
import { courseLevel, surveyRouting } from '../../engine/levels.ts';
import { anyPlay } from '../../replay/plays.ts';

const survey = courseLevel('survey-mailing');
const rivals = courseLevel('cv-to-rivals');

function pages(level: typeof survey, routing: Routing, contact: string, index = 0) {
  return copyPages(level, routing, simulate(level, routing), { contact, index, mail: null });
}

describe("a recipient's screen", () => {
  test('someone of a batch in Cc reads 197 strangers, of whom the first few are shown', () => {
    const page = pages(survey, surveyRouting('cc'), 'batch-2', 4)?.page;
    expect(page?.copy.recipient.address).toBe('resident-5@batch2.example');
    expect(page).toMatchObject({ toCount: 1, ccCount: 198, strangers: 197, readers: 198, alone: false, day: 1 });
    expect(page?.cc).toHaveLength(6);
    expect(page?.cc.map(({ self }) => self)).toEqual([false, false, false, false, true, false]);
    expect(page?.cc.map(({ stranger }) => stranger)).toEqual([true, true, true, true, false, true]);
    expect(page?.to.map(({ stranger }) => stranger)).toEqual([false]);
  });

  test('the rival in Bcc sees who is in To, and nobody sees them', () => {
    const routing: Routing = { cv: { northwind: 'to', southgale: 'bcc' } };
    const place = pages(rivals, routing, 'southgale');
    expect(place?.page?.to).toMatchObject([{ address: 'jobs@northwind.example', stranger: true, self: false }]);
    expect(place?.page).toMatchObject({ strangers: 1, alone: false });
    expect(place?.page?.copy.named).toBe(false);
    expect(place?.previous?.id).toBe('northwind');
    expect(place?.next).toBeNull();
  });

  test('a separate mail names its reader only', () => {
    const routing: Routing = { cv: { northwind: 'separate', southgale: 'separate' } };
    const page = pages(rivals, routing, 'northwind')?.page;
    expect(page).toMatchObject({ alone: true, strangers: 0, toCount: 1, ccCount: 0 });
    expect(page?.to).toMatchObject([{ address: 'jobs@northwind.example', self: true }]);
  });

  test('anyone who was left out has an empty screen', () => {
    expect(pages(rivals, { cv: { northwind: 'to' } }, 'manager')).toMatchObject({ mail: null, page: null, mails: [] });
    expect(pages(rivals, { cv: { northwind: 'to' } }, 'nobody')).toBeNull();
  });

  test('it matches the engine, for anyone in any play', () => {
    fc.assert(
      fc.property(anyPlay, fc.nat(), fc.nat(), ({ level, routing, outcome }, which, person) => {
        const contact = level.contacts[which % level.contacts.length];
        if (!contact) return;
        const place = copyPages(level, routing, outcome, { contact: contact.id, index: person, mail: null });
        const index = Math.min((contact.people ?? 1) - 1, person);
        const got = outcome.sent.filter(({ copies }) => copies.some((copy) => copy.contact === contact.id));
        const last = got.at(-1)?.mail ?? null;
        expect(place?.mails.map(({ id }) => id)).toEqual(got.map(({ mail }) => mail));
        expect(place?.mail).toBe(last);
        expect(place?.page?.copy ?? null).toEqual(
          last === null ? null : viewOf(level, routing, last, { contact: contact.id, index }),
        );
        expect(place?.page?.strangers ?? 0).toBeLessThanOrEqual(place?.page?.copy.readsOthers ?? 0);
      }),
    );
  });
});

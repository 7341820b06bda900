import { describe, expect, test } from 'vitest';
import { bestRouting } from '../../../src/engine/analysis/analysis.ts';
import { checkLevel } from '../../../src/engine/level/check.ts';
import { deskOf } from '../../../src/engine/play/desk.ts';
import { simulate } from '../../../src/engine/play/simulate.ts';
import { viewOf } from '../../../src/engine/mail/view.ts';
import { level, mail, person, route } from '../levels.ts';

const around = (reaches: boolean) =>
  level([person('ana', { needs: 'act' }), person('ben', { needs: 'act' }), person('bank', { needs: 'nothing' })], {
    mails: [mail('mail', { fields: ['to', 'cc', 'bcc', 'instead'], instead: { name: 'By phone', reaches } })],
  });

describe('the tray of an `instead` field', () => {
  test('that reaches people meets their needs, and shows nobody to anyone', () => {
    const told = simulate(around(true), route({ ana: 'instead', ben: 'instead' }));
    expect(told).toMatchObject({ disclosures: 0, breach: false, score: 100, stars: 3 });
    const kinds = told.beats.map(({ kind }) => kind);
    expect(kinds).not.toContain('omitted');
    expect(viewOf(around(true), route({ ana: 'instead' }), 'mail', { contact: 'ana', index: 0 })).toBeNull();
  });

  test('that reaches nobody leaves their needs unmet', () => {
    const told = simulate(around(false), route({ ana: 'instead', ben: 'to' }));
    expect(told.deductions).toMatchObject([{ kind: 'omitted', contacts: ['ana'] }]);
    expect(told.score).toBe(simulate(around(false), route({ ana: 'none', ben: 'to' })).score);
  });

  test('leaks to wrong readers as a mail does, if it reaches them', () => {
    expect(simulate(around(true), route({ bank: 'instead' })).leaks).toMatchObject([{ contact: 'bank' }]);
    expect(simulate(around(false), route({ bank: 'instead' })).leaks).toEqual([]);
  });

  test("is on the desk under the level's name for it, and the search tries it", () => {
    const desk = deskOf(around(true), simulate(around(true), {}));
    expect(desk).toMatchObject({ instead: 'By phone', fields: ['to', 'cc', 'bcc', 'instead', 'none'] });
    expect(bestRouting(around(true)).outcome.stars).toBe(3);
    const plain = level([person('ana')]);
    expect(deskOf(plain, simulate(plain, {}))).toMatchObject({ instead: null });
  });

  test('needs both the field and its name', () => {
    const [first] = around(true).mails;
    const { instead: _, ...unnamed } = first!;
    for (const half of [unnamed, { ...first!, fields: ['to' as const] }])
      expect(checkLevel(level([person('ana')], { mails: [half] }))).toMatchObject([
        { code: 'instead-half-said', path: ['mails', 0, 'fields'] },
      ]);
  });
});

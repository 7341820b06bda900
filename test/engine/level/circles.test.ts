import { describe, expect, test } from 'vitest';
import { checkLevel } from '../../../src/engine/level/check.ts';
import { discern } from '../../../src/engine/play/discernment.ts';
import { simulate } from '../../../src/engine/play/simulate.ts';
import { crowd, level, mail, person } from '../levels.ts';

/** A class whose families share a contact sheet for the rota, but not for the free meals. */
const school = (mails?: string[]) =>
  level([crowd('families', 9), person('teacher')], {
    mails: [mail('rota'), mail('meals')],
    circles: [
      { id: 'sheet', members: ['families', 'teacher'], bond: 'context', discusses: true, ...(mails && { mails }) },
    ],
  });

const to = { families: 'to', teacher: 'to' } as const;
const separate = { families: 'separate', teacher: 'to' } as const;

describe('a circle that applies to some mails only', () => {
  test('permits seeing each other there, and not on another mail', () => {
    expect(simulate(school(['rota']), { rota: to, meals: separate })).toMatchObject({ breach: false, disclosures: 0 });
    const shown = simulate(school(['rota']), { rota: to, meals: to });
    expect(shown).toMatchObject({ breach: true, disclosures: 9 * 8 + 2 * 9 });
    expect(shown.exposures.flatMap(({ mails }) => mails)).not.toContain('rota');
    expect(simulate(school(), { rota: to, meals: to }).breach).toBe(false);
  });

  test('must discuss there only', () => {
    const silenced = (mails: string[] | undefined, routing: Parameters<typeof simulate>[1]) =>
      simulate(school(mails), routing)
        .deductions.filter(({ kind }) => kind === 'cannot-discuss')
        .flatMap((one) => one.mails);
    expect(silenced(['rota'], { rota: separate, meals: separate })).toEqual(['rota']);
    expect(silenced(undefined, { rota: separate, meals: separate })).toEqual(['meals', 'rota']);
  });

  test('leaves strangers in Bcc one slip from a leak on the other mail', () => {
    const kinds = (fields: Parameters<typeof simulate>[1]) =>
      simulate(school(['rota']), fields).deductions.map(({ kind, mails }) => `${kind} ${mails.join()}`);
    expect(kinds({ rota: to, meals: { families: 'bcc' } })).toContain('fragile-bcc meals');
  });

  test('makes the question of protection depend on the mail', () => {
    expect(discern(school(['rota']), { rota: to, meals: separate }).protect).toEqual({ right: 2, wrong: 0 });
    expect(discern(school(), { rota: to, meals: separate }).protect).toEqual({ right: 0, wrong: 0 });
  });

  test('names mails of the level only', () => {
    expect(checkLevel(school(['rota', 'lunch']))).toMatchObject([
      { code: 'unknown-mail', path: ['circles', 0, 'mails', 1], params: { id: 'lunch' }, known: ['rota', 'meals'] },
    ]);
  });
});

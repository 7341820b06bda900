import { describe, expect, test } from 'vitest';
import { analyse, type Advice } from '../../../src/engine/analysis/advice.ts';
import { countedBudget } from '../../../src/engine/analysis/budget.ts';
import { causesAmong } from '../../../src/engine/analysis/causes.ts';
import { factsStated, type RemovableFact } from '../../../src/engine/analysis/facts.ts';
import type { Level } from '../../../src/engine/level/level.ts';
import { simulate } from '../../../src/engine/play/simulate.ts';
import { courseLevel, level, mail, person } from '../levels.ts';

const because = (advice: readonly Advice[], code: Advice['code']) =>
  advice
    .find((one) => one.code === code)
    ?.because?.map(({ fact, effect }) =>
      `${effect} ${fact.kind} ${fact.contacts.join('+') || (fact.mail ?? '')}`.trim(),
    );

/** A lawyer may see her client, whom she knows already. */
const lawyer = (facts: Partial<Level> = {}) =>
  level(
    [
      person('lawyer', { needs: 'act', maySee: ['client'] }),
      person('client', { needs: 'act', identity: 'full' }),
      person('stranger', { needs: 'act' }),
    ],
    { circles: [{ id: 'case', members: ['lawyer', 'client'], bond: 'context' }], ...facts },
  );

describe('why a fact never matters', () => {
  test('is the shared context that makes a permission needless', () => {
    const { advice } = analyse(lawyer());
    expect(advice.filter(({ code }) => code === 'dead-fact').map(({ path }) => path.join('.'))).toEqual([
      'contacts.0.maySee',
    ]);
    expect(because(advice, 'dead-fact')).toEqual(['alone context lawyer+client']);
  });

  test('is several facts together where none does it alone', () => {
    const both = lawyer({
      circles: [
        { id: 'case', members: ['lawyer', 'client'], bond: 'context' },
        { id: 'team', members: ['lawyer', 'client'], bond: 'context' },
      ],
    });
    // Each circle is dead because of the other.
    expect(because(analyse(both).advice, 'dead-circle')).toEqual(['alone context lawyer+client']);
    expect(because(analyse(both).advice, 'dead-fact')).toHaveLength(1);
  });

  test('is a field that the mail does not offer', () => {
    const apart = level([person('a', { identity: 'photo' }), person('b')], {
      mails: [mail('mail', { fields: ['separate'] })],
    });
    expect(because(analyse(apart).advice, 'dead-fact')).toEqual(['alone fields mail']);
  });

  test('is nothing where no fact would change it', () => {
    const alone = level([person('a'), person('b')], { circles: [{ id: 'c', members: ['a'], bond: 'context' }] });
    expect(analyse(alone).advice.find(({ code }) => code === 'dead-circle')).not.toHaveProperty('because');
  });
});

describe('why a level cannot be won', () => {
  test('is who must be on the mail and be seen there, and what being seen says', () => {
    const stuck = level([person('a', { needs: 'act', mustBeSeen: true }), person('b', { needs: 'act' })], {
      mails: [mail('mail', { fields: ['to', 'cc', 'bcc'] })],
    });
    const { advice, best } = analyse(stuck);
    expect(best.outcome.stars).toBeLessThan(3);
    expect(because(advice, 'cannot-be-won')).toEqual([
      'alone needs a',
      'alone must-be-seen a',
      'alone sensitivity mail',
    ]);
  });
});

describe('why the engine ranks ways differently than their author', () => {
  const ranked = (facts: Partial<Level> = {}) =>
    level([person('a', { needs: 'act' }), person('b', { needs: 'act' })], {
      expectations: [
        { id: 'open', routing: { mail: { to: ['*'] } } },
        { id: 'apart', routing: { mail: { separate: ['*'] } } },
      ],
      ...facts,
    });

  test('is a fact that the level does not state', () => {
    expect(because(analyse(ranked()).advice, 'expectation-order')).toContain('missing context a+b');
  });

  test('is the one fact without which it would agree', () => {
    const seen = ranked({
      contacts: [person('a', { needs: 'act', mustBeSeen: true }), person('b', { needs: 'act' })],
      circles: [{ id: 'team', members: ['a', 'b'], bond: 'context' }],
      expectations: [
        { id: 'apart', routing: { mail: { separate: ['*'] } } },
        { id: 'open', routing: { mail: { to: ['*'] } } },
      ],
    });
    expect(because(analyse(seen).advice, 'expectation-order')?.[0]).toBe('alone must-be-seen a');
  });

  test('is a fact that lets fewer or more stars be earned', () => {
    const { advice } = analyse(ranked({ expectations: [{ id: 'open', stars: 3, routing: { mail: { to: ['*'] } } }] }));
    expect(because(advice, 'expectation-too-few')).toContain('alone sensitivity mail');
  });
});

describe('the causes among facts', () => {
  const facts: RemovableFact[] = Array.from({ length: 20 }, (_, index) => ({
    fact: { kind: 'needs', path: [index], contacts: [], others: [], mail: null, value: '' },
    remove: (some) => some,
  }));
  const at = (found: readonly RemovableFact[] | null) => found?.map(({ fact }) => fact.path[0]);

  test('are those without any of which it is otherwise', () => {
    let tries = 0;
    const both = (kept: readonly RemovableFact[]) => {
      tries += 1;
      return [3, 17].every((index) => kept.some(({ fact }) => fact.path[0] === index));
    };
    expect(at(causesAmong(facts, both))).toEqual([3, 17]);
    expect(tries).toBeLessThan(30);
  });

  test('are none where it is so anyway, and unknown once the budget is used up', () => {
    expect(causesAmong(facts, () => true)).toEqual([]);
    expect(causesAmong(facts, (kept) => (kept.length === 0 ? false : null))).toBeNull();
  });
});

describe('facts', () => {
  test('that are removed leave a level that can be played', () => {
    for (const name of ['survey-mailing', 'cv-to-rivals', 'forum-privacy-reply']) {
      const whole = courseLevel(name);
      const facts = factsStated(whole);
      expect(facts.length).toBeGreaterThan(5);
      for (const { remove } of facts) expect(simulate(remove(whole), {}).due.length).toBeGreaterThan(0);
      const bare = facts.reduce((changed, { remove }) => remove(changed), whole);
      expect(factsStated(bare)).toEqual([]);
    }
  });
});

describe('an analysis with a budget', () => {
  const large = level(
    Array.from({ length: 12 }, (_, index) =>
      person(`p${String(index)}`, {
        needs: index % 3 === 0 ? 'act' : 'know',
        mustBeSeen: index % 4 === 0,
        identity: index % 2 === 0 ? 'full' : 'handle',
      }),
    ),
    {
      mails: Array.from({ length: 6 }, (_, index) => mail(`m${String(index)}`, { sensitivity: index % 4 })),
      circles: [0, 1, 2].map((n) => ({
        id: `c${String(n)}`,
        members: [`p${String(n)}`, `p${String(n + 4)}`],
        bond: 'acquaintance' as const,
      })),
    },
  );

  test('ends when it is used up, and says so', () => {
    let spent = 0;
    const counted = countedBudget(100_000);
    const analysis = analyse(large, {
      spend(work) {
        spent += work;
        return counted.spend(work);
      },
      share: counted.share,
    });
    expect(analysis.stopped).toBe(true);
    expect(analysis.best.exact).toBe(false);
    expect(spent).toBeLessThan(200_000);
  });

  test('does not stop where the budget is enough', () => {
    expect(analyse(lawyer()).stopped).toBe(false);
  });
});

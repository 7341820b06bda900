import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Identity, Level, Regulator } from '../../../src/engine/level/level.ts';
import { simulate } from '../../../src/engine/play/simulate.ts';
import { DECISION_CLASSES, DUTIES, type RegulatorDecision } from '../../../src/engine/story/findings.ts';
import { PRECEDENTS } from '../../../src/engine/story/precedents.ts';
import { decide, type Findings } from '../../../src/engine/story/regulator.ts';
import { courseLevel, crowd, level, mail, person, route, surveyRouting } from '../levels.ts';
import { tries } from '../../tries.ts';

type Law = Regulator['test'];
const LAWS: readonly Law[] = ['uk-2012', 'uk-gdpr', 'eu-gdpr'];
const regulator = (law: Law): Regulator => ({ name: 'R', test: law, after: 'P1Y' });

interface Facts {
  readonly sensitivity?: number;
  readonly identity?: Identity;
  readonly warnsAt?: number;
}

/** A crowd whose people all see each other, in one mail. */
function shown(law: Law, people: number, { sensitivity = 3, identity, warnsAt }: Facts = {}): RegulatorDecision {
  const contact = crowd('many', people, identity ? { identity } : {});
  const facts: Partial<Level> = {
    mails: [mail('mail', { sensitivity, ...(warnsAt ? { warnsAt } : {}) })],
    regulator: regulator(law),
  };
  const { decision } = simulate(level([contact], facts), route({ many: 'to' }));
  if (!decision) throw new Error('No decision');
  return decision;
}

const outcome = (law: Law, people: number, facts?: Facts) => shown(law, people, facts).outcome;
const cases = ({ comparable }: RegulatorDecision) => comparable.map(({ id }) => id);
const amounts = ({ comparable }: RegulatorDecision) => comparable.map(({ amount }) => amount);

describe("rule 13: the law's demands follow from the risk", () => {
  test('a low risk goes only on the internal record, whatever the numbers at sensitivity 0', () => {
    expect(outcome('uk-gdpr', 9, { sensitivity: 1 })).toBe('internal-record');
    expect(outcome('eu-gdpr', 9, { sensitivity: 1 })).toBe('internal-record');
    for (const law of ['uk-gdpr', 'eu-gdpr'] as const) {
      const decision = shown(law, 1_000_000, { sensitivity: 0, identity: 'photo' });
      expect(decision).toMatchObject({ duty: 'internal-record', outcome: 'internal-record', reasons: ['low-risk'] });
    }
  });

  test('then no regulator hears of it', () => {
    const quiet = simulate(
      level([crowd('many', 9)], { mails: [mail('mail', { sensitivity: 1 })], regulator: regulator('uk-gdpr') }),
      route({ many: 'to' }),
    );
    const kinds = quiet.beats.map(({ kind }) => kind);
    expect(kinds).toContain('recorded');
    expect(kinds).not.toContain('notified');
    expect(kinds).not.toContain('decided');
  });

  test('a risk is reported from ten people at sensitivity 1 and from two at sensitivity 2', () => {
    expect(shown('uk-gdpr', 10, { sensitivity: 1 })).toMatchObject({ duty: 'report', reasons: ['risk'] });
    expect(shown('uk-gdpr', 2, { sensitivity: 2 })).toMatchObject({ duty: 'report', outcome: 'report' });
  });

  test('people are informed of a high risk: ten at sensitivity 2, any at sensitivity 3', () => {
    expect(shown('uk-gdpr', 9, { sensitivity: 2 }).duty).toBe('report');
    expect(shown('uk-gdpr', 10, { sensitivity: 2 })).toMatchObject({ duty: 'tell-people', reasons: ['high-risk'] });
    expect(shown('uk-gdpr', 2, { identity: 'handle' }).duty).toBe('tell-people');
  });

  test('in 2012 nobody had to report', () => {
    expect(shown('uk-2012', 1_000).duty).toBe('internal-record');
    expect(
      simulate(
        level([crowd('many', 9)], { mails: [mail('mail', { sensitivity: 0 })], regulator: regulator('uk-2012') }),
        route({ many: 'to' }),
      ).decision,
    ).toBeNull();
  });
});

describe('rule 13: each law has its own threshold for each measure', () => {
  test.each<[Law, number, Facts, string]>([
    ['uk-gdpr', 9, {}, 'advice'],
    ['uk-gdpr', 10, {}, 'reprimand'],
    ['uk-gdpr', 99, {}, 'reprimand'],
    ['uk-gdpr', 100, {}, 'fine'],
    ['uk-gdpr', 99, { sensitivity: 2 }, 'advice'],
    ['uk-gdpr', 999, { sensitivity: 2 }, 'advice'],
    ['uk-gdpr', 1_000, { sensitivity: 2 }, 'reprimand'],
    ['uk-gdpr', 1_000_000, { sensitivity: 2 }, 'reprimand'],
    ['uk-gdpr', 1_000_000, { sensitivity: 1 }, 'report'],
    ['eu-gdpr', 2, { sensitivity: 1, identity: 'handle' }, 'internal-record'],
    ['eu-gdpr', 10, { sensitivity: 1 }, 'advice'],
    ['eu-gdpr', 100, { sensitivity: 1 }, 'reprimand'],
    ['eu-gdpr', 2, { sensitivity: 2 }, 'reprimand'],
    ['eu-gdpr', 99, { sensitivity: 2 }, 'reprimand'],
    ['eu-gdpr', 100, { sensitivity: 2 }, 'fine'],
    ['eu-gdpr', 2, {}, 'fine'],
    ['eu-gdpr', 2, { identity: 'handle' }, 'reprimand'],
    ['uk-2012', 2, { sensitivity: 1, identity: 'handle' }, 'internal-record'],
    ['uk-2012', 10, { sensitivity: 1 }, 'advice'],
    ['uk-2012', 9, {}, 'advice'],
    ['uk-2012', 10, {}, 'fine'],
    ['uk-2012', 999, { sensitivity: 2 }, 'advice'],
  ])('%s, %i people, %o: %s', (law, people, facts, expected) => {
    expect(outcome(law, people, facts)).toBe(expected);
  });

  test('two handles are never worth £80,000', () => {
    expect(shown('uk-2012', 2, { identity: 'handle' })).toMatchObject({ outcome: 'advice', comparable: [] });
  });

  test('in 2012 a penalty needs substantial distress, or a risk that was known (rule 12)', () => {
    expect(shown('uk-2012', 60).reasons).toEqual(['substantial-distress']);
    expect(shown('uk-2012', 15, { sensitivity: 2, warnsAt: 15 })).toMatchObject({
      outcome: 'fine',
      reasons: ['known-risk'],
    });
    expect(shown('uk-2012', 14, { sensitivity: 2, warnsAt: 15 })).toMatchObject({
      outcome: 'advice',
      reasons: ['not-shown'],
    });
    expect(outcome('uk-2012', 9, { sensitivity: 2, warnsAt: 2 })).toBe('advice');
  });

  test('recognition and a picture each weigh a step, and a handle none', () => {
    expect(outcome('uk-gdpr', 99, { identity: 'handle' })).toBe('advice');
    expect(outcome('uk-gdpr', 99, { identity: 'full' })).toBe('reprimand');
    expect(outcome('uk-gdpr', 99, { identity: 'photo' })).toBe('fine');
    const neighbours: Partial<Level> = {
      mails: [mail('mail', { sensitivity: 3 })],
      circles: [{ id: 'street', members: ['many'], bond: 'acquaintance' }],
      regulator: regulator('uk-gdpr'),
    };
    expect(simulate(level([crowd('many', 99)], neighbours), route({ many: 'to' })).decision?.outcome).toBe('fine');
  });
});

describe('rule 13: the conduct counts', () => {
  const story = level([crowd('one', 60), crowd('two', 60)], {
    mails: [
      mail('first', { sensitivity: 2, warnsAt: 500 }),
      mail('sorry', { sensitivity: 2, when: 'breach', affected: true, after: 'P1D' }),
    ],
    regulator: regulator('uk-gdpr'),
  });
  const after = (sorry: Record<string, 'separate' | 'cc'>) =>
    simulate(story, { first: { one: 'cc', two: 'cc' }, sorry }).decision;

  test('a known risk is a step worse', () => {
    expect(outcome('uk-gdpr', 99, { sensitivity: 2 })).toBe('advice');
    expect(outcome('uk-gdpr', 100, { sensitivity: 2, warnsAt: 15 })).toBe('reprimand');
    expect(shown('uk-gdpr', 100, { sensitivity: 2, warnsAt: 15 }).reasons).toEqual(['high-risk', 'known-risk']);
  });

  test('an apology that exposes them again is worse than one that forgets someone, and both than one that informs everyone', () => {
    expect(after({ one: 'separate', two: 'separate' })).toMatchObject({
      outcome: 'advice',
      reasons: ['high-risk', 'put-right'],
    });
    expect(after({ one: 'separate' })).toMatchObject({ outcome: 'reprimand', reasons: ['high-risk', 'not-told'] });
    expect(after({ one: 'cc', two: 'cc' })).toMatchObject({ outcome: 'reprimand', reasons: ['high-risk', 'repeated'] });
    expect(after({ one: 'cc' })).toMatchObject({ outcome: 'fine', reasons: ['high-risk', 'repeated', 'not-told'] });
  });
});

describe('rule 13: the range of comparable real decisions', () => {
  test('treats 264 people and 265 as the same case', () => {
    for (const identity of ['partial', 'full', 'photo'] as const) {
      expect(shown('uk-gdpr', 264, { identity })).toEqual(shown('uk-gdpr', 265, { identity }));
    }
    expect(cases(shown('uk-gdpr', 265, { identity: 'full' }))).toEqual([
      'executive-office-2023',
      'ymca-2024',
      'hiv-scotland-2021',
    ]);
    expect(cases(shown('uk-gdpr', 265, { identity: 'photo' }))).toContain('mod-2023');
  });

  test('runs from the mildest to the strictest', () => {
    expect(amounts(shown('uk-gdpr', 60))).toEqual([0, 0, 10_000]);
    expect(amounts(shown('eu-gdpr', 45))).toEqual([0, 1_000, 8_400]);
    expect(amounts(shown('eu-gdpr', 349, { sensitivity: 1 }))).toEqual([0, 2_500, 3_000]);
  });

  test('compares a mail to a wrong reader with others of its kind', () => {
    const one = level([person('wrong', { needs: 'nothing' })], {
      mails: [mail('mail', { sensitivity: 3 })],
      regulator: regulator('eu-gdpr'),
    });
    const { decision } = simulate(one, route({ wrong: 'bcc' }));
    expect(decision).toMatchObject({ outcome: 'fine', comparable: [{ id: 'italy-health-2024', currency: 'EUR' }] });
  });

  test('has nothing to compare with a million', () => {
    expect(shown('uk-gdpr', 1_000_000)).toMatchObject({ outcome: 'fine', comparable: [] });
    expect(shown('uk-gdpr', 50_000).comparable).toHaveLength(1);
  });

  test('does not show a mild outcome with fines', () => {
    expect(shown('uk-gdpr', 100, { sensitivity: 0 }).comparable).toEqual([
      { id: 'bcp-2025', measure: 'not-reported', amount: 0, currency: 'GBP' },
    ]);
    expect(amounts(shown('uk-gdpr', 9))).toEqual([0, 0, 0]);
  });
});

describe('the survey', () => {
  const survey = courseLevel('survey-mailing');
  const apologise = (routing: ReturnType<typeof surveyRouting>, batches: readonly number[]) => ({
    ...routing,
    apology: {
      ...Object.fromEntries(batches.map((n) => [`batch-${String(n)}`, 'separate' as const])),
      priya: 'to' as const,
      officer: 'cc' as const,
    },
  });

  test('says that the outcome is unknown, and one batch has the same range as all seven', () => {
    const all = simulate(survey, apologise(surveyRouting('cc'), [1, 2, 3, 4, 5, 6, 7])).decision;
    const one = simulate(
      survey,
      apologise({ ...surveyRouting('separate'), 'survey-1': { 'batch-1': 'cc', priya: 'to' } }, [1]),
    ).decision;
    expect(all?.outcome).toBe('unknown');
    expect(one?.outcome).toBe('unknown');
    const range = (decision: RegulatorDecision | null) => {
      const sums = decision ? amounts(decision) : [];
      return [sums[0], sums.at(-1)];
    };
    expect(range(all)).toEqual([250, 200_000]);
    expect(range(one)).toEqual([250, 200_000]);
  });
});

const anyFindings = fc.record({
  knew: fc.boolean(),
  repeated: fc.boolean(),
  untold: fc.boolean(),
  putRight: fc.boolean(),
});
const anyFacts = fc.record({
  sensitivity: fc.integer({ min: 0, max: 3 }),
  people: fc.integer({ min: 2, max: 5_000 }),
  identity: fc.constantFrom<Identity>('handle', 'partial', 'full', 'photo'),
});
const anyLaw = fc.constantFrom(...LAWS);
const classOf = (decision: RegulatorDecision) => {
  if (decision.outcome === 'unknown') throw new Error('No class');
  return DECISION_CLASSES.indexOf(decision.outcome);
};

/** How severe the regulator itself is: 0 when only a duty applies. Nobody was reprimanded in 2012. */
const responseOf = (law: Law, { outcome: reached }: RegulatorDecision) =>
  (law === 'uk-2012' ? ['advice', 'fine'] : ['advice', 'reprimand', 'fine']).indexOf(reached) + 1;

describe('properties', () => {
  test('more harm never yields a milder class', () => {
    fc.assert(
      fc.property(anyLaw, anyFacts, anyFacts, (law, a, b) => {
        const worse = {
          sensitivity: Math.max(a.sensitivity, b.sensitivity),
          people: Math.max(a.people, b.people),
          identity: a.identity,
        };
        fc.pre(law !== 'uk-2012' || a.sensitivity > 0);
        expect(classOf(shown(law, worse.people, worse))).toBeGreaterThanOrEqual(classOf(shown(law, a.people, a)));
      }),
      tries(1000, 200),
    );
  });

  test('worse conduct never yields a milder class', () => {
    fc.assert(
      fc.property(anyLaw, fc.integer({ min: 0, max: 12 }), anyFindings, (law, gravity, findings) => {
        const layer = { sensitivity: 3, people: 100, identity: 'partial', recognised: false } as const;
        const layers = [{ ...layer, kind: 'shown', gravity } as const];
        const mild: Findings = { layers, ...findings };
        const base = classOf(decide(regulator(law), mild));
        for (const worse of [{ knew: true }, { repeated: true }, { untold: true }, { putRight: false }]) {
          expect(classOf(decide(regulator(law), { ...mild, ...worse }))).toBeGreaterThanOrEqual(base);
        }
      }),
      tries(3000, 300),
    );
  });

  test('one person more is at most one step of duty and of measure, and keeps a case of the range', () => {
    fc.assert(
      fc.property(anyLaw, anyFacts, (law, facts) => {
        fc.pre(law !== 'uk-2012' || facts.sensitivity > 0);
        const [less, more] = [shown(law, facts.people, facts), shown(law, facts.people + 1, facts)];
        expect(DUTIES.indexOf(more.duty) - DUTIES.indexOf(less.duty)).toBeLessThanOrEqual(1);
        expect(responseOf(law, more) - responseOf(law, less)).toBeLessThanOrEqual(1);
        // With another measure, other decisions are comparable.
        const alike = classOf(less) === classOf(more);
        const [before, after] = alike ? [cases(less), cases(more)] : [[], []];
        expect(before.filter((id) => !after.includes(id)).length).toBeLessThanOrEqual(1);
        expect(after.filter((id) => !before.includes(id)).length).toBeLessThanOrEqual(1);
      }),
      tries(1000, 200),
    );
  });

  test('every figure comes from a decision under the same law, and there are three at most', () => {
    fc.assert(
      fc.property(anyLaw, anyFacts, (law, facts) => {
        fc.pre(law !== 'uk-2012' || facts.sensitivity > 0);
        const { comparable } = shown(law, facts.people, facts);
        expect(comparable.length).toBeLessThanOrEqual(3);
        for (const one of comparable) {
          expect(PRECEDENTS.find(({ id }) => id === one.id)).toMatchObject({ law, ...one });
        }
      }),
    );
  });
});

import { describe, expect, test } from 'vitest';
import { compose, SKELETONS, type Situation } from '../../../src/engine/compose/index.ts';
import { randomFrom } from '../../../src/engine/compose/random.ts';
import { pickSkeleton } from '../../../src/engine/compose/skeleton.ts';
import { groupsOf, otherFields } from '../../../src/engine/compose/worth.ts';
import { canLieIn } from '../../../src/engine/level/contact.ts';
import type { Field, Level } from '../../../src/engine/level/level.ts';
import type { MailRouting } from '../../../src/engine/mail/routing.ts';
import { habitResults } from '../../../src/engine/analysis/habits.ts';
import { bestRouting } from '../../../src/engine/analysis/analysis.ts';
import { simulate } from '../../../src/engine/play/simulate.ts';
import { checkLevelFiles } from '../../../src/levels/check.ts';
import { tries } from '../../tries.ts';
import { ENGLISH, LANGUAGES, seeds } from './words.ts';

const inEnglish = (seed: string): Situation => compose(seed, ENGLISH);

/** Returns a level without the words that people read, and without the addresses, which are made from names. */
function factsOf({ contacts, circles, mails, received, lesson, minutes }: Level) {
  return {
    contacts: contacts.map(({ name: _name, address: _address, about: _about, ...facts }) => facts),
    circles: circles?.map(({ about: _about, ...facts }) => facts),
    mails: mails.map(({ subject: _subject, body: _body, instead: _instead, ...facts }) => facts),
    received: received?.map(({ subject: _subject, body: _body, ...facts }) => facts),
    rule: lesson.rule,
    minutes,
  };
}

/** Returns all ways to address the first email, with cards of the same facts in one field. */
function allWays(level: Level): MailRouting[] {
  const fields = new Set<Field>([...(level.mails[0]?.fields ?? []), 'none']);
  return groupsOf(level).reduce<MailRouting[]>(
    (ways, cards) =>
      ways.flatMap((way) =>
        [...fields]
          .filter((field) => cards.every((card) => canLieIn(card, field)))
          .map((field) => ({ ...way, ...Object.fromEntries(cards.map(({ id }) => [id, field])) })),
      ),
    [{}],
  );
}

describe('a composed situation', () => {
  test('depends on the seed alone', () => {
    const [one, again, other] = [inEnglish('2026-12-01'), inEnglish('2026-12-01'), inEnglish('2026-12-02')];
    expect(one).toStrictEqual(again);
    expect(one.level).not.toStrictEqual(other.level);
  });

  test('has the same facts in every language', () => {
    for (const seed of seeds(25)) {
      const facts = factsOf(inEnglish(seed).level);
      for (const language of LANGUAGES)
        expect(factsOf(compose(seed, language).level), `${language.tag} ${seed}`).toStrictEqual(facts);
    }
  });

  test('earns 95 points or more by its best way, and 80 at most by each habit', () => {
    for (const { level, score } of seeds(tries(2000, 60).numRuns).map(inEnglish)) {
      expect(score).toBeGreaterThanOrEqual(95);
      expect(bestRouting(level).outcome.score).toBe(score);
      for (const { habit, outcome } of habitResults(level))
        expect(outcome.score, `${habit} ${level.id}`).toBeLessThanOrEqual(80);
    }
  });

  test('has one best way, if fields that count alike are one field', () => {
    for (const { level, best, score } of seeds(tries(400, 25).numRuns).map(inEnglish)) {
      const groups = groupsOf(level);
      const isBest = (way: MailRouting) =>
        groups.every(([card]) => {
          const [field, own] = [way[card?.id ?? ''] ?? 'none', best[card?.id ?? ''] ?? 'none'];
          return field === own || !otherFields(level, own).includes(field);
        });
      for (const way of allWays(level).filter((one) => !isBest(one)))
        expect(
          simulate(level, { email: way }).score,
          `instead of ${JSON.stringify(best)}: ${JSON.stringify(way)}`,
        ).toBeLessThan(score);
    }
  });

  test('lets Bcc replace separate emails as the fallback, unless the guest must not see the others or replies to all', () => {
    for (const { level, best, skeleton, side } of seeds(tries(400, 60).numRuns).map(inEnglish)) {
      const alone = Object.keys(best).filter((id) => best[id] === 'separate');
      if (alone.length === 0) continue;
      const blind = { ...best, ...Object.fromEntries(alone.map((id) => [id, 'bcc' as const])) };
      const { score } = simulate(level, { email: blind });
      const secret = side === 'open' && ['shift', 'tender', 'reference'].includes(skeleton.occasion);
      const gives = secret || skeleton.trap === 'speaks' ? [0, 79] : [82, 88];
      expect(score, `${skeleton.occasion} ${skeleton.trap}`).toBeGreaterThanOrEqual(gives[0] ?? 0);
      expect(score, `${skeleton.occasion} ${skeleton.trap}`).toBeLessThanOrEqual(gives[1] ?? 0);
    }
  });

  test('passes the level checker without problems in every language', () => {
    for (const [index, seed] of seeds(tries(600, 30).numRuns).entries()) {
      const language = LANGUAGES[index % LANGUAGES.length] ?? ENGLISH;
      const text = JSON.stringify(compose(seed, language).level);
      const { problems } = checkLevelFiles({ file: 'situation.json', text, translations: [] }, [language.tag]);
      expect(problems, `${language.tag} ${seed}`).toStrictEqual([]);
    }
  });

  test('comes from every seed after few tries', () => {
    const thrownAway = seeds(tries(20_000, 500).numRuns).map((seed) => inEnglish(seed).thrownAway);
    expect(Math.max(...thrownAway)).toBeLessThan(5);
  });

  test('has one of at least sixty skeletons, and each of them comes up', () => {
    expect(SKELETONS.length).toBeGreaterThanOrEqual(60);
    const seen = new Set(seeds(8000).map((seed) => JSON.stringify(pickSkeleton(randomFrom(seed), {}))));
    expect(seen.size).toBe(SKELETONS.length);
  });
});

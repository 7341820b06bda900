import { describe, expect, test } from 'vitest';
import { linesOf, possibleFields } from '../../../src/engine/analysis/possible-fields.ts';
import {
  composeSpot,
  possiblyBlind,
  rightField,
  SPOT_FIELDS,
  type SpotQuestion,
} from '../../../src/engine/compose/index.ts';
import { canLieIn } from '../../../src/engine/level/contact.ts';
import type { MailRouting } from '../../../src/engine/mail/routing.ts';
import { tries } from '../../tries.ts';
import { ENGLISH, LANGUAGES, seeds } from './words.ts';

const ROUNDS = seeds(tries(200, 12).numRuns).map((seed) => composeSpot(seed, ENGLISH, 8));
const QUESTIONS = ROUNDS.flat();

const read = ({ level, placement, reader }: SpotQuestion) => ({ level, mail: 'email', placement, reader });

/** Returns all placements of all cards that give the reader the same header lines. */
function indistinguishable(question: SpotQuestion): MailRouting[] {
  const shown = linesOf(read(question));
  return Object.keys(question.placement)
    .reduce<MailRouting[]>(
      (ways, id) =>
        ways.flatMap((way) => {
          const card = question.level.contacts.find((contact) => contact.id === id);
          return SPOT_FIELDS.flatMap((field) => (card && canLieIn(card, field) ? [{ ...way, [id]: field }] : []));
        }),
      [{}],
    )
    .filter((placement) => linesOf({ ...read(question), placement }) === shown);
}

describe('a screen to read', () => {
  test('is the same for a seed in every language, in other words', () => {
    const plan = (questions: readonly SpotQuestion[]) =>
      questions.map(({ placement, reader, kind, about, possible }) => ({ placement, reader, kind, about, possible }));
    for (const language of LANGUAGES)
      expect(plan(composeSpot('test 0', language, 8)), `in ${language.tag}`).toStrictEqual(plan(ROUNDS[0] ?? []));
  });

  test('leaves open for each card what all placements of all cards leave open', () => {
    for (const question of QUESTIONS.slice(0, tries(300, 24).numRuns)) {
      const ways = indistinguishable(question);
      for (const [id, fields] of Object.entries(question.possible))
        expect(new Set(ways.map((way) => way[id])), `card ${id}`).toEqual(new Set(fields));
    }
  });

  test('has a right answer that is true', () => {
    for (const question of QUESTIONS) {
      expect([question.placement[question.about], 'unknown']).toContain(rightField(question));
      const inBcc = Object.keys(question.placement).filter((id) => question.placement[id] === 'bcc');
      expect(possiblyBlind(question)).toEqual(expect.arrayContaining(inBcc));
    }
  });

  test('asks in each round for what can be known and for what cannot', () => {
    for (const round of ROUNDS) {
      expect(round.filter(({ kind }) => kind === 'hidden').map(rightField)).toEqual(['unknown', 'unknown', 'unknown']);
      for (const question of round.filter(({ kind }) => kind === 'shown'))
        expect(['to', 'cc']).toContain(rightField(question));
      for (const question of round.filter(({ kind }) => kind === 'bcc'))
        expect(possiblyBlind(question).length).toBeGreaterThan(0);
    }
    const selves = new Set(QUESTIONS.filter(({ kind }) => kind === 'self').map(rightField));
    expect([...selves]).toEqual(expect.arrayContaining(['bcc', 'unknown', 'to']));
  });
});

test('someone whose address is on no line was in Bcc, and knows nothing about the others there', () => {
  const question = QUESTIONS.find(({ placement, reader }) => placement[reader] === 'bcc');
  if (!question) throw new Error('nobody was in Bcc');
  const others = Object.keys(question.placement).filter((id) => !['to', 'cc'].includes(question.placement[id] ?? ''));
  for (const id of others.filter((other) => other !== question.reader))
    expect(possibleFields(read(question), id, SPOT_FIELDS)).toEqual(expect.arrayContaining(['bcc', 'none']));
});

import { describe, expect, test } from 'vitest';
import { written } from '../../src/workshop/edit.ts';
import { draftOf, type LevelFiles } from '../../src/workshop/level-files.ts';
import { addCircle, tieOf } from '../../src/workshop/circles.ts';
import { answer, answersFor, QUESTIONS } from '../../src/workshop/relations.ts';

const contacts = ['ana', 'ben', 'cy', 'dee'].map((id) => ({ id, address: `${id}@mail.example`, needs: 'know' }));
const start: LevelFiles = { file: 'one.json', text: written({ format: 2, contacts }), translations: [] };
const yes = (files: LevelFiles, one: string, other: string) => {
  const answers = answersFor(draftOf(files), one, other);
  return QUESTIONS.filter((question) => answers[question].yes);
};

describe('an answer about two people', () => {
  test.each(QUESTIONS)('to %s is read as it was given, and leaves no trace once it is removed', (question) => {
    const said = answer(start, 'ana', 'ben', question, true);
    expect(yes(said, 'ana', 'ben')).toContain(question);
    expect(yes(said, 'ana', 'cy')).toEqual([]);
    expect(yes(answer(said, 'ana', 'ben', question, false), 'ana', 'ben')).not.toContain(question);
  });

  test('leaves what each of them shares with others', () => {
    const all = addCircle(start, 'know', ['ana', 'ben', 'cy', 'dee']).files;
    const apart = answer(all, 'ana', 'ben', 'know', false);
    expect(yes(apart, 'ana', 'ben')).toEqual([]);
    for (const [one, other] of [
      ['ana', 'cy'],
      ['ana', 'dee'],
      ['ben', 'cy'],
      ['ben', 'dee'],
      ['cy', 'dee'],
    ] as const) {
      expect(yes(apart, one, other)).toEqual(['know']);
    }
  });

  test('who need not answer each other still know of each other', () => {
    const talking = addCircle(start, 'answer', ['ana', 'ben', 'cy']).files;
    const silent = answer(talking, 'ana', 'ben', 'answer', false);
    expect(yes(silent, 'ana', 'ben')).toEqual(['know']);
    expect(yes(silent, 'ana', 'cy')).toEqual(['know', 'answer']);
  });
});

test('those who must answer each other must act', () => {
  const draft = draftOf(addCircle(start, 'answer', ['ana', 'ben']).files);
  expect(draft.contacts?.map(({ needs }) => needs)).toEqual(['act', 'act', 'know', 'know']);
  expect(draft.circles?.map(tieOf)).toEqual(['answer']);
});

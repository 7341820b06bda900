import { expect, test } from 'vitest';
import { simulate, type Outcome } from '../../src/engine/index.ts';
import { factsOf } from '../../src/workshop/trial/facts-of.ts';
import { openLatestAnswer } from '../../src/workshop/latest-answer.ts';
import type { OutcomeRequest } from '../../src/workshop/trial/outcomes.ts';
import { courseLevel } from '../engine/levels.ts';

const level = courseLevel('cv-to-rivals');
const [to, separate, bcc] = (['to', 'separate', 'bcc'] as const).map((field) => ({
  level,
  routing: { cv: { northwind: field, southgale: field } },
}));

/** A worker that answers when the test says so. */
function opened() {
  const posted: OutcomeRequest[] = [];
  const answers: number[] = [];
  const workers: { readonly broken: () => void; ended: boolean }[] = [];
  let failures = 0;
  let answer: (outcome: Outcome) => void = () => undefined;
  const outcomes = openLatestAnswer<OutcomeRequest, Outcome>(
    (received, broken) => {
      answer = received;
      const mine = { broken, ended: false };
      workers.push(mine);
      return {
        post: (request) => void posted.push(request),
        end: () => {
          mine.ended = true;
        },
      };
    },
    ({ score }) => void answers.push(score),
    () => {
      failures += 1;
    },
  );
  const finish = () => {
    const request = posted.at(-1);
    if (request) answer(simulate(request.level, request.routing));
  };
  return { outcomes, posted, answers, finish, workers, failures: () => failures };
}

test('of the routings that wait only the latest is played, and only its outcome is shown', () => {
  const { outcomes, posted, answers, finish } = opened();
  for (const request of [to, bcc, separate]) if (request) outcomes.ask(request);
  expect(posted).toEqual([to]);
  finish();
  expect(posted).toEqual([to, separate]);
  expect(answers).toEqual([]);
  finish();
  expect(answers).toEqual([separate && simulate(level, separate.routing).score]);
});

test('an outcome that nobody waits for any more is not shown', () => {
  const { outcomes, answers, finish } = opened();
  if (to) outcomes.ask(to);
  outcomes.forget();
  finish();
  expect(answers).toEqual([]);
});

test('a worker that broke is ended, and another one answers the next request', () => {
  const { outcomes, posted, answers, finish, workers, failures } = opened();
  for (const request of [to, bcc]) if (request) outcomes.ask(request);
  workers[0]?.broken();
  expect([workers.map(({ ended }) => ended), failures()]).toEqual([[true], 1]);
  if (separate) outcomes.ask(separate);
  workers[0]?.broken();
  expect([workers.map(({ ended }) => ended), failures()]).toEqual([[true, false], 1]);
  finish();
  expect(posted).toEqual([to, separate]);
  expect(answers).toEqual([separate && simulate(level, separate.routing).score]);
});

test('two levels have the same facts when only their words differ', () => {
  expect(factsOf({ ...level, title: 'Another title' })).toBe(factsOf(level));
  const contacts = level.contacts.map((contact) => ({ ...contact, needs: 'may' as const }));
  expect(factsOf({ ...level, contacts })).not.toBe(factsOf(level));
});

import { expect, it } from 'vitest';
import { isParticipant } from '../../src/room/participant.ts';
import { keepFirst, noteSent, readOwnResults } from '../../src/room/own-results.ts';

const first = { level: 'a', placement: { ada: 'cc' }, prediction: null } as const;
const second = { level: 'a', placement: { ada: 'bcc' }, prediction: { said: 'ada', stake: 1 } } as const;

it('a participant has a random number and no results', () => {
  const own = readOwnResults(null);
  expect(isParticipant(own.participant)).toBe(true);
  expect(own).toEqual({ participant: own.participant, sent: [], results: {} });
  expect(readOwnResults('').participant).not.toBe(own.participant);
  expect(readOwnResults('{"participant":1}').sent).toEqual([]);
});

it('a play that the participant has not sent has no result, because the device may have it from someone else', () => {
  const own = readOwnResults(null);
  expect(keepFirst(own, first)).toBe(own);
  expect(keepFirst(noteSent(own, 'b'), first).results).toEqual({});
  expect(keepFirst(noteSent(own, 'a'), null).results).toEqual({});
});

it('the first result of a level stays when it is played again, also after a reload', () => {
  const own = keepFirst(noteSent(readOwnResults(null), 'a'), first);
  const again = keepFirst(noteSent(readOwnResults(JSON.stringify(own)), 'a'), second);
  expect(again).toEqual(own);
  expect(again.results).toEqual({ a: { ...first, participant: own.participant } });
});

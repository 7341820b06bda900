import { describe, expect, it } from 'vitest';
import {
  addCodes,
  addLive,
  bringBack,
  handsOf,
  NEW_RECORD,
  nextGroup,
  readRecord,
  setHands,
} from '../../src/room/record.ts';
import { writeResultCode } from '../../src/room/result-code.ts';
import { courseLevel } from '../engine/levels.ts';

const cv = courseLevel('cv-to-rivals');
const survey = courseLevel('survey-mailing');
const code = (participant: string) =>
  writeResultCode(cv, { level: cv.id, participant, placement: { northwind: 'to' }, prediction: null });

describe('the record of a session', () => {
  it('takes many codes at once, and reports the outcome of each', () => {
    const other = writeResultCode(survey, { level: survey.id, participant: 'ABCD', placement: {}, prediction: null });
    const text = `${code('AAAA')}\n${code('BBBB')}, ${code('AAAA')}\n${other}\nWRONG-C0DE`;
    const { record, added, again, refused } = addCodes(NEW_RECORD, [cv], text);
    expect([added, again]).toEqual([2, 1]);
    expect(refused).toEqual({ damaged: ['WRONG-C0DE'], 'unknown-level': [other], newer: [] });
    expect(record.group.results.map(({ participant }) => participant)).toEqual(['BBBB', 'AAAA']);
  });

  it('counts a phone once, by its last result, also if its code was typed before', () => {
    const sent = (participant: string, field: 'cc' | 'bcc') => ({
      level: cv.id,
      participant,
      placement: { northwind: field },
      prediction: null,
    });
    const [ada, ben] = ['AAAA0123456789AB', 'BBBB0123456789AB'];
    const { record } = addCodes(NEW_RECORD, [cv], code('AAAA'));
    const live = addLive(record, [sent(ada, 'cc'), sent(ben, 'cc'), sent(ben, 'bcc')]);
    expect(live.group.results).toEqual([sent(ada, 'cc'), sent(ben, 'bcc')]);
    expect(addLive(live, [sent(ada, 'cc')]).group.results).toHaveLength(2);
  });

  it('counts hands from nothing to 999', () => {
    let record = setHands(NEW_RECORD, cv.id, 'northwind', 12);
    record = setHands(record, cv.id, null, -3);
    expect([handsOf(record, cv.id, 'northwind'), handsOf(record, cv.id, null)]).toEqual([12, 0]);
    expect(handsOf(setHands(record, cv.id, null, 5000), cv.id, null)).toBe(999);
    expect(handsOf(setHands(record, cv.id, null, Number.NaN), cv.id, null)).toBe(0);
  });

  it('distinguishes a card with the id “nobody” from nobody', () => {
    const record = setHands(NEW_RECORD, cv.id, 'nobody', 4);
    expect([handsOf(record, cv.id, 'nobody'), handsOf(record, cv.id, null)]).toEqual([4, 0]);
  });

  it('puts a group away for the next one, and brings it back', () => {
    const { record } = addCodes(NEW_RECORD, [cv], code('AAAA'));
    const next = nextGroup(setHands(record, cv.id, null, 7), 5_000);
    expect(next.group.began).toBe(5);
    // A group that begins in the same second is still a later one.
    expect(nextGroup(next, 5_000).group.began).toBe(6);
    expect(next.group.results).toEqual([]);
    expect(handsOf(next, cv.id, null)).toBe(0);
    expect(nextGroup({ ...record, phase: 'closed' }, 5_000).phase).toBe('open');
    const back = bringBack(next);
    expect(back.group.results).toHaveLength(1);
    expect(handsOf(back, cv.id, null)).toBe(7);
    expect(bringBack(back)).toBe(back);
  });

  it('is read back unchanged, and starts empty when the text is not a record', () => {
    const { record } = addCodes(NEW_RECORD, [cv], code('AAAA'));
    const closed = { ...record, phase: 'closed' } as const;
    expect(readRecord(JSON.stringify(closed))).toEqual(closed);
    for (const text of [null, '', '{', '[]', '{"group":1}']) expect(readRecord(text)).toEqual(NEW_RECORD);
  });
});

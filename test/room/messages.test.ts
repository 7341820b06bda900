import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RoomResult } from '../../src/room/result.ts';
import {
  everyParticipant,
  LARGEST_MESSAGE,
  participantTopic,
  readPresence,
  readResult,
  readState,
  readTopic,
  stateTopic,
  writePresence,
  writeResult,
  writeState,
} from '../../src/room/messages.ts';
import { courseLevel } from '../engine/levels.ts';

const LEVELS = [courseLevel('cv-to-rivals')];
const SESSION = '0123456789AB';
const WHO = '4TRZ0123456789AB';
const RESULT: RoomResult = {
  level: 'cv-to-rivals',
  participant: WHO,
  placement: { northwind: 'to', southgale: 'bcc' },
  prediction: { said: 'northwind', stake: 2 },
};

describe('a topic', () => {
  it('names its session and participant', () => {
    expect(readTopic(stateTopic(SESSION))).toEqual({ session: SESSION, kind: 'state', participant: null });
    expect(readTopic(participantTopic(SESSION, 'result', WHO))).toEqual({
      session: SESSION,
      kind: 'result',
      participant: WHO,
    });
    expect(readTopic(participantTopic(SESSION, 'presence', WHO))?.kind).toBe('presence');
  });

  it.each([
    everyParticipant(SESSION, 'result'),
    `blind-copy/${SESSION}/#`,
    'blind-copy/+/state',
    `blind-copy/${SESSION}/state/${WHO}`,
    `blind-copy/${SESSION}/result`,
    `blind-copy/${SESSION}/result/${WHO}/more`,
    `other/${SESSION}/state`,
    '$SYS/broker/clients',
    '',
  ])('that is %j is none to publish on', (topic) => {
    expect(readTopic(topic)).toBeNull();
  });
});

describe('a message', () => {
  it('is read as it was written', () => {
    expect(readResult(LEVELS, WHO, writeResult(RESULT, 0))).toEqual({ result: RESULT, group: 0 });
    expect(readResult(LEVELS, WHO, writeResult({ ...RESULT, prediction: null }, 7))).toEqual({
      result: { ...RESULT, prediction: null },
      group: 7,
    });
    expect(readState(writeState({ level: 'cv-to-rivals', phase: 'open', group: 3 }))).toEqual({
      level: 'cv-to-rivals',
      phase: 'open',
      group: 3,
    });
    expect(readState(writeState({ level: null, phase: 'over', group: 0 }))?.phase).toBe('over');
    expect([readPresence(writePresence(true)), readPresence(writePresence(false))]).toEqual([true, false]);
  });

  it('cannot name its own sender', () => {
    const forged = JSON.stringify({ ...JSON.parse(writeResult(RESULT, 0)), participant: 'ZZZZ0123456789AB' });
    expect(readResult(LEVELS, WHO, forged)).toBeNull();
  });

  it.each([
    ['of a level that is not played here', { level: 'other' }],
    ['with a card that the desk does not have', { placement: { nobody: 'to' } }],
    ['with a tray that does not exist', { placement: { northwind: 'everywhere' } }],
    ['with a tray that the desk does not have', { placement: { northwind: 'instead' } }],
    ['with a prediction about nobody here', { prediction: { said: 'nobody', stake: 1 } }],
    ['with four stamps', { prediction: { said: null, stake: 4 } }],
    ['of another version', { version: 2 }],
    ['of a group before time', { group: -1 }],
    ['of a group between two seconds', { group: 0.5 }],
    ['with more than a result has', { name: 'Ada' }],
    ['with a placement that is a list', { placement: ['to'] }],
  ])('%s is refused', (_, facts) => {
    const payload = JSON.stringify({ ...JSON.parse(writeResult(RESULT, 0)), ...facts });
    expect(readResult(LEVELS, WHO, payload)).toBeNull();
  });

  it('larger than a result can be is refused before it is parsed', () => {
    const padded = writeResult(RESULT, 0) + ' '.repeat(LARGEST_MESSAGE);
    expect(readResult(LEVELS, WHO, padded)).toBeNull();
    expect(readState(writeState({ level: null, phase: 'open', group: 3 }) + ' '.repeat(LARGEST_MESSAGE))).toBeNull();
  });

  it('of any other text is refused, without an error', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json(), fc.constant('{"__proto__":{"version":1}}')), (text) => {
        expect([readState(text), readPresence(text), readResult(LEVELS, WHO, text)]).toEqual([null, null, null]);
      }),
    );
  });

  it('whose cards are named like object methods is refused', () => {
    for (const name of ['__proto__', 'constructor', 'toString']) {
      const payload = `{"version":1,"group":0,"level":"cv-to-rivals","placement":{"${name}":"to"},"prediction":null}`;
      expect(readResult(LEVELS, WHO, payload)?.result.placement ?? {}).not.toHaveProperty(name, 'to');
    }
  });
});

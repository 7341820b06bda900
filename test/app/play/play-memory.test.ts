import { beforeEach, expect, test } from 'vitest';
import { deviceMemory, previewMemory } from '../../../src/app/play/play-memory.ts';
import { keepRecordIn, loadProgress, memoryStorage } from '../../../src/progress/index.ts';
import { NOTHING_ASKED } from '../../../src/engine/play/discernment.ts';
import type { Command } from '../../../src/engine/play/play.ts';

beforeEach(() => keepRecordIn(memoryStorage()));

const LOG: readonly Command[] = [{ type: 'place', contacts: ['ana'], field: 'bcc' }, { type: 'send' }];
const ROUTING = { mail: { ana: 'to' } } as const;
const FINISHED = {
  level: 'cv',
  rule: 'list-is-secret',
  stars: 3,
  score: 100,
  routing: ROUTING,
  discernment: NOTHING_ASKED,
  bets: [],
} as const;

test('the last result is the play that is at its debrief; of a level that was begun again, the best routing', () => {
  const memory = deviceMemory('cv');
  expect([memory.load(), memory.lastResult(), memory.finishedBefore()]).toEqual([null, null, false]);
  memory.keep({ log: LOG, stage: 'debrief' });
  memory.finish(FINISHED);
  expect(memory.lastResult()).toEqual({ log: LOG });
  memory.keep({ log: [], stage: 'desk' });
  expect(memory.lastResult()).toEqual({ routing: ROUTING });
  expect(memory.finishedBefore()).toBe(true);
});

test('each level has a memory of its own', () => {
  deviceMemory('cv').keep({ log: LOG, stage: 'desk' });
  expect(deviceMemory('survey').load()).toBeNull();
  expect(deviceMemory('cv').load()).toEqual({ log: LOG, stage: 'desk' });
});

test('a preview is remembered while the page is open, and leaves nothing on the device', () => {
  const before = loadProgress();
  const memory = previewMemory();
  memory.keep({ log: LOG, stage: 'debrief' });
  memory.finish(FINISHED);
  expect(memory.load()).toEqual({ log: LOG, stage: 'debrief' });
  expect(memory.lastResult()).toBeNull();
  expect(loadProgress()).toEqual(before);
});

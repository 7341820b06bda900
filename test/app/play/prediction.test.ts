import { describe, expect, test } from 'vitest';
import {
  afterReplay,
  answeredPredictions,
  beginFlow,
  command,
  crossBridge,
  judgedPredictions,
  predict,
  predictable,
  resumeFlow,
  savedPlay,
  toStage,
  watch,
  watchAgain,
  type Flow,
} from '../../../src/app/play/flow.ts';
import type { Field, Level } from '../../../src/engine/level/level.ts';
import { campaignLevel, courseLevel } from '../../engine/levels.ts';

const atDesk = (story: Level) => toStage(beginFlow(story), 'desk');
const put = (flow: Flow, field: Field, ...contacts: string[]) => command(flow, { type: 'place', contacts, field });
const send = (flow: Flow) => command(flow, { type: 'send' });
const reload = (flow: Flow) =>
  resumeFlow(flow.level, JSON.parse(JSON.stringify(savedPlay(flow))) as ReturnType<typeof savedPlay>);

const CV = courseLevel('cv-to-rivals');
const TRIP = campaignLevel('school-trip');
const sentCv = () => send(put(atDesk(CV), 'to', 'northwind', 'southgale'));

describe('what a player predicts', () => {
  test('can name those who get the mails that have just gone out, and nobody else', () => {
    expect(predictable(atDesk(CV))).toEqual([]);
    expect(predictable(sentCv())).toEqual(['northwind', 'southgale']);
  });

  test('is asked of nobody where nothing was sent', () => {
    const skipped = { ...sentCv(), play: { ...sentCv().play, routing: { cv: {} } } };
    expect(predictable(skipped)).toEqual([]);
    expect(predict(skipped, { said: null, stake: 1 })).toBe(skipped);
  });

  test('is answered by the replay of these mails, and lasts over a reload', () => {
    const guessed = watch(predict(sentCv(), { said: null, stake: 2 }));
    for (const flow of [guessed, reload(guessed)]) {
      expect(answeredPredictions(flow)).toMatchObject([{ said: null, stake: 2, right: false }]);
    }
  });

  test('ends when sending is undone and repeated', () => {
    const back = command(predict(sentCv(), { said: null, stake: 1 }), { type: 'unsend' });
    const again = watch(send(put(back, 'bcc', 'southgale')));
    expect(answeredPredictions(again)).toEqual([]);
    expect(judgedPredictions(again)).toEqual([]);
  });

  test('is judged desk by desk, and all of it where the whole story is watched', () => {
    const rota = put(atDesk(TRIP), 'to', 'nine', 'five', 'paul', 'aydin');
    const first = watch(predict(send(rota), { said: 'aydin', stake: 1 }));
    const lunch = put(crossBridge(afterReplay(first)), 'none', 'five', 'paul');
    const second = watch(predict(send(put(put(lunch, 'separate', 'nine'), 'cc', 'kitchen')), { said: null, stake: 3 }));
    expect(answeredPredictions(second)).toMatchObject([{ said: null, right: true }]);
    const whole = watchAgain(afterReplay(second));
    expect(answeredPredictions(whole).map(({ said }) => said)).toEqual(['aydin', null]);
  });

  test('of one desk alone is not taken for another’s', () => {
    const first = watch(predict(send(put(atDesk(TRIP), 'to', 'nine', 'five', 'paul')), { said: null, stake: 1 }));
    const second = watch(send(put(crossBridge(afterReplay(first)), 'separate', 'nine')));
    expect(answeredPredictions(second)).toEqual([]);
    expect(judgedPredictions(second)).toHaveLength(1);
  });
});

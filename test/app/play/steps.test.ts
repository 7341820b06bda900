import { describe, expect, test } from 'vitest';
import {
  afterReplay,
  beginFlow,
  bridgeKind,
  command,
  playOnDesk,
  toStage,
  watch,
  type Flow,
} from '../../../src/app/play/flow.ts';
import { backAtStage, settled } from '../../../src/app/play/steps.ts';
import { courseLevel } from '../../engine/levels.ts';

const CV = courseLevel('cv-to-rivals');
const desk = toStage(beginFlow(CV), 'desk');
const put = (flow: Flow, field: 'to' | 'bcc', contact: string) =>
  command(flow, { type: 'place', contacts: [contact], field });
const placed = put(put(desk, 'to', 'northwind'), 'bcc', 'southgale');
const leaving = command(placed, { type: 'send' });
const replay = watch(leaving);
const debrief = afterReplay(replay);

describe('Back within a level', () => {
  test('leads from the replay to the desk, with the cards as they were when the mail was sent', () => {
    const back = backAtStage(replay, 'desk');
    expect(back.stage).toBe('desk');
    expect(back.play.placement).toEqual(placed.play.placement);
    expect(back.leaving).toBeNull();
  });

  test('leads to a desk with the mail unsent while sending can still be undone', () => {
    const back = settled(leaving);
    expect(back.leaving).toBeNull();
    expect(playOnDesk(back).placement).toEqual(placed.play.placement);
    expect(command(back, { type: 'send' }).leaving).not.toBeNull();
  });

  test('leads from the debrief to the replay of the whole story, which does not finish the level again', () => {
    expect(debrief.stage).toBe('debrief');
    const back = backAtStage(debrief, 'replay');
    expect(back).toMatchObject({ stage: 'replay', wholeStory: true });
    expect(afterReplay(back).stage).toBe('debrief');
  });

  test('never shows a replay or a debrief of a mail that was not sent', () => {
    expect(backAtStage(placed, 'replay').stage).toBe('briefing');
    expect(backAtStage(placed, 'debrief').stage).toBe('desk');
  });

  test('to a replay leads on to the desk of the mail that is due, and not past it', () => {
    const survey = toStage(beginFlow(courseLevel('survey-mailing')), 'desk');
    const exposed = command(survey, { type: 'place', contacts: ['batch-1'], field: 'cc' });
    const atApology = afterReplay(watch(command(exposed, { type: 'send' })));
    expect(atApology.stage).toBe('desk');
    const back = backAtStage(atApology, 'replay');
    expect(back).toMatchObject({ stage: 'replay', wholeStory: false });
    expect(bridgeKind(afterReplay(back))).toBe('apology');
  });
});

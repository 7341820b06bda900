import { describe, expect, test } from 'vitest';
import { isBegun } from '../../../src/app/play/play-memory.ts';
import {
  afterReplay,
  afterWords,
  beginFlow,
  bridgeKind,
  command,
  crossBridge,
  delivered,
  deskOnScreen,
  firstBeat,
  flowOfFile,
  isFinish,
  mailsLeaving,
  newcomers,
  playOnDesk,
  resumeFlow,
  savedPlay,
  toStage,
  watch,
  watchAgain,
  watchLeaving,
  type Flow,
} from '../../../src/app/play/flow.ts';
import type { Field, Level } from '../../../src/engine/level/level.ts';
import { courseLevel, level, mail, person } from '../../engine/levels.ts';

const CV = courseLevel('cv-to-rivals');
const SURVEY = courseLevel('survey-mailing');

const atDesk = (story: Level) => toStage(beginFlow(story), 'desk');
const put = (flow: Flow, field: Field, ...contacts: string[]) => command(flow, { type: 'place', contacts, field });
const send = (flow: Flow) => command(flow, { type: 'send' });
const everybody = (flow: Flow) => deskOnScreen(flow)?.contacts ?? [];
/** A reload: what is stored, through JSON and back. */
const reload = (flow: Flow) =>
  resumeFlow(flow.level, JSON.parse(JSON.stringify(savedPlay(flow))) as ReturnType<typeof savedPlay>);

/** The survey with every card in Cc, sent and watched: the apology is due. */
const blunder = () => {
  const desk = atDesk(SURVEY);
  return afterReplay(watch(send(put(desk, 'cc', ...everybody(desk)))));
};

describe('the way through a level', () => {
  test('leads from the briefing through desk and replay to the debrief', () => {
    let flow = beginFlow(CV);
    expect(flow.stage).toBe('briefing');
    flow = toStage(flow, 'desk');
    flow = put(flow, 'separate', 'northwind', 'southgale');
    flow = send(put(flow, 'cc', 'referee'));
    expect(flow.stage).toBe('desk');
    expect(mailsLeaving(flow)).toBe(1);
    flow = watch(flow);
    expect(flow.stage).toBe('replay');
    expect(afterWords(flow)).toBe('debrief');
    flow = afterReplay(flow);
    expect(flow.stage).toBe('debrief');
    expect(flow.play.outcome.stars).toBe(3);
  });

  test('leads through the desk of the apology after a breach, and gives the reason', () => {
    const desk = atDesk(SURVEY);
    const replay = watch(send(put(desk, 'cc', ...everybody(desk))));
    expect(afterWords(replay)).toBe('apology');
    const apology = afterReplay(replay);
    expect(apology.stage).toBe('desk');
    expect(bridgeKind(apology)).toBe('apology');
    expect(bridgeKind(crossBridge(apology))).toBeNull();
    const second = watch(send(put(crossBridge(apology), 'separate', ...everybody(apology))));
    expect(afterWords(second)).toBe('debrief');
    expect(firstBeat(second)).toBeGreaterThan(0);
    expect(afterReplay(second).stage).toBe('debrief');
  });

  test('announces a later mail that is not an apology simply as the next one', () => {
    const story = level([person('ana')], { mails: [mail('first'), mail('second', { after: 'P1D' })] });
    const flow = afterReplay(watch(send(put(atDesk(story), 'to', 'ana'))));
    expect([flow.stage, bridgeKind(flow)]).toEqual(['desk', 'next']);
  });

  test('knows who the player meets for the first time at a later desk', () => {
    const story = level([person('ana'), person('ben')], {
      mails: [mail('first', { contacts: ['ana'] }), mail('second', { after: 'P1D' })],
    });
    const desk = atDesk(story);
    const next = afterReplay(watch(send(put(desk, 'to', 'ana'))));
    expect([newcomers(desk), newcomers(next)]).toEqual([['ana'], ['ben']]);
  });

  test('takes nobody for new who was on a desk before the last one', () => {
    const story = level([person('ana'), person('ben')], {
      mails: [
        mail('first', { contacts: ['ana'] }),
        mail('second', { after: 'P1D', contacts: ['ben'] }),
        mail('third', { after: 'P2D' }),
      ],
    });
    const second = afterReplay(watch(send(put(atDesk(story), 'to', 'ana'))));
    const third = afterReplay(watch(send(put(crossBridge(second), 'to', 'ben'))));
    expect(deskOnScreen(third)?.contacts).toEqual(['ana', 'ben']);
    expect(newcomers(third)).toEqual([]);
  });

  test('shows only what is new after the second mail, and everything from the debrief', () => {
    const second = watch(send(put(blunder(), 'separate', 'batch-1')));
    const again = watchAgain(afterReplay(second));
    // The apology was announced before it was sent: the show begins with its sending, and not with what has been seen.
    expect(second.play.outcome.beats[firstBeat(second)]).toMatchObject({ kind: 'sent', mail: 'apology' });
    expect(again.stage).toBe('replay');
    expect(firstBeat(again)).toBe(0);
    expect(firstBeat(second)).toBeGreaterThan(0);
    expect(afterReplay(again).stage).toBe('debrief');
  });
});

describe('a play from a file', () => {
  test('leads to its debrief, also where its player has not sent all', () => {
    const flow = flowOfFile(SURVEY, blunder().play);
    expect(firstBeat(flow)).toBe(0);
    expect(afterWords(flow)).toBe('debrief');
    expect(afterReplay(flow).stage).toBe('debrief');
  });
});

describe('sending', () => {
  test('can be undone, and the cards return to their fields', () => {
    const before = put(atDesk(CV), 'cc', 'northwind', 'referee');
    const sent = send(before);
    expect(playOnDesk(sent)).toBe(before.play);
    expect(deskOnScreen(sent)).toBe(before.play.desk);
    const back = command(sent, { type: 'unsend' });
    expect(mailsLeaving(back)).toBeNull();
    expect(playOnDesk(back).placement).toEqual(before.play.placement);
    expect(command(back, { type: 'undo' }).play.past).toHaveLength(0);
  });

  test('can be undone with the undo key, and cards cannot move until then', () => {
    const sent = send(put(atDesk(CV), 'cc', 'northwind'));
    expect(put(sent, 'to', 'manager')).toBe(sent);
    expect(mailsLeaving(command(sent, { type: 'undo' }))).toBeNull();
  });

  test('counts the mails with a recipient: one batch is one mail of the seven on the desk', () => {
    expect(mailsLeaving(send(put(atDesk(SURVEY), 'bcc', 'batch-1')))).toBe(1);
    expect(mailsLeaving(send(put(atDesk(SURVEY), 'bcc', 'batch-1', 'batch-2')))).toBe(2);
    expect(mailsLeaving(send(put(atDesk(SURVEY), 'to', 'priya')))).toBe(7);
  });

  test('can undo Send while the replay shows the mail on its way, and not once it has arrived', () => {
    const sent = watchLeaving(send(put(atDesk(CV), 'cc', 'northwind')));
    expect(sent.stage).toBe('replay');
    expect(mailsLeaving(sent)).toBe(1);
    expect(put(sent, 'to', 'manager')).toBe(sent);
    const back = command(sent, { type: 'unsend' });
    expect(back.stage).toBe('desk');
    expect(playOnDesk(back).placement['northwind']).toBe('cc');
    const there = delivered(sent);
    expect(command(there, { type: 'unsend' })).toBe(there);
    expect(afterReplay(sent).leaving).toBeNull();
  });

  test('cannot be undone after the replay', () => {
    const apology = blunder();
    expect(command(apology, { type: 'unsend' })).toBe(apology);
  });

  test('does nothing when all cards are left out', () => {
    const flow = atDesk(CV);
    expect(send(flow)).toBe(flow);
  });

  test('can be skipped when the mail is optional, and that can be undone', () => {
    const story = level([person('ana')], { mails: [mail('mail', { optional: true })] });
    const gone = command(atDesk(story), { type: 'skip' });
    expect(mailsLeaving(gone)).toBe(0);
    expect(mailsLeaving(command(gone, { type: 'unsend' }))).toBeNull();
    expect(command(atDesk(CV), { type: 'skip' }).leaving).toBeNull();
  });
});

describe('a reload', () => {
  test('restores the desk and its cards, with their history', () => {
    const flow = put(put(atDesk(CV), 'cc', 'northwind'), 'bcc', 'southgale');
    const back = reload(flow);
    expect(back.stage).toBe('desk');
    expect(back.play).toEqual(flow.play);
    expect(command(back, { type: 'undo' }).play.placement).toEqual(command(flow, { type: 'undo' }).play.placement);
  });

  test('counts mails that could still be undone as sent', () => {
    const back = reload(send(put(atDesk(CV), 'cc', 'northwind')));
    expect(back.stage).toBe('replay');
    expect(back.leaving).toBeNull();
  });

  test('restores the replay, the apology with its reason, and the debrief', () => {
    const desk = atDesk(SURVEY);
    const replay = watch(send(put(desk, 'cc', ...everybody(desk))));
    expect(reload(replay)).toEqual(replay);
    expect(bridgeKind(reload(blunder()))).toBe('apology');
    expect(bridgeKind(reload(put(blunder(), 'none', 'batch-1')))).toBeNull();
    const end = afterReplay(watch(send(put(atDesk(CV), 'cc', 'northwind'))));
    expect(reload(end)).toEqual(end);
  });

  test('falls back when the stored stage is impossible', () => {
    expect(resumeFlow(CV, { log: [], stage: 'replay' }).stage).toBe('briefing');
    expect(resumeFlow(CV, { log: [], stage: 'debrief' }).stage).toBe('desk');
    const end = savedPlay(afterReplay(watch(send(put(atDesk(CV), 'cc', 'northwind')))));
    expect(resumeFlow(CV, { ...end, stage: 'desk' }).stage).toBe('debrief');
  });

  test('takes whatever fits from the log of another level', () => {
    const saved = savedPlay(put(atDesk(SURVEY), 'cc', 'batch-1'));
    expect(resumeFlow(CV, saved).play.placement).toEqual({});
  });
});

describe('a level counts as begun', () => {
  test('once something was done in it, and no longer after its end', () => {
    expect(isBegun(null)).toBe(false);
    expect(isBegun(savedPlay(atDesk(CV)))).toBe(false);
    expect(isBegun(savedPlay(put(atDesk(CV), 'cc', 'northwind')))).toBe(true);
    expect(isBegun(savedPlay(afterReplay(watch(send(put(atDesk(CV), 'cc', 'northwind'))))))).toBe(false);
  });
});

describe('a level is finished', () => {
  const replay = watch(send(put(atDesk(CV), 'cc', 'northwind')));
  const debrief = afterReplay(replay);

  test('by the step from its last replay to the debrief', () => {
    expect(isFinish(replay, debrief)).toBe(true);
    expect(isFinish(watch(send(put(atDesk(SURVEY), 'cc', 'batch-1'))), blunder())).toBe(false);
    expect(isFinish(beginFlow(CV), debrief)).toBe(false);
  });

  test('once: watching everything again does not finish it again', () => {
    const again = watchAgain(debrief);
    expect(isFinish(again, afterReplay(again))).toBe(false);
  });
});

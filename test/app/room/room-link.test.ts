import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  afterReplay,
  beginFlow,
  command,
  deskOnScreen,
  type Flow,
  predict,
  resumeFlow,
  savedPlay,
  toStage,
  watch,
  watchLeaving,
} from '../../../src/app/play/flow.ts';
import { joinLiveRoom } from '../../../src/app/room/live-phone.ts';
import { ownResult, ownResults } from '../../../src/app/room/own-results.ts';
import { tellRoom } from '../../../src/app/room/room-link.ts';
import type { Field, Level } from '../../../src/engine/index.ts';
import { setLanguage, t } from '../../../src/i18n/index.ts';
import { keepRecordIn, memoryStorage } from '../../../src/progress/index.ts';
import { eraseAll } from '../../../src/progress/device.ts';
import { tabRecord } from '../../../src/progress/tab-record.ts';
import { courseLevel } from '../../engine/levels.ts';
import { openBroker, type SessionBroker } from '../../room-server/session/brokers.ts';
import { KEY, lead, type Led, OPEN, SESSION, soon } from '../../room-server/session/players.ts';

beforeAll(() => setLanguage('en'));

// Lit asks for the document when it is loaded, and another file's may still be there.
vi.hoisted(() => vi.unstubAllGlobals());

const CV = courseLevel('cv-to-rivals');
const SURVEY = courseLevel('survey-mailing');

const body = {};
/** The live region of the page. */
const news = { parentElement: body, textContent: '' };

/** Opens the page at a link, in a tab that keeps nothing yet. */
async function open(search: string, baseURI = 'https://games.example/game/'): Promise<void> {
  vi.stubGlobal('location', { search });
  vi.stubGlobal('document', {
    baseURI,
    body,
    querySelector: () => news,
    querySelectorAll: () => [],
    addEventListener: () => null,
  });
  vi.stubGlobal('reportError', (error: unknown) => {
    throw error;
  });
  await eraseAll();
}

beforeEach(() => keepRecordIn(memoryStorage()));

const desk = (level: Level) => toStage(beginFlow(level), 'desk');
const place = (flow: Flow, field: Field) =>
  command(flow, { type: 'place', contacts: deskOnScreen(flow)?.contacts ?? [], field });
const send = (flow: Flow) => command(flow, { type: 'send' });

/** Takes a play through its steps, and tells the room of each as the page does. */
function play(from: Flow, ...steps: ((flow: Flow) => Flow)[]): Flow {
  return steps.reduce((flow, step) => {
    const next = step(flow);
    tellRoom(flow, next);
    return next;
  }, from);
}
const placeIn = (field: Field) => (flow: Flow) => place(flow, field);

/** Waits until the page has taken in what the room was told. */
async function settled(): Promise<void> {
  await Promise.all([import('../../../src/app/room/own-results.ts'), import('../../../src/app/room/live-phone.ts')]);
  await new Promise((done) => {
    setImmediate(done);
  });
}
const sent = async () => {
  await settled();
  return ownResults().sent;
};
const result = async (flow: Flow) => {
  await settled();
  return ownResult(flow);
};

describe('a phone in a session', () => {
  it('keeps the result of a level once the player can no longer undo the send', async () => {
    await open('?room=codes');
    const leaving = play(desk(CV), placeIn('cc'), send);
    expect(await sent()).toEqual([CV.id]);
    expect(ownResults().results).toEqual({});
    play(leaving, watch);
    await settled();
    expect(ownResults().results[CV.id]?.placement).toMatchObject({ northwind: 'cc', southgale: 'cc' });
  });

  it('keeps what was sent in the end if the player undoes the first send', async () => {
    await open('?room=codes');
    const back = play(desk(CV), placeIn('cc'), send, (flow) => command(flow, { type: 'unsend' }));
    await settled();
    expect(ownResults().results).toEqual({});
    const end = play(back, placeIn('separate'), send, watch);
    expect((await result(end))?.placement).toMatchObject({ northwind: 'separate', southgale: 'separate' });
  });

  it('keeps the prediction that the player makes while the mail is on its way', async () => {
    await open('?room=codes');
    const said = { said: 'northwind', stake: 2 } as const;
    const end = play(desk(CV), placeIn('cc'), send, watchLeaving, (flow) => predict(flow, said), watch);
    expect((await result(end))?.prediction).toEqual(said);
  });

  it('keeps the first try, and the first desk of a level that has more', async () => {
    await open('?room=codes');
    const apology = play(desk(SURVEY), placeIn('cc'), send, watch, afterReplay);
    const first = await result(apology);
    expect(Object.values(first?.placement ?? {})).toContain('cc');
    const end = play(apology, placeIn('separate'), send, watch, afterReplay);
    expect(await result(end)).toEqual(first);
    const again = play(desk(SURVEY), placeIn('bcc'), send, watch);
    expect(await result(again)).toEqual(first);
  });

  it('keeps nothing of a play that someone else left on the device', async () => {
    await open('?room=codes');
    const left = watch(send(place(desk(CV), 'cc')));
    tellRoom(null, left);
    await settled();
    expect(ownResults()).toMatchObject({ sent: [], results: {} });
  });

  it('keeps what its own player had sent when the page was loaded again', async () => {
    await open('?room=codes');
    const leaving = play(desk(CV), placeIn('cc'), send);
    await settled();
    const loaded = resumeFlow(CV, savedPlay(leaving));
    tellRoom(null, loaded);
    await settled();
    expect(ownResults().results[CV.id]?.placement).toMatchObject({ northwind: 'cc' });
  });
});

it.each([
  ['without a session', ''],
  ['on the screen of a session', '?room=codes&present=1'],
])('%s nothing is kept', async (_, search) => {
  await open(search);
  play(desk(CV), placeIn('cc'), send, watch);
  await settled();
  expect(tabRecord('own-results').read()).toBeNull();
});

describe('a phone in a live session', () => {
  let broker: SessionBroker;
  let led: Led;

  beforeEach(async () => {
    broker = await openBroker('aedes', SESSION, KEY);
    led = lead(broker.url, { state: OPEN });
    await open(`?room=${SESSION}`, broker.url.replace('ws:', 'http:').replace('room-broker', ''));
    tabRecord(`joined-${SESSION}`).write('1');
    news.textContent = '';
    await joinLiveRoom();
    const joined = () => led.here === 1 && news.textContent === t('room.live.connected');
    await vi.waitUntil(joined, { timeout: 20_000, interval: 10 });
  });
  afterEach(async () => {
    led.screen.close();
    await broker.stop();
  });

  it('sends its result once the player can no longer undo the send', async () => {
    const leaving = play(desk(CV), placeIn('cc'), send);
    await settled();
    expect(led.arrived).toBe(0);
    play(leaving, watch);
    await soon(() => expect(led.results).toHaveLength(1));
    expect(led.results[0]).toMatchObject({ level: CV.id, placement: { northwind: 'cc' } });
    await eraseAll();
    led.screen.setState(OPEN);
    await soon(() => expect(led.here).toBe(0));
  });

  it('leaves and sends nothing when its player has erased everything', async () => {
    await eraseAll();
    play(desk(CV), placeIn('cc'), send, watch);
    await soon(() => expect(led.here).toBe(0));
    expect(led.arrived).toBe(0);
    expect(tabRecord(`group-${SESSION}`).read()).toBeNull();
  });
});

import { afterEach, beforeEach, expect, it } from 'vitest';
import { askedBroker, openBroker, type SessionBroker } from './brokers.ts';
import * as players from './players.ts';
import { ADA, BEN, CLEO, KEY, OPEN, result, SESSION, soon } from './players.ts';

let broker: SessionBroker;
const closers: (() => void)[] = [];

beforeEach(async () => {
  broker = await openBroker(askedBroker(), SESSION, KEY);
});
afterEach(async () => {
  for (const close of closers.splice(0)) close();
  await broker.stop();
});

function lead(options: Parameters<typeof players.lead>[1] = {}): players.Led {
  const led = players.lead(broker.url, options);
  closers.push(() => led.screen.close());
  return led;
}

function join(participant: string, options: Parameters<typeof players.join>[2] = {}): players.Joined {
  const joined = players.join(broker.url, participant, options);
  closers.push(() => joined.phone.close());
  return joined;
}

it('phones see which level is played, and the screen counts each phone and result once', async () => {
  const led = lead();
  const phones = [ADA, BEN, CLEO].map((id) => join(id));
  await soon(() => expect(phones.map(({ state }) => state)).toEqual([OPEN, OPEN, OPEN]));
  for (const [index, id] of [ADA, BEN, CLEO].entries()) phones[index]?.phone.send(result(id));
  phones[0]?.phone.send(result(ADA));
  await soon(() => expect(led.results).toHaveLength(3));
  await soon(() => expect(led.here).toBe(3));
  await soon(() => expect(phones.map(({ received }) => received.has(OPEN.level ?? ''))).toEqual([true, true, true]));
  phones[0]?.phone.close();
  await soon(() => expect(led.here).toBe(2));
  expect(led.results).toHaveLength(3);
});

it('a phone that joins late, or before the screen, sees the level too', async () => {
  const early = join(ADA);
  await soon(() => expect(early.status).toBe('connected'));
  expect(early.state).toBeNull();
  const led = lead();
  await soon(() => expect(early.state).toEqual(OPEN));
  const late = join(BEN);
  await soon(() => expect(late.state).toEqual(OPEN));
  await soon(() => expect(led.here).toBe(2));
});

it('a reloaded screen gets everything again, also after a change of level', async () => {
  const led = lead();
  const ada = join(ADA);
  await soon(() => expect(ada.state).toEqual(OPEN));
  ada.phone.send(result(ADA));
  await soon(() => expect(ada.received.has('cv-to-rivals')).toBe(true));
  led.screen.setState({ ...OPEN, level: 'survey-mailing' });
  await soon(() => expect(ada.state?.level).toBe('survey-mailing'));
  led.screen.close();
  const again = lead();
  await soon(() => expect(again.results).toHaveLength(1));
  expect(again.here).toBe(1);
});

it('a killed broker that comes back loses nothing, and messages that were sent meanwhile arrive', async () => {
  const led = lead();
  const [ada, ben] = [join(ADA), join(BEN)];
  await soon(() => expect([ada.state, ben.state]).toEqual([OPEN, OPEN]));
  ada.phone.send(result(ADA));
  await soon(() => expect(led.results).toHaveLength(1));
  await broker.stop();
  await soon(() => expect([led.status, ada.status, ben.status]).toEqual(['lost', 'lost', 'lost']));
  ben.phone.send(result(BEN));
  await broker.start();
  await soon(() => expect([led.status, ada.status, ben.status]).toEqual(['connected', 'connected', 'connected']));
  await soon(() => expect(led.results).toHaveLength(2));
  await soon(() => expect(led.here).toBe(2));
});

it('the host can change the level while the network is gone', async () => {
  const led = lead();
  const ada = join(ADA);
  await soon(() => expect(ada.state).toEqual(OPEN));
  await broker.stop();
  await soon(() => expect(led.status).toBe('lost'));
  led.screen.setState({ ...OPEN, phase: 'closed' });
  led.screen.setState({ ...OPEN, level: 'survey-mailing' });
  await broker.start();
  await soon(() => expect(ada.state?.level).toBe('survey-mailing'));
});

it('a phone whose page was loaded again sends what had not arrived, once', async () => {
  const led = lead();
  const before = join(ADA);
  await soon(() => expect(before.state).toEqual(OPEN));
  before.phone.close();
  const again = join(ADA, { results: [result(ADA)] });
  await soon(() => expect(again.received.has('cv-to-rivals')).toBe(true));
  again.phone.send(result(ADA));
  const later = join(BEN);
  later.phone.send(result(BEN));
  await soon(() => expect(led.results.map(({ participant }) => participant)).toEqual([ADA, BEN]));
  expect(led.arrived).toBe(2);
});

it('results that arrive after voting has closed count once it is open again', async () => {
  const led = lead();
  const [ada, ben] = [join(ADA), join(BEN)];
  await soon(() => expect([ada.state, ben.state]).toEqual([OPEN, OPEN]));
  ada.phone.send(result(ADA));
  await soon(() => expect(led.results).toHaveLength(1));
  led.screen.setState({ ...OPEN, phase: 'closed' });
  await soon(() => expect(ben.state?.phase).toBe('closed'));
  ben.phone.send(result(BEN));
  led.screen.setState({ level: null, phase: 'open', group: 0 });
  await soon(() => expect(ben.state?.level).toBeNull());
  expect(led.results).toHaveLength(1);
  led.screen.setState(OPEN);
  await soon(() => expect(led.results).toHaveLength(2));
});

it('the next group begins with nothing, and the phones of the last one are put away', async () => {
  const led = lead();
  const ada = join(ADA);
  await soon(() => expect(ada.state).toEqual(OPEN));
  ada.phone.send(result(ADA));
  await soon(() => expect(led.results).toHaveLength(1));
  led.results = [];
  led.screen.setState({ ...OPEN, group: 500 });
  await soon(() => expect(ada.status).toBe('put-away'));
  await soon(() => expect(led.here).toBe(0));
  // A phone that was asleep meanwhile sends what it had for its old group.
  const ben = join(BEN, { group: 0 });
  ben.phone.send(result(BEN));
  await soon(() => expect(ben.status).toBe('put-away'));
  const cleo = join(CLEO);
  await soon(() => expect(cleo.state?.group).toBe(500));
  cleo.phone.send(result(CLEO));
  await soon(() => expect(led.results.map(({ participant }) => participant)).toEqual([CLEO]));
});

it('a screen that was opened again puts nobody away', async () => {
  const led = lead({ state: { ...OPEN, group: 500 } });
  const ada = join(ADA);
  await soon(() => expect(ada.state?.group).toBe(500));
  ada.phone.send(result(ADA));
  await soon(() => expect(led.results).toHaveLength(1));
  led.screen.close();
  const again = lead({ state: OPEN });
  await soon(() => expect(again.results).toHaveLength(1));
  expect(ada.status).toBe('connected');
});

it('the session ends for everyone, and the broker keeps nothing of it', async () => {
  const led = lead();
  const ada = join(ADA);
  await soon(() => expect(ada.state).toEqual(OPEN));
  led.screen.end();
  await soon(() => expect(ada.status).toBe('over'));
  const late = join(BEN);
  await soon(() => expect(late.status).toBe('connected'));
  expect(late.state).toBeNull();
});

it('a client with a wrong session or key is refused, and does not try again', async () => {
  const stranger = join(ADA, { session: 'ZZZZZZZZ0123' });
  const led = lead({ key: 'another key' });
  await soon(() => expect([stranger.status, led.status]).toEqual(['refused', 'refused']));
});

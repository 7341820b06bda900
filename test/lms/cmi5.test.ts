import { beforeEach, describe, expect, it, test } from 'vitest';
import { setLanguage } from '../../src/i18n/index.ts';
import { launchData, launchParameters, learnerId } from '../../src/lms/cmi5/launch.ts';
import { openCmi5 } from '../../src/lms/cmi5/open.ts';
import type { PlatformSession, Traced } from '../../src/lms/platform-session.ts';
import type { OnFail } from '../../src/lms/report.ts';
import { ADDRESS, LAUNCH, recordStoreStub, verbOf, type StubSettings } from './record-store-stub.ts';
import { check, course, play } from './reports.ts';

// Other test files may leave another language set.
beforeEach(() => setLanguage('en'));

const kept = { state: '1|4', seconds: 90 };

/** A tab's storage. */
function storage(): Storage {
  const values = new Map<string, string>();
  return {
    getItem: (key) => values.get(key) ?? null,
    setItem: (key, value) => void values.set(key, value),
    removeItem: (key) => void values.delete(key),
    clear: () => values.clear(),
    key: () => null,
    length: 0,
  };
}

function launched(settings: StubSettings = {}, onFail: OnFail = 'incomplete') {
  const store = recordStoreStub(settings);
  const trace: Traced[] = [];
  const open = (sessionStorage = storage()) =>
    openCmi5({
      address: ADDRESS,
      view: { fetch: store.fetch, sessionStorage, crypto },
      onFail,
      trace: (traced) => trace.push(traced),
    });
  return { store, trace, open };
}

async function opened(settings: StubSettings = {}, onFail: OnFail = 'incomplete') {
  const { store, open } = launched(settings, onFail);
  const session = await open();
  if (typeof session === 'string') throw new Error(session);
  return { store, session, open };
}

describe('the launch', () => {
  it('fetches the token, reads data and preferences, and sends initialized', async () => {
    const { store, session } = await opened({ languagePreference: 'fr-FR,en' });
    expect(store.verbs()).toEqual(['initialized']);
    expect(store.preferencesRead()).toBe(true);
    expect(session.launch).toEqual({
      mode: 'normal',
      state: '',
      learner: { id: 'https://lms.example 7', name: 'Sam Okoro' },
      language: 'fr-FR',
    });
    expect(store.refused).toEqual([]);
  });

  it('does not happen without the parameters', async () => {
    const { store } = launched();
    for (const address of ['', '?endpoint=https://lrs.example/', ADDRESS.replace('actor', 'nobody')]) {
      expect(
        await openCmi5({
          address,
          view: { fetch: store.fetch, sessionStorage: storage(), crypto },
          onFail: 'incomplete',
          trace: () => {},
        }),
      ).toBe('none');
    }
    expect(launchParameters(ADDRESS.replace('%7B', 'broken'))).toBeNull();
  });

  it('is refused if the token was already used, the server is down, or there are no launch data', async () => {
    const used = launched();
    await used.open();
    expect(await used.open()).toBe('refused');
    const down = launched();
    down.store.setDown(true);
    expect(await down.open()).toBe('refused');
    expect(down.trace.at(-1)?.error).toContain('Failed to fetch');
    expect(launchData({ launchMode: 'Normal' })).toBeNull();
    expect(launchData(null)).toBeNull();
  });

  it('continues its session when the page is reloaded', async () => {
    const { store, open } = launched();
    const tab = storage();
    await open(tab);
    const again = await open(tab);
    expect(typeof again).not.toBe('string');
    expect(store.verbs()).toEqual(['initialized']);
  });

  it('treats a missing mode as normal', () => {
    expect(launchData({ contextTemplate: {} })).toMatchObject({ launchMode: 'Normal', masteryScore: null });
  });

  test('identifies an actor by the account, or otherwise by the mailbox', () => {
    expect(learnerId({ mbox: 'mailto:sam@okoro.example' })).toBe('mailto:sam@okoro.example');
    expect(learnerId({})).toBe('');
  });
});

describe('the statements', () => {
  it('name the level, the result and the gauges of each play', async () => {
    const { store, session } = await opened();
    expect(await session.debriefed(course([88]), play(), kept)).toBe('stored');
    const told = store.statements.find((one) => verbOf(one) === 'answered');
    expect(told).toMatchObject({
      object: { id: `${LAUNCH.activity}#level-1`, definition: { name: { en: 'One CV, two rivals' } } },
      result: { success: true, score: { scaled: 0.88, raw: 88 }, duration: 'PT75S', response: 'to=ana;bcc=ben' },
    });
    expect(store.documents.get('blind-copy')).toEqual({ state: '1|4', sent: [] });
    expect(store.refused).toEqual([]);
  });

  it('name the counts of a check, without success and score', async () => {
    const { store, session } = await opened();
    expect(await session.debriefed(course([]), check(), kept)).toBe('stored');
    const told = store.statements.find((one) => verbOf(one) === 'answered');
    expect(told).toMatchObject({ object: { id: `${LAUNCH.activity}#check.before` } });
    expect(told?.['result']).toEqual({ response: 'form=a;hits=22/27;false-alarms=3/27' });
    expect(store.refused).toEqual([]);
  });

  it('include completed and passed once, when every level is finished and the mark is reached', async () => {
    const { store, session } = await opened();
    await session.debriefed(course([90, 90]), play(), kept);
    expect(store.verbs()).toEqual(['initialized', 'answered']);
    await session.debriefed(course([90, 90, 90]), play(), kept);
    await session.debriefed(course([95, 90, 90]), play(), kept);
    expect(store.verbs()).toEqual(['initialized', 'answered', 'answered', 'completed', 'passed', 'answered']);
    expect(store.refused).toEqual([]);
  });

  it('include only completed below the mark, and passed once it is reached', async () => {
    const { store, session } = await opened();
    await session.debriefed(course([60, 60, 60]), play(), kept);
    expect(store.verbs()).toEqual(['initialized', 'answered', 'completed']);
    await session.debriefed(course([80, 80, 80]), play(), kept);
    expect(store.verbs().at(-1)).toBe('passed');
    expect(store.refused).toEqual([]);
  });

  it('use the platform’s own mark', async () => {
    const strict = await opened({ masteryScore: 0.95 });
    await strict.session.debriefed(course([90, 90, 90]), play(), kept);
    expect(strict.store.verbs()).not.toContain('passed');
    const mild = await opened({ masteryScore: 0.5 });
    await mild.session.debriefed(course([60, 60, 60]), play(), kept);
    expect(mild.store.verbs()).toContain('passed');
    const without = await opened({ masteryScore: null });
    await without.session.debriefed(course([90, 90, 90]), play(), kept);
    expect(without.store.verbs()).toContain('passed');
    for (const { store } of [strict, mild, without]) expect(store.refused).toEqual([]);
  });

  it('include failed only if the package is set to, and once in a session', async () => {
    const { store, session } = await opened({}, 'failed');
    await session.debriefed(course([10, 10, 10]), play(), kept);
    await session.debriefed(course([20, 10, 10]), play(), kept);
    expect(store.verbs().filter((verb) => verb === 'failed')).toHaveLength(1);
    expect(store.refused).toEqual([]);
  });

  it('let a learner pass in a later session, and do not repeat completed', async () => {
    const { store, session, open } = await opened({}, 'failed');
    await session.debriefed(course([10, 10, 10]), play(), kept);
    await session.end(course([10, 10, 10]), kept, 'button');
    store.relaunch();
    const later = await open();
    if (typeof later === 'string') throw new Error(later);
    expect(later.launch.state).toBe('1|4');
    await later.debriefed(course([90, 90, 90]), play(), kept);
    expect(store.verbs().slice(-2)).toEqual(['answered', 'passed']);
    expect(store.refused).toEqual([]);
  });

  it('end with terminated, and nothing follows', async () => {
    const { store, session } = await opened({ returnURL: 'https://lms.example/back' });
    await session.end(course([80]), kept, 'button');
    await session.end(course([80]), kept, 'closing');
    await session.debriefed(course([80]), play(), kept);
    await session.keep(course([80]), kept);
    expect(store.verbs()).toEqual(['initialized', 'terminated']);
    expect(session.returnTo).toBe('https://lms.example/back');
    expect(store.refused).toEqual([]);
  });
});

describe('a page that closes', () => {
  const closing = ['answered', 'PUT blind-copy', 'terminated'];

  it('ends its session with terminated, however far the learner is', async () => {
    for (const scores of [[], [80], [90, 90, 90]]) {
      const { store, session } = await opened();
      store.close();
      void session.end(course(scores), kept, 'closing');
      expect(store.verbs()).toEqual(['initialized', 'terminated']);
      expect(store.documents.get('blind-copy')).toMatchObject({ state: '1|4' });
      expect(store.refused).toEqual([]);
    }
  });

  it('ends it even before the course has arrived', async () => {
    const { store, session } = await opened();
    store.close();
    void session.end(null, kept, 'closing');
    expect(store.verbs()).toEqual(['initialized', 'terminated']);
  });

  it('sends the statements, then the state, then terminated, without waiting for an answer', async () => {
    const { store, session } = await opened();
    store.setDown(true);
    await session.debriefed(course([90]), play(), { ...kept, state: '1|3' });
    store.setDown(false);
    store.arrivals.length = 0;
    store.close();
    void session.end(course([90]), kept, 'closing');
    expect(store.arrivals).toEqual(closing);
    expect(store.refused).toEqual([]);
  });

  it('sends a statement again whose request it interrupts', async () => {
    const { store, session } = await opened();
    store.stall(true);
    void session.debriefed(course([90]), play(), kept);
    await Promise.resolve();
    store.stall(false);
    store.arrivals.length = 0;
    store.close();
    void session.end(course([90]), kept, 'closing');
    expect(store.arrivals).toEqual(closing);
  });

  it('sends only terminated if the platform has the rest', async () => {
    const { store, session } = await opened();
    await session.debriefed(course([90]), play(), kept);
    store.arrivals.length = 0;
    store.close();
    void session.end(course([90]), kept, 'closing');
    expect(store.arrivals).toEqual(['terminated']);
  });

  it('keeps within what a browser sends for a closed page: the verdict, the state and the end come first', async () => {
    const { store, session } = await opened();
    store.setDown(true);
    const response = 'x'.repeat(2000);
    for (let tries = 0; tries < 40; tries += 1)
      await session.debriefed(course([90, 90, 90]), play({ placement: response }), { ...kept, state: '1|3' });
    store.setDown(false);
    store.close();
    void session.end(course([90, 90, 90]), { ...kept, state: `1|4|${'x'.repeat(3990)}` }, 'closing');
    expect(store.verbs().filter((verb) => verb !== 'answered')).toEqual([
      'initialized',
      'completed',
      'passed',
      'terminated',
    ]);
    expect(store.verbs().filter((verb) => verb === 'answered').length).toBeGreaterThan(15);
    expect(store.documents.get('blind-copy')).toMatchObject({ sent: ['completed', 'passed'] });
    expect(store.refused).toEqual([]);
  });

  it('does not end its session if it is being reloaded, and continues it', async () => {
    const { store, open } = launched();
    const tab = storage();
    const session = (await open(tab)) as PlatformSession;
    void session.end(course([80]), kept, 'reloading');
    expect(store.verbs()).toEqual(['initialized']);
    const again = (await open(tab)) as PlatformSession;
    expect(again.launch.state).toBe('1|4');
    await again.debriefed(course([80, 80]), play(), kept);
    void again.end(course([80, 80]), kept, 'closing');
    expect(store.verbs()).toEqual(['initialized', 'answered', 'terminated']);
    expect(store.refused).toEqual([]);
  });

  it('says that the visit is over if it comes back, and sends what its session still has', async () => {
    const { store, open } = launched();
    const tab = storage();
    const session = (await open(tab)) as PlatformSession;
    store.setDown(true);
    void session.end(course([80]), kept, 'closing');
    store.setDown(false);
    expect(await open(tab)).toBe('ended');
    expect(store.verbs()).toEqual(['initialized', 'terminated']);
    expect(await open(tab)).toBe('ended');
    expect(store.refused).toEqual([]);
  });
});

test('Finish leaves the session open while the platform cannot be reached', async () => {
  const { store, session } = await opened();
  store.setDown(true);
  expect(await session.end(course([80]), kept, 'button')).toBe('lost');
  store.setDown(false);
  expect(await session.end(course([80]), kept, 'button')).toBe('stored');
  expect(store.arrivals.slice(-2)).toEqual(['PUT blind-copy', 'terminated']);
  expect(store.refused).toEqual([]);
});

test('a page that closes while Finish still waits ends the session once', async () => {
  const { store, session } = await opened();
  store.stall(true);
  void session.end(course([80]), kept, 'button');
  await Promise.resolve();
  store.stall(false);
  store.close();
  void session.end(course([80]), kept, 'closing');
  expect(store.verbs()).toEqual(['initialized', 'terminated']);
});

describe('the state at the platform', () => {
  it('is written with each change, with one request at a time', async () => {
    const { store, session } = await opened();
    expect(session.eachChange).toBe(true);
    store.arrivals.length = 0;
    const writes = ['1|5', '1|6', '1|7'].map((state) => session.keep(course([]), { ...kept, state }));
    expect(await Promise.all(writes)).toEqual(['stored', 'stored', 'stored']);
    expect(store.arrivals).toEqual(['PUT blind-copy']);
    expect(store.documents.get('blind-copy')).toMatchObject({ state: '1|7' });
    await session.keep(course([]), { ...kept, state: '1|7' });
    expect(store.arrivals).toHaveLength(1);
  });

  it('is the latest one, whatever was still waiting', async () => {
    const { store, session } = await opened();
    const writes = [
      session.keep(course([]), { ...kept, state: '1|5' }),
      session.debriefed(course([90]), play(), { ...kept, state: '1|6' }),
      session.keep(course([90]), { ...kept, state: '1|7' }),
    ];
    await Promise.all(writes);
    expect(store.documents.get('blind-copy')).toMatchObject({ state: '1|7' });
  });

  it('names a verdict as sent only once the platform has it', async () => {
    const { store, session } = await opened();
    store.setDown(true);
    await session.debriefed(course([90, 90, 90]), play(), kept);
    store.setDown(false);
    await session.keep(course([90, 90, 90]), kept);
    expect(store.documents.get('blind-copy')).toEqual({ state: '1|4', sent: ['completed', 'passed'] });
    expect(store.arrivals.slice(-2)).toEqual(['answered completed passed', 'PUT blind-copy']);
  });
});

test.each(['Browse', 'Review'])('in %s only the beginning and the end are sent', async (launchMode) => {
  const { store, session } = await opened({ launchMode });
  expect(session.launch.mode).toBe(launchMode.toLowerCase());
  await session.debriefed(course([90, 90, 90]), play(), kept);
  await session.keep(course([90]), kept);
  await session.end(course([90, 90, 90]), kept, 'button');
  expect(store.verbs()).toEqual(['initialized', 'terminated']);
  expect(store.documents.size).toBe(0);
  expect(store.refused).toEqual([]);
});

describe('while the store is down', () => {
  it('statements wait in order, even if the page is reloaded', async () => {
    const { store, open } = launched();
    const tab = storage();
    const session = (await open(tab)) as PlatformSession;
    store.setDown(true);
    expect(await session.debriefed(course([90]), play(), kept)).toBe('lost');
    expect(await session.look()).toBe('lost');
    store.setDown(false);
    const again = (await open(tab)) as PlatformSession;
    await again.debriefed(course([90, 80]), play({ level: 'level-2' }), kept);
    const levels = store.statements.map((one) => (one['object'] as { id: string }).id.split('#')[1]);
    expect(levels).toEqual([undefined, 'level-1', 'level-2']);
    expect(store.refused).toEqual([]);
  });

  it('a statement whose answer was lost counts once, and does not block the others', async () => {
    const { store, session } = await opened();
    store.loseAnswers(true);
    expect(await session.debriefed(course([90]), play(), kept)).toBe('lost');
    store.loseAnswers(false);
    expect(await session.debriefed(course([90, 80]), play({ level: 'level-2' }), kept)).toBe('stored');
    const levels = store.statements.map((one) => (one['object'] as { id: string }).id.split('#')[1]);
    expect(levels).toEqual([undefined, 'level-1', 'level-2']);
    expect(store.refused).toEqual([]);
  });

  it('an expired token asks the learner to sign in again', async () => {
    const { store, session } = await opened();
    store.expire();
    expect(await session.debriefed(course([90]), play(), kept)).toBe('signed-out');
  });
});

test('the stub refuses what cmi5 forbids', async () => {
  const { store, session } = await opened();
  await session.debriefed(course([90, 90, 90]), play(), kept);
  const [passed] = store.statements.filter((one) => verbOf(one) === 'passed');
  const send = async (change: Record<string, unknown>) => {
    const statement = { ...passed, id: crypto.randomUUID(), ...change };
    const answer = await store.fetch(`${LAUNCH.endpoint}/statements`, {
      method: 'POST',
      headers: { Authorization: 'Basic abc', 'X-Experience-API-Version': '1.0.3', 'Content-Type': 'application/json' },
      body: JSON.stringify([statement]),
    });
    return answer.text();
  };
  expect(await send({})).toContain('twice');
  expect(await send({ actor: {} })).toContain('actor');
  expect(await send({ timestamp: '2026-11-29T09:30:05+01:00' })).toContain('UTC');
  expect(await send({ context: {} })).toContain('registration');
});

import { describe, expect, it, test } from 'vitest';
import type { Connection } from '../../src/lms/connection.ts';
import { levelCode, packState, unpackState } from '../../src/lms/packed-state.ts';
import type { PackageOptions } from '../../src/lms/package/options.ts';
import type { NoSession, PlatformSession } from '../../src/lms/platform-session.ts';
import type { TabCopy, TabStore } from '../../src/lms/tab-copy.ts';
import { openVisit, type Visit } from '../../src/lms/visit.ts';
import { readRecord } from '../../src/progress/read-record.ts';
import { readCheck } from '../../src/progress/check-result.ts';
import { NOTHING_YET, type Progress } from '../../src/progress/record.ts';
import { check, course, play } from './reports.ts';

const options: PackageOptions = {
  kind: 'scorm12',
  course: 'test-course',
  language: null,
  onFail: 'incomplete',
  levels: ['level-1', 'level-2'],
};

/** Returns a platform whose answers the test sets, and a page around it whose clock the test controls. */
function setting(
  change: Partial<PlatformSession> = {},
  more: { readonly tab?: TabCopy; readonly stored?: string; readonly wanted?: string | null } = {},
) {
  const calls: string[] = [];
  const states: string[] = [];
  let connection: Connection = 'stored';
  let copy: TabCopy | null = more.tab ?? null;
  let reloads = 0;
  let now = 0;
  const waiting: { readonly action: () => void; readonly seconds: number }[] = [];
  const note = (call: string, state: string): Promise<Connection> => {
    calls.push(call);
    states.push(state);
    return Promise.resolve(connection);
  };
  const session: PlatformSession = {
    launch: {
      mode: 'normal',
      state: more.stored ?? '',
      learner: { id: '7', name: 'Okoro, Sam' },
      language: '',
    },
    debriefed: (_course, done, { state }) =>
      note('check' in done ? `checked ${done.check}` : `debriefed ${done.level} ${String(done.seconds)}`, state),
    keep: (_course, { state }) => note('keep', state),
    end: (_course, { state }, by) => note(`end ${by}`, state),
    look: () => Promise.resolve(connection),
    hasStored: (state) => states.at(-1) === state,
    eachChange: false,
    recovery: 'reload',
    returnTo: null,
    ...change,
  };
  const tab: TabStore = {
    read: () => copy,
    write: (next) => {
      copy = next;
    },
  };
  const around = {
    now: () => now,
    later: (action: () => void, seconds: number) => void waiting.push({ action, seconds }),
    reload: () => void (reloads += 1),
  };
  const open = (): Visit => {
    const visit = openVisit({ session, options: { ...options, language: more.wanted ?? null }, tab, around });
    visit.follow({
      course: () => course([80]),
      play: (level, _saved, seconds, at) => play({ level, seconds, at, score: 80, privacy: 90, purpose: 89 }),
      check: (time) => check({ check: time }),
    });
    return visit;
  };
  return {
    openAlone: () => openVisit({ session, options: { ...options, language: null }, tab, around }),
    calls,
    states,
    waiting,
    open,
    openWith: (opened: PlatformSession | NoSession) => openVisit({ session: opened, options, tab, around }),
    copy: () => copy,
    reloads: () => reloads,
    pass: (seconds: number) => void (now += seconds * 1000),
    answer: (next: Connection) => void (connection = next),
    /** Lets everything that has been answered take effect. */
    settled: async () => {
      for (let step = 0; step < 20; step += 1) await Promise.resolve();
    },
  };
}

const log = [{ type: 'send' as const }];
const begun: Progress = { ...NOTHING_YET, plays: { 'level-1': { log, stage: 'desk' } } };
const counts = { right: 1, wrong: 0 };
const finished: Progress = {
  ...begun,
  plays: { 'level-1': { log, stage: 'debrief' } },
  results: { 'level-1': { stars: 2, score: 80, routing: null, at: 60_000, scoring: 1 } },
  latest: { 'level-1': { stars: 2, at: 60_000, discernment: { protect: counts, reach: counts } } },
};

/** Writes a record as the page does. */
async function played(visit: Visit, ...records: readonly Progress[]): Promise<void> {
  for (const record of records) {
    visit.record.write(JSON.stringify(record));
    await Promise.resolve();
  }
}
const recordIn = (visit: Visit) => readRecord(visit.record.read()).progress;

describe('a debrief', () => {
  it('finding 1: is reported at once, with the time since the level began', async () => {
    const { open, calls, pass } = setting();
    const visit = open();
    await played(visit, begun);
    pass(75);
    await played(visit, finished);
    expect(calls).toEqual(['debriefed level-1 75']);
  });

  it('is not reported again with the next change of the record', async () => {
    const { open, calls } = setting();
    const visit = open();
    await played(visit, begun, finished, { ...finished, settings: { ...finished.settings, sound: false } });
    expect(calls).toHaveLength(1);
  });

  it('stores the state, which another computer reads', async () => {
    const { open, states } = setting();
    await played(open(), begun, finished);
    const next = setting({}, { stored: states.at(-1) ?? '' }).open();
    expect(recordIn(next).results['level-1']).toMatchObject({ stars: 2, score: 80 });
    expect(unpackState(states.at(-1) ?? '', options.levels)?.levels[0]?.best).toMatchObject({
      privacy: 90,
      purpose: 89,
    });
  });
});

test('a level that was finished before the course had arrived is reported then', async () => {
  const { openAlone, calls } = setting();
  const visit = openAlone();
  await played(visit, begun, finished);
  expect(calls).toEqual([]);
  visit.follow({ course: () => course([80]), play: () => null, check: () => check() });
  expect(calls).toEqual(['keep']);
});

test('each move of a card is stored if the platform takes the state with each change', async () => {
  const { open, calls } = setting({ eachChange: true });
  const visit = open();
  await played(visit, begun, { ...begun, settings: { ...begun.settings, sound: false } }, finished);
  expect(calls).toEqual(['keep', 'keep', 'debriefed level-1 0']);
});

test('Finish says that the session is still open if the platform goes away in the middle of it', async () => {
  const { open } = setting({ end: () => Promise.resolve('lost'), recovery: 'send' });
  const visit = open();
  expect(await visit.finish()).toBeNull();
  expect(visit.state()).toBe('lost');
});

test('moving cards sends nothing until the page is hidden', async () => {
  const { open, calls, states } = setting();
  const visit = open();
  await played(visit, begun);
  expect(calls).toEqual([]);
  visit.hidden();
  expect(calls).toEqual(['keep']);
  const next = setting({}, { stored: states.at(-1) ?? '' }).open();
  expect(recordIn(next).plays['level-1']).toEqual({ log, stage: 'desk' });
});

describe('a page that is closed', () => {
  it('ends the session', () => {
    const { open, calls } = setting();
    open().closed(false);
    expect(calls).toEqual(['end closing']);
  });

  it('ends the session even before the course has arrived, with what the learner has done', async () => {
    const { openAlone, calls, states } = setting();
    const visit = openAlone();
    await played(visit, begun);
    visit.closed(false);
    expect(calls).toEqual(['end closing']);
    expect(unpackState(states[0] ?? '', options.levels)?.play).not.toBe('');
  });

  it('says so if the browser or the page itself only loads it again', () => {
    const { open, calls } = setting();
    open().closed(true);
    const other = open();
    other.tryAgain();
    other.closed(false);
    expect(calls).toEqual(['end reloading', 'end reloading']);
  });

  it('does not end it again if the learner has pressed Finish', async () => {
    const { open, calls } = setting();
    const visit = open();
    await visit.finish();
    visit.hidden();
    visit.closed(false);
    await played(visit, begun, finished);
    expect(calls).toEqual(['keep', 'end button']);
    expect(visit.state()).toBe('ended');
  });
});

describe('Finish, while the last results are not stored', () => {
  it('does not end the session, which would then take no more results', async () => {
    const { open, answer, calls } = setting();
    const visit = open();
    answer('lost');
    expect(await visit.finish()).toBeNull();
    expect(visit.state()).toBe('lost');
    expect(calls).toEqual(['keep']);
  });

  it('ends the session once they are stored, for which some platforms need a reload', async () => {
    for (const recovery of ['send', 'reload'] as const) {
      const { open, answer, calls, reloads, settled } = setting({ recovery });
      const visit = open();
      answer('lost');
      await visit.finish();
      answer('stored');
      await visit.finish();
      await settled();
      expect(visit.state()).toBe(recovery === 'send' ? 'ended' : 'stored');
      expect(calls.includes('end button')).toBe(recovery === 'send');
      expect(reloads()).toBe(recovery === 'send' ? 0 : 1);
    }
  });
});

test('Finish returns where the platform sends the browser', async () => {
  expect(await setting({ returnTo: 'https://lms.example/done' }).open().finish()).toBe('https://lms.example/done');
});

describe('without a connection', () => {
  it('says so and checks again after 2, 4, 8 and 8 seconds', async () => {
    const { open, answer, waiting, settled } = setting();
    const visit = open();
    answer('lost');
    await played(visit, begun, finished);
    for (let look = 0; look < 3; look += 1) {
      await settled();
      expect(visit.state()).toBe('lost');
      waiting.at(-1)?.action();
    }
    await settled();
    expect(waiting.map(({ seconds }) => seconds)).toEqual([2, 4, 8, 8]);
  });

  it('checks on one timer, even if the page is hidden and writes again and again', async () => {
    const { open, answer, waiting, settled } = setting();
    const visit = open();
    answer('lost');
    await played(visit, begun, finished);
    for (let write = 0; write < 5; write += 1) {
      visit.hidden();
      await settled();
    }
    expect(waiting.map(({ seconds }) => seconds)).toEqual([2]);
    waiting.at(-1)?.action();
    await settled();
    expect(waiting.map(({ seconds }) => seconds)).toEqual([2, 4]);
  });

  it('starts again at 2 seconds in the next outage, and an earlier timer does nothing in it', async () => {
    const { open, answer, waiting, settled } = setting({ recovery: 'send' });
    const visit = open();
    const write = async (connection: Connection) => {
      answer(connection);
      visit.hidden();
      await settled();
    };
    await write('lost');
    await write('stored');
    await write('lost');
    expect(waiting.map(({ seconds }) => seconds)).toEqual([2, 2]);
    waiting[0]?.action();
    await settled();
    expect(waiting).toHaveLength(2);
  });

  it('keeps a copy, and reloads the frame when the platform is back', async () => {
    const { open, answer, waiting, reloads, copy, settled } = setting();
    const visit = open();
    answer('lost');
    await played(visit, begun, finished);
    await settled();
    expect(reloads()).toBe(0);
    answer('stored');
    waiting.at(-1)?.action();
    await settled();
    expect(reloads()).toBe(1);
    expect(copy()).toMatchObject({ recovering: true });
    expect(copy()?.record).toContain('"score":80');
  });

  it('writes everything again after that, and reads it back', async () => {
    const first = setting();
    await played(first.open(), begun, finished);
    const tab = { ...(first.copy() as TabCopy), recovering: true };
    const good = setting({}, { tab });
    const visit = good.open();
    await good.settled();
    expect(good.calls).toEqual(['keep']);
    expect(visit.state()).toBe('stored');
    expect(good.copy()?.recovering).toBe(false);
    const bad = setting({ hasStored: () => false }, { tab });
    const unheard = bad.open();
    await bad.settled();
    expect(unheard.state()).toBe('signed-out');
    expect(bad.reloads()).toBe(0);
  });

  it('sends again without a reload if the platform takes the same values twice', async () => {
    const { open, answer, waiting, reloads, calls, settled } = setting({ recovery: 'send' });
    const visit = open();
    answer('lost');
    await played(visit, begun, finished);
    await settled();
    answer('stored');
    waiting.at(-1)?.action();
    await settled();
    expect(calls).toEqual(['debriefed level-1 0', 'keep']);
    expect(reloads()).toBe(0);
    expect(visit.state()).toBe('stored');
  });

  it('asks the learner to sign in again, and does not reload, if the platform says that it stores nothing', async () => {
    const { open, answer, waiting, reloads, settled } = setting();
    const visit = open();
    answer('signed-out');
    await played(visit, begun, finished);
    await settled();
    expect(visit.state()).toBe('signed-out');
    expect(waiting).toEqual([]);
    expect(reloads()).toBe(0);
  });
});

describe('the two copies of a record', () => {
  const stored = (score: number, counter: number) =>
    packState({
      counter,
      course: levelCode('test-course'),
      settings: 'de.1000100',
      levels: [
        {
          level: 'level-1',
          best: { stars: 3, score, privacy: score, purpose: 100, at: 0 },
          latest: null,
          discernment: null,
        },
      ],
      practice: '',
      play: '',
    });
  const tab = (counter: number): TabCopy => ({
    counter,
    record: JSON.stringify({ ...finished, settings: { ...finished.settings, language: 'fr' } }),
    gauges: {},
    place: 'level-1',
    recovering: false,
  });

  it('give the better result of each level, whichever copy is later', () => {
    for (const counter of [1, 9]) {
      const visit = setting({}, { stored: stored(95, 5), tab: tab(counter) }).open();
      expect(recordIn(visit).results['level-1']?.score).toBe(95);
    }
  });

  it('give the settings of the later copy', () => {
    expect(recordIn(setting({}, { stored: stored(95, 5), tab: tab(9) }).open()).settings.language).toBe('fr');
    expect(recordIn(setting({}, { stored: stored(95, 5), tab: tab(1) }).open()).settings.language).toBe('de');
  });

  it('lose no results: a platform that has lost them gets them again', async () => {
    const { open, states, settled } = setting({}, { stored: '', tab: { ...tab(4), recovering: true } });
    open();
    await settled();
    expect(unpackState(states.at(-1) ?? '', options.levels)?.levels).toHaveLength(1);
  });

  it('finding 8: are written at once, with every level, if the platform has the older copy', async () => {
    const written: unknown[] = [];
    const keep: PlatformSession['keep'] = (_course, { whole }) => {
      written.push(whole);
      return Promise.resolve('stored');
    };
    setting({ keep }, { stored: stored(95, 5), tab: tab(9) }).open();
    setting({ keep }, { stored: '', tab: tab(9) }).open();
    expect(written).toEqual([true, true]);
    setting({ keep }, { stored: stored(95, 9), tab: tab(9) }).open();
    setting({ keep }, { stored: stored(95, 5) }).open();
    expect(written).toHaveLength(2);
  });

  it('do not need both: a damaged one is ignored', () => {
    const damaged = setting({}, { stored: 'nonsense', tab: { ...tab(4), record: '{' } }).open();
    expect(recordIn(damaged).results).toEqual({});
  });
});

describe('the language to begin with', () => {
  const opened = (language: string, stored = '', wanted: string | null = null) => {
    const launch = { mode: 'normal' as const, state: stored, learner: { id: '', name: '' }, language };
    return recordIn(setting({ launch }, { wanted }).open()).settings.language;
  };

  it('is that of the package, then the learner’s at the platform, then the browser’s', () => {
    expect(opened('fr', '', 'de')).toBe('de');
    expect(opened('fr')).toBe('fr');
    expect(opened('')).toBeNull();
  });

  it('stays what the learner has chosen', () => {
    expect(opened('fr', '1|1||ja.1000100|||', 'de')).toBe('ja');
  });
});

test('the name prefills the certificate and is kept nowhere', async () => {
  const { open, states, copy } = setting();
  const visit = open();
  expect(recordIn(visit).name).toBe('Sam Okoro');
  await played(visit, { ...begun, name: 'Sam Okoro' }, { ...finished, name: 'Sam Okoro' });
  expect(JSON.stringify(copy())).not.toContain('Okoro');
  expect(states.join('')).not.toContain('Okoro');
});

test('erasing empties the state at the platform, and keeps the language', async () => {
  const { open, states } = setting();
  const visit = open();
  await played(visit, begun, finished);
  visit.record.remove();
  await Promise.resolve();
  visit.hidden();
  expect(unpackState(states.at(-1) ?? '', options.levels)?.levels).toEqual([]);
});

test.each(['none', 'refused', 'ended'] as const)(
  'with "%s" the page works, and its copy lasts as long as the tab',
  async (why) => {
    const { openWith, copy } = setting();
    const visit = openWith(why);
    await played(visit, begun, finished);
    expect(visit.state()).toBe(why);
    expect(copy()?.record).toContain('"score":80');
    expect(await visit.finish()).toBeNull();
  },
);

test.each(['browse', 'review'] as const)('in %s it says so, and reports nothing', async (mode) => {
  const launch = { mode, state: '', learner: { id: '7', name: '' }, language: '' };
  const { open, calls } = setting({ launch });
  const visit = open();
  await played(visit, begun, finished);
  visit.hidden();
  expect(visit.state()).toBe(mode);
  expect(calls).toEqual([]);
});

describe('a slow platform', () => {
  it('delays nothing: the page continues, and the answer counts when it arrives', async () => {
    let answer = (_connection: Connection): void => {};
    const debriefed = () =>
      new Promise<Connection>((done) => {
        answer = done;
      });
    const { open, settled } = setting({ debriefed });
    const visit = open();
    await played(visit, begun, finished);
    expect(visit.state()).toBe('stored');
    expect(recordIn(visit).results['level-1']?.score).toBe(80);
    answer('lost');
    await settled();
    expect(visit.state()).toBe('lost');
  });

  it('changes nothing when it answers after the visit has ended', async () => {
    let answer = (_connection: Connection): void => {};
    const debriefed = () =>
      new Promise<Connection>((done) => {
        answer = done;
      });
    const { open, settled, waiting } = setting({ debriefed });
    const visit = open();
    await played(visit, begun, finished);
    await visit.finish();
    answer('lost');
    await settled();
    expect(visit.state()).toBe('ended');
    expect(waiting).toEqual([]);
  });
});

test('a check is reported once, and another computer knows that it was taken', async () => {
  const { open, calls, states } = setting();
  const discernment = { protect: { right: 22, wrong: 5 }, reach: { right: 24, wrong: 3 } };
  const answered = { form: 'b', at: 600_000, skipped: false, finished: 0, discernment };
  const kept = { version: 1, ...answered, facts: 'f', emails: [] };
  const taken: Progress = { ...NOTHING_YET, composed: { 'check.before': kept } };
  await played(open(), NOTHING_YET, taken, { ...taken, settings: { ...taken.settings, sound: false } });
  expect(calls).toEqual(['checked before']);
  const next = setting({}, { stored: states.at(-1) ?? '' }).open();
  expect(readCheck(recordIn(next).composed['check.before'])).toEqual(readCheck({ ...kept, facts: '' }));
  expect(readCheck(recordIn(next).composed['check.after'])).toBeNull();
});

import { expect, test } from 'vitest';
import { ALIVE, type Ask } from '../../src/lms/connection.ts';
import type { Mode } from '../../src/lms/platform-session.ts';
import { scormPlatform } from '../../src/lms/scorm-platform.ts';
import type { ScormSession } from '../../src/lms/session.ts';
import { course, play } from './reports.ts';

const kept = { state: '1|1', seconds: 1 };

/** Returns a platform whose interface and server the test sets, and how often the server was asked. */
function platform({ keeps = true, mode = 'normal', ok = true }: { keeps?: boolean; mode?: Mode; ok?: boolean } = {}) {
  let asked = 0;
  let ends = 0;
  const session: ScormSession = {
    launch: { mode, state: '', learner: { id: '7', name: '' }, language: '' },
    debriefed: () => keeps,
    keep: () => keeps,
    end: () => void (ends += 1),
    stored: () => '1|1',
  };
  const ask: Ask = () => {
    asked += 1;
    return Promise.resolve({ ok, redirected: false, text: () => Promise.resolve(ALIVE) });
  };
  return { session: scormPlatform(session, ask), asked: () => asked, ends: () => ends };
}

test('finding 5: after each commit the server itself is asked, whatever the interface says', async () => {
  const up = platform();
  expect(await up.session.debriefed(course([80]), play(), kept)).toBe('stored');
  expect(await up.session.keep(course([80]), kept)).toBe('stored');
  expect(up.asked()).toBe(2);
  const down = platform({ ok: false });
  expect(await down.session.debriefed(course([80]), play(), kept)).toBe('lost');
  expect(await down.session.keep(course([80]), kept)).toBe('lost');
});

test('finding 7: a commit that answers "false" means that the learner has to sign in again', async () => {
  const { session, asked } = platform({ keeps: false });
  expect(await session.debriefed(course([80]), play(), kept)).toBe('signed-out');
  expect(await session.keep(course([80]), kept)).toBe('signed-out');
  expect(asked()).toBe(0);
});

test.each(['browse', 'review'] as const)('in %s nothing is written, so that nothing can be lost', async (mode) => {
  const { session, asked } = platform({ mode, ok: false });
  expect(await session.debriefed(course([80]), play(), kept)).toBe('stored');
  expect(asked()).toBe(0);
});

test('the end needs no answer, and a reload ends a SCORM session too', async () => {
  const { session, asked, ends } = platform({ ok: false });
  expect(await session.end(course([80]), kept, 'closing')).toBe('stored');
  expect(await session.end(null, kept, 'reloading')).toBe('stored');
  expect([asked(), ends()]).toEqual([0, 2]);
});

test('finding 6: values that were lost are read back after they were written again', () => {
  expect(platform().session.hasStored('1|1')).toBe(true);
  expect(platform().session.hasStored('1|2')).toBe(false);
  expect(platform().session.recovery).toBe('reload');
});

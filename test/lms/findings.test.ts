import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { ALIVE, lookAtConnection, retryAfter, type Ask } from '../../src/lms/connection.ts';
import { findApi, type WindowLike } from '../../src/lms/find-api.ts';
import { packState, STATE_MAX } from '../../src/lms/packed-state.ts';
import { optionsIn, NO_OPTIONS, withOptions, type PackageOptions } from '../../src/lms/package/options.ts';
import { callsToKeep, type Policy } from '../../src/lms/policy.ts';
import { tabStore, type TabCopy } from '../../src/lms/tab-copy.ts';
import { pageInPackage } from '../../tools/package-page.ts';
import { course } from './reports.ts';

/**
 * The faults of a hand-made package in a real Moodle 4.4, in CATAPULT's cmi5 player and in scorm-again. A test, here or elsewhere,
 * has the number of each in its name.
 */
const FINDINGS: Readonly<Record<number, string>> = {
  1: 'nothing is reported: the grade stays empty',
  2: 'learners in one browser share results',
  3: 'important parts are outside the visible part of the frame',
  4: 'with a mastery score in a SCORM manifest, a learner who leaves in mid-course fails',
  5: 'with the server down the interface still says "true"',
  6: 'after that, the same values are never sent again',
  7: 'an expired session redirects to the sign-in page, with status 200',
  8: 'a reloaded frame starts from scratch',
  9: 'a changed identifier in an update wipes what learners did',
  10: 'the record is too long for SCORM 1.2',
  11: 'the service worker registers on the platform’s origin',
  12: 'the policy blocks a remote record store',
  13: 'in a frame from another site, there is no interface and storage throws',
  14: 'scripts with a wrong type leave the page without a useful message',
  15: 'a full-screen button that does nothing',
  16: 'texts that are untrue in a platform',
};

/** Public threads about other projects' packages, whose faults must not occur here. */
const THREADS: Readonly<Record<string, string>> = {
  'exelearning#1831': '`unload` is blocked and scores are lost',
  'adapt-contrib-spoor#268': 'the interface cannot be trusted while offline',
  'adapt-contrib-spoor#320': 'leaving while offline loses progress',
  'adapt-contrib-spoor#262': 'a platform starts over after "failed"',
  'xerteonlinetoolkits#847': 'a state above 4,000 characters is not resumed',
  'numbas-lti-provider#261': 'a reload starts from scratch',
  'adapt_framework#1376': 'an interaction in a wrong format',
  'LiaScript-Exporter#36': 'a mode that is not set',
  'iteexe#774': 'a dialog below the visible part of the frame',
  'adapt_framework#2222': 'a commit that answers nothing while leaving',
  'scorm-api-wrapper#20': '"Permission denied" on the way to the interface',
  'scorm-again#1694': 'the time doubled by a second end',
};

describe('every finding has a test that names it', () => {
  const here = import.meta.dirname;
  const sources = [here, join(here, '../browser')].flatMap((folder) =>
    readdirSync(folder)
      .filter((file) => /\.(?:test|spec)\.ts$/.test(file))
      .map((file) => readFileSync(join(folder, file), 'utf8')),
  );
  const titles = sources.flatMap((source) =>
    [...source.matchAll(/\b(?:it|test)(?:\.each\([^)]*\))?\(\s*(['`])(.+?)\1\s*,/g)].map(([, , title]) => title ?? ''),
  );

  test.each(Object.entries(FINDINGS))('number %s: %s', (number) => {
    expect(titles.filter((title) => new RegExp(`finding ${number}\\b`).test(title))).not.toEqual([]);
  });

  test.each(Object.entries(THREADS))('%s: %s', (thread) => {
    expect(titles.filter((title) => title.includes(thread))).not.toEqual([]);
  });
});

describe('the check of the connection', () => {
  const answers = (change: Partial<Awaited<ReturnType<Ask>>>): Ask => {
    const answer = { ok: true, redirected: false, text: () => Promise.resolve(ALIVE), ...change };
    return () => Promise.resolve(answer);
  };

  it('finding 5, adapt-contrib-spoor#268: asks the server itself, past every cache', async () => {
    const asked: unknown[] = [];
    const ask: Ask = (url, how) => {
      asked.push([url, how]);
      return answers({})(url, how);
    };
    expect(await lookAtConnection(ask)).toBe('stored');
    expect(asked).toEqual([['./alive.txt', { cache: 'no-store' }]]);
    expect(await lookAtConnection(() => Promise.reject(new TypeError('Failed to fetch')))).toBe('lost');
    expect(await lookAtConnection(answers({ ok: false }))).toBe('lost');
  });

  it('finding 7: does not mistake another page with status 200 for the file', async () => {
    expect(await lookAtConnection(answers({ redirected: true }))).toBe('signed-out');
    expect(await lookAtConnection(answers({ text: () => Promise.resolve('<html>Sign in') }))).toBe('signed-out');
  });

  it('is repeated after 2, 4 and 8 seconds, then every 8', () => {
    expect([1, 2, 3, 4, 20].map(retryAfter)).toEqual([2, 4, 8, 8, 8]);
  });
});

test('finding 10, xerteonlinetoolkits#847: no state is too long for SCORM 1.2', () => {
  const levels = Array.from({ length: 30 }, (_, index) => ({
    level: `level-${String(index)}`,
    best: { stars: 3, score: 100, privacy: 100, purpose: 100, at: 1.8e12 },
    latest: { stars: 3, at: 1.8e12 },
    discernment: [99, 99, 99, 99] as const,
  }));
  const state = { counter: 9, course: 'abcd', settings: 'de.1000100', practice: '', play: 'x'.repeat(20_000), levels };
  expect(packState(state).length).toBeLessThanOrEqual(STATE_MAX);
});

test('finding 13: in a frame from another site the page works without an interface and without storage', () => {
  const refuse = (): never => {
    throw new DOMException('Blocked', 'SecurityError');
  };
  const foreign: WindowLike = {
    get API(): unknown {
      return refuse();
    },
    get parent(): WindowLike {
      return refuse();
    },
  };
  expect(findApi({ parent: foreign }, 'scorm12')).toBeNull();
  const tab = tabStore(refuse, 'course', 'sam', '/scorm/5/');
  const copy: TabCopy = { counter: 1, record: '{}', gauges: {}, place: null, recovering: false };
  expect(() => tab.write(copy)).not.toThrow();
  expect(tab.read()).toBeNull();
});

describe('the copy in the tab', () => {
  const values = new Map<string, string>();
  const store = {
    getItem: (key: string) => values.get(key) ?? null,
    setItem: (key: string, value: string) => void values.set(key, value),
  } as Storage;
  const copy: TabCopy = { counter: 1, record: '{}', gauges: {}, place: 'one', recovering: false };

  it('finding 2: belongs to one learner, one course, and one place on the platform', () => {
    tabStore(() => store, 'course', 'sam', '/scorm/5/').write(copy);
    expect(tabStore(() => store, 'course', 'ana', '/scorm/5/').read()).toBeNull();
    expect(tabStore(() => store, 'other', 'sam', '/scorm/5/').read()).toBeNull();
    expect(tabStore(() => store, 'course', 'sam', '/scorm/6/').read()).toBeNull();
    expect(tabStore(() => store, 'course', 'sam', '/scorm/5/').read()).toEqual(copy);
  });

  it('is ignored if it is damaged', () => {
    for (const text of ['', '{', '7', '{"counter":"1"}']) {
      for (const key of values.keys()) values.set(key, text);
      expect(tabStore(() => store, 'course', 'sam', '/scorm/5/').read()).toBeNull();
    }
  });
});

describe('the page of a package', () => {
  const root = join(import.meta.dirname, '../..');
  const page = pageInPackage(readFileSync(join(root, 'index.html'), 'utf8'), root);

  it('starts as a package, without a manifest to install it', () => {
    expect(page).toContain('src="src/package.ts"');
    expect(page).not.toMatch(/main\.ts|rel="manifest"/);
  });

  it('finding 14: names the wrong type of scripts as the reason when it does not start', () => {
    const late = page.slice(page.indexOf('boot-note late'));
    expect(late.match(/text\/javascript/g)).toHaveLength(6);
  });

  it('finding 16: does not say that nothing is sent', () => {
    expect(page).not.toMatch(/sends nothing|sendet nichts|n’envoie rien|no envía nada|何も送信/);
  });

  it('fails the build if index.html has changed so that a replacement finds nothing', () => {
    expect(() => pageInPackage('<html></html>', root)).toThrow('src\\/main');
  });
});

test('the options of a package are read as they were written', () => {
  const options: PackageOptions = {
    kind: 'scorm12',
    course: 'a',
    language: 'de',
    onFail: 'incomplete',
    levels: ['"><&\''],
  };
  const html = withOptions(NO_OPTIONS, options);
  const content = (/content="(.*)" \/>/.exec(html)?.[1] ?? '')
    .replaceAll('&lt;', '<')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');
  const found = { content } as HTMLMetaElement;
  expect(optionsIn({ querySelector: () => found } as unknown as ParentNode)).toEqual(options);
  expect(optionsIn({ querySelector: () => null } as unknown as ParentNode)).toBeNull();
  expect(() => withOptions('<html>', options)).toThrow('package');
});

test('adapt-contrib-spoor#262: a learner below the mark stays incomplete, so that no platform starts over', () => {
  const policy: Policy = { version: 'scorm12', onFail: 'incomplete' };
  const known = { objectives: [], interactions: 0, status: 'incomplete', success: '' };
  const calls = callsToKeep(policy, course([10, 10, 10]), { state: '', seconds: 0 }, known);
  expect(calls.filter((call) => call.type === 'set' && call.element === 'cmi.core.lesson_status')).toEqual([]);
  expect(calls).toContainEqual(expect.objectContaining({ element: 'cmi.core.exit', value: 'suspend' }));
});

test('no listener waits for `unload` or `beforeunload`, which browsers and platforms forbid', () => {
  const folder = join(import.meta.dirname, '../../src');
  const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
  expect(sources.length).toBeGreaterThan(100);
  const waiting = sources.filter((file) =>
    /addEventListener\(\s*['"`](?:before)?unload|\bon(?:before)?unload\b/.test(
      readFileSync(join(folder, file), 'utf8'),
    ),
  );
  expect(waiting).toEqual([]);
});

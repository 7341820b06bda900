import { afterEach, expect, test, vi } from 'vitest';
import { askAhead, fetchAnew, forgetAhead } from '../../src/levels/ahead.ts';

const SITE = 'https://school.example/mail/levels/';
const COURSE = new URL('course.json', SITE);
const all = (files: readonly string[]) => files;

/** A server with these files; answers the log of what it was asked for. */
function serverOf(files: Readonly<Record<string, unknown>>): string[] {
  const asked: string[] = [];
  vi.stubGlobal('fetch', async (url: URL) => {
    const name = url.href.replace(SITE, '');
    asked.push(name);
    const file = files[name];
    if (file === undefined) throw new TypeError('no network');
    return new Response(typeof file === 'string' ? file : JSON.stringify(file));
  });
  return asked;
}

afterEach(() => {
  forgetAhead();
  vi.unstubAllGlobals();
});

test('asks for the levels of the course, and for their texts in one language', async () => {
  const asked = serverOf({
    'course.json': { chapters: [{ levels: ['one.json'] }, { levels: ['more/two.json'] }] },
    'one.json': { translations: ['fr', 'ja'] },
    'more/two.json': {},
    'one.fr.json': {},
  });
  askAhead(COURSE, all, 'fr');
  await vi.waitFor(() => expect(asked).toEqual(['course.json', 'one.json', 'more/two.json', 'one.fr.json']));
});

test('gives an answer out once, and asks anew from then on', async () => {
  const asked = serverOf({ 'course.json': { levels: [] } });
  askAhead(COURSE, all, 'en');
  expect(await (await fetchAnew(COURSE)).json()).toEqual({ levels: [] });
  expect(asked).toEqual(['course.json']);
  await fetchAnew(COURSE);
  expect(asked).toEqual(['course.json', 'course.json']);
});

test('does not ask for what was wanted in the meantime', async () => {
  const asked = serverOf({ 'course.json': { levels: ['one.json', 'two.json'] }, 'one.json': {}, 'two.json': {} });
  askAhead(COURSE, all, 'en');
  await fetchAnew(new URL('one.json', SITE));
  await vi.waitFor(() => expect(asked).toContain('two.json'));
  expect(asked.filter((name) => name === 'one.json')).toHaveLength(1);
});

test('forgets what nobody took, so that it cannot grow old', async () => {
  const asked = serverOf({ 'course.json': { levels: ['one.json'] }, 'one.json': {} });
  askAhead(COURSE, all, 'en');
  await vi.waitFor(() => expect(asked).toContain('one.json'));
  forgetAhead();
  await fetchAnew(new URL('one.json', SITE));
  expect(asked.filter((name) => name === 'one.json')).toHaveLength(2);
});

test('asks for nothing any more once all is forgotten, also when the course comes late', async () => {
  const asked = serverOf({ 'course.json': { levels: ['one.json'] }, 'one.json': {} });
  askAhead(COURSE, all, 'en');
  forgetAhead();
  await new Promise<void>((done) => {
    setTimeout(done, 20);
  });
  expect(asked).toEqual(['course.json']);
});

test('reads nothing of a file that is too large, so that its reader can leave it at once', async () => {
  let [left, cancelled] = [2000, false];
  const large = new ReadableStream({
    pull(controller) {
      if ((left -= 1) < 0) controller.close();
      else controller.enqueue(new Uint8Array(1024));
    },
    cancel() {
      cancelled = true;
    },
  });
  vi.stubGlobal('fetch', async () => new Response(large, { headers: { 'Content-Length': '2000000' } }));
  askAhead(COURSE, all, 'en');
  const response = await fetchAnew(COURSE);
  await response.body?.cancel();
  expect(cancelled).toBe(true);
});

test('asks once for a level that the course names twice', async () => {
  const asked = serverOf({ 'course.json': { levels: ['one.json', 'one.json'] }, 'one.json': {} });
  askAhead(COURSE, all, 'en');
  await vi.waitFor(() => expect(asked).toContain('one.json'));
  expect(asked).toEqual(['course.json', 'one.json']);
});

test.each([
  'no JSON',
  '[]',
  'null',
  { levels: 'one.json' },
  { levels: [5, null, {}] },
  { chapters: [null, { levels: 7 }] },
  { levels: ['https://elsewhere.example/one.json', '../one.json', '//elsewhere.example/two.json'] },
])('asks for nothing else when the course says %j', async (course) => {
  const asked = serverOf({ 'course.json': course });
  askAhead(COURSE, all, 'en');
  await (await fetchAnew(COURSE)).text();
  await new Promise<void>((done) => {
    setTimeout(done);
  });
  expect(asked).toEqual(['course.json']);
});

test('leaves it to the reader that there is no answer', async () => {
  serverOf({});
  askAhead(COURSE, all, 'en');
  await expect(fetchAnew(COURSE)).rejects.toThrow('no network');
});

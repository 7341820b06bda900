import { afterEach, expect, test, vi } from 'vitest';
import { askAhead, fetchAnew, forgetAhead } from '../../src/levels/ahead.ts';

const SITE = 'https://school.example/mail/levels/';
const COURSE = new URL('course.json', SITE);
const all = (files: readonly string[]) => files;

/** A server with these files; returns the log of requests. */
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

test('prefetches the levels of the course, and their texts in one language', async () => {
  const asked = serverOf({
    'course.json': { chapters: [{ levels: ['one.json'] }, { levels: ['more/two.json'] }] },
    'one.json': { translations: ['fr', 'ja'] },
    'more/two.json': {},
    'one.fr.json': {},
  });
  askAhead(COURSE, all, 'fr');
  await vi.waitFor(() => expect(asked).toEqual(['course.json', 'one.json', 'more/two.json', 'one.fr.json']));
});

test('returns a prefetched response once, and fetches again afterwards', async () => {
  const asked = serverOf({ 'course.json': { levels: [] } });
  askAhead(COURSE, all, 'en');
  expect(await (await fetchAnew(COURSE)).json()).toEqual({ levels: [] });
  expect(asked).toEqual(['course.json']);
  await fetchAnew(COURSE);
  expect(asked).toEqual(['course.json', 'course.json']);
});

test('does not prefetch what was already requested', async () => {
  const asked = serverOf({ 'course.json': { levels: ['one.json', 'two.json'] }, 'one.json': {}, 'two.json': {} });
  askAhead(COURSE, all, 'en');
  await fetchAnew(new URL('one.json', SITE));
  await vi.waitFor(() => expect(asked).toContain('two.json'));
  expect(asked.filter((name) => name === 'one.json')).toHaveLength(1);
});

test('drops responses that nobody used, so that they cannot grow stale', async () => {
  const asked = serverOf({ 'course.json': { levels: ['one.json'] }, 'one.json': {} });
  askAhead(COURSE, all, 'en');
  await vi.waitFor(() => expect(asked).toContain('one.json'));
  forgetAhead();
  await fetchAnew(new URL('one.json', SITE));
  expect(asked.filter((name) => name === 'one.json')).toHaveLength(2);
});

test('prefetches nothing after that, even if the course arrives late', async () => {
  const asked = serverOf({ 'course.json': { levels: ['one.json'] }, 'one.json': {} });
  askAhead(COURSE, all, 'en');
  forgetAhead();
  await new Promise<void>((done) => {
    setTimeout(done, 20);
  });
  expect(asked).toEqual(['course.json']);
});

test('does not read a file that is too large, so that its reader can skip it at once', async () => {
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

test('prefetches a level once if the course names it twice', async () => {
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

test('leaves a failed request to the reader', async () => {
  serverOf({});
  askAhead(COURSE, all, 'en');
  await expect(fetchAnew(COURSE)).rejects.toThrow('no network');
});

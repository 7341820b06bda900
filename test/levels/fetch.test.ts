import { afterEach, expect, test, vi } from 'vitest';
import { isAsIndexed, isUnreachable, loadLevel } from '../../src/levels/fetch.ts';
import { fileProblem } from '../../src/levels/problem.ts';

const URL_OF_LEVEL = new URL('https://host.example/levels/a.json');
afterEach(() => vi.unstubAllGlobals());

const codesOf = async () => (await loadLevel(URL_OF_LEVEL)).problems.map(({ code }) => code);

test.each([
  [404, 'not-found'],
  [403, 'refused'],
  [500, 'refused'],
])('a server that answers %i', async (status, code) => {
  vi.stubGlobal('fetch', () => Promise.resolve(new Response('', { status })));
  expect(await codesOf()).toEqual([code]);
});

test('a server that does not answer says nothing about the file', async () => {
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('offline')));
  expect(await codesOf()).toEqual(['unreachable']);
  expect(await isAsIndexed(URL_OF_LEVEL, { print: 'x', translation: null, summary: {} as never })).toBe(true);
});

test('a server that refuses the file, or has another, says that the index is old', async () => {
  const asIndexed = () => isAsIndexed(URL_OF_LEVEL, { print: 'x', translation: null, summary: {} as never });
  vi.stubGlobal('fetch', () => Promise.resolve(new Response('', { status: 403 })));
  expect(await asIndexed()).toBe(false);
  vi.stubGlobal('fetch', () => Promise.resolve(new Response('{}')));
  expect(await asIndexed()).toBe(false);
  expect(isUnreachable([fileProblem('a.json', 'unreachable'), fileProblem('a.json', 'refused')])).toBe(false);
});

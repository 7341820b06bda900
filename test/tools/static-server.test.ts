import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serve } from '../../tools/static-server.mjs';

let root: string;
let site: Awaited<ReturnType<typeof serve>>;

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'site-'));
  const folder = join(root, 'dist');
  mkdirSync(join(folder, 'levels'), { recursive: true });
  writeFileSync(join(root, 'secret.txt'), 'secret');
  writeFileSync(join(folder, 'index.html'), '<!doctype html>');
  writeFileSync(join(folder, 'page.js'), '1');
  writeFileSync(join(folder, 'levels', 'a b.json'), '{}');
  symlinkSync(join(root, 'secret.txt'), join(folder, 'link.txt'));
  site = await serve({ folder, prefix: '/games/blind-copy/', headers: { 'X-Test': 'yes' } });
});
afterAll(async () => {
  await site.close();
  rmSync(root, { recursive: true });
});

/** A hostile client, which does not normalise the path before sending it. */
function statusOfRaw(path: string): Promise<string> {
  const { hostname, port } = new URL(site.url);
  return new Promise((resolve, reject) => {
    let answer = '';
    const socket = connect(Number(port), hostname);
    socket.on('data', (data) => (answer += data.toString()));
    socket.on('end', () => {
      resolve(answer.split(' ')[1] ?? '');
    });
    socket.on('error', reject);
    socket.write(`GET ${path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`);
  });
}

describe('the static server', () => {
  it.each([
    ['', 'text/html;charset=utf-8'],
    ['?lang=de', 'text/html;charset=utf-8'],
    ['index.html', 'text/html;charset=utf-8'],
    // Modules and JSON are UTF-8 by their own standards (HTML §8.1.3, RFC 8259 §8.1).
    ['page.js', 'text/javascript'],
    ['levels/a%20b.json', 'application/json'],
  ])('hands out "%s" as %s', async (path, type) => {
    const response = await fetch(site.url + path);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe(type);
    expect(response.headers.get('x-test')).toBe('yes');
  });

  it('serves the current version of a file, and a new file at once', async () => {
    const file = join(root, 'dist', 'levels', '100%.json');
    const address = `${site.url}levels/100%25.json`;
    expect((await fetch(address)).status).toBe(404);
    for (const text of ['{ "a": 1 }', '{ "a": 22 }']) {
      writeFileSync(file, text);
      const response = await fetch(address);
      expect(await response.text()).toBe(text);
      expect(response.headers.get('cache-control')).toBe('no-cache');
    }
  });

  it.each(['nothing.js', 'levels', 'levels/', '%', '%00', 'link.txt'])('has no "%s"', async (path) => {
    const response = await fetch(site.url + path);
    expect(response.status).toBe(404);
    expect(response.headers.get('x-test')).toBe('yes');
  });

  it('has nothing above its prefix', async () => {
    expect((await fetch(new URL('/page.js', site.url))).status).toBe(404);
  });

  it('redirects from the folder without its slash to the folder', async () => {
    const response = await fetch(`${site.url.slice(0, -1)}?lang=de`, { redirect: 'manual' });
    expect(response.status).toBe(301);
    expect(response.headers.get('location')).toBe('/games/blind-copy/?lang=de');
  });

  it.each([
    '/games/blind-copy/../../../secret.txt',
    '/games/blind-copy/../secret.txt',
    '/games/blind-copy/%2e%2e/secret.txt',
    '/games/blind-copy/..%2fsecret.txt',
    '/games/blind-copy//etc/passwd',
    'http://x/games/blind-copy/../secret.txt',
  ])('does not let %s out of the folder', async (path) => {
    expect(await statusOfRaw(path)).toBe('404');
  });

  it('changes nothing', async () => {
    expect((await fetch(site.url, { method: 'POST' })).status).toBe(405);
  });
});

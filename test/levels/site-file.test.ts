import { describe, expect, test } from 'vitest';
import { siteFile } from '../../src/levels/index.ts';

const PAGE = new URL('https://host.example/games/blind-copy/?level=x');

describe('a file that the address of the page names', () => {
  test.each([
    ['levels/my.json', 'https://host.example/games/blind-copy/levels/my.json'],
    ['./my.json', 'https://host.example/games/blind-copy/my.json'],
    ['../course/my.json', 'https://host.example/games/course/my.json'],
    ['/elsewhere/my.json', 'https://host.example/elsewhere/my.json'],
    ['https://host.example/my.json?v=2', 'https://host.example/my.json?v=2'],
    ['levels/my.json#part', 'https://host.example/games/blind-copy/levels/my.json'],
  ])('%s is one of the same site', (asked, href) => {
    expect(siteFile(asked, PAGE)).toEqual({ ok: true, url: new URL(href) });
  });

  test.each([
    'https://other.example/my.json',
    'http://host.example/my.json',
    'https://host.example:8443/my.json',
    'https://host.example.other.example/my.json',
    'https://somebody@host.example/my.json',
    '//other.example/my.json',
    '\\\\other.example/my.json',
    ['javascript', 'alert(1)//.json'].join(':'),
    'data:application/json,{}.json',
    'blob:https://host.example/0.json',
    'file:///etc/my.json',
    'https://',
  ])('%s is of another site', (asked) => {
    const file = siteFile(asked, PAGE);
    expect(file.ok ? null : file.problem).toMatchObject({ code: 'other-site', file: asked });
  });

  test.each(['levels/', 'levels/my.txt', '?x=my.json', ''])('%j is no level file', (asked) => {
    const file = siteFile(asked, PAGE);
    expect(file.ok ? null : file.problem.code).toBe('not-a-json-file');
  });
});

import { describe, expect, test } from 'vitest';
import { fileInFolder, siteFile } from '../../src/levels/index.ts';

const PAGE = new URL('https://host.example/games/blind-copy/?level=x');

describe("a file that the page's address names", () => {
  test.each([
    ['levels/my.json', 'https://host.example/games/blind-copy/levels/my.json'],
    ['./my.json', 'https://host.example/games/blind-copy/my.json'],
    ['../course/my.json', 'https://host.example/games/course/my.json'],
    ['/elsewhere/my.json', 'https://host.example/elsewhere/my.json'],
    ['https://host.example/my.json?v=2', 'https://host.example/my.json?v=2'],
    ['levels/100%.json', 'https://host.example/games/blind-copy/levels/100%25.json'],
    ['50%ab.json', 'https://host.example/games/blind-copy/50%25ab.json'],
    ['levels/my%20level.json', 'https://host.example/games/blind-copy/levels/my%20level.json'],
    ['levels/MY.JSON', 'https://host.example/games/blind-copy/levels/MY.JSON'],
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

describe('a file that another file names', () => {
  const COURSE = new URL('https://host.example/game/levels/course.json?v=2');

  test.each([
    ['my.json', 'my.json'],
    ['below/my level.json', 'below/my%20level.json'],
    ['./below/../my.json', 'my.json'],
    ['\u00FCbung.json', '%C3%BCbung.json'],
  ])('%s lies in its folder', (name, path) => {
    expect(fileInFolder(name, COURSE)?.href).toBe(`https://host.example/game/levels/${path}`);
  });

  test.each([
    '/secret.json',
    ' /secret.json',
    '\t//evil.example/x.json',
    'x\n/../../outside.json',
    '.\t./outside.json',
    '%2e%2e/outside.json',
    '..%2foutside.json',
    '..%5Coutside.json',
    '..\\outside.json',
    '../levels-of-another/x.json',
    'https://evil.example/x.json',
    'https://somebody@host.example/game/levels/x.json',
    'data:application/json,{}',
    'https://',
  ])('%j leads out of it', (name) => {
    expect(fileInFolder(name, COURSE)).toBeNull();
  });
});

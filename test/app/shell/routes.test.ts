import { describe, expect, test } from 'vitest';
import { hashOf, PAGES, readRoute } from '../../../src/app/shell/routes.ts';

describe('the address', () => {
  test.each(['', '#', '#/', '#/Survey', '#/../x', '#/a/b', '#survey', '#/<script>', '#/level/a/b'])(
    '%j is home',
    (hash) => expect(readRoute(hash)).toEqual({ name: 'home' }),
  );

  test.each(['#/level/survey-mailing', '#/level/survey-mailing/'])('%j is a level', (hash) => {
    expect(readRoute(hash)).toEqual({ name: 'level', level: 'survey-mailing' });
  });

  test.each(['#/survey-mailing', '#/survey-mailing/'])(
    '%j, from an earlier version, still opens that level',
    (hash) => {
      expect(readRoute(hash)).toEqual({ name: 'level', level: 'survey-mailing' });
      expect(hashOf(readRoute(hash))).toBe('#/level/survey-mailing');
    },
  );

  test.each(PAGES)('#/%s is a page of the game, and no level can use its address', (page) => {
    expect(readRoute(`#/${page}`)).toEqual({ name: 'page', page });
    expect(readRoute(hashOf({ name: 'level', level: page }))).toEqual({ name: 'level', level: page });
  });

  test('leads back to the same place', () => {
    for (const hash of [
      '#/',
      '#/level/cv-to-rivals',
      '#/level/cv-to-rivals/result',
      '#/privacy',
      '#/preview/cv-to-rivals',
    ])
      expect(hashOf(readRoute(hash))).toBe(hash);
  });

  test('of a result names its level, and no other address names one', () => {
    expect(readRoute('#/level/survey-mailing/result')).toEqual({ name: 'result', level: 'survey-mailing' });
    expect(readRoute('#/preview/survey-mailing/result')).toEqual({ name: 'home' });
    expect(readRoute('#/level/result')).toEqual({ name: 'level', level: 'result' });
  });

  test('distinguishes a preview from a level', () => {
    expect(readRoute('#/preview/my-level')).toEqual({ name: 'preview', level: 'my-level' });
    expect(readRoute('#/preview')).toEqual({ name: 'level', level: 'preview' });
    expect(readRoute('#/level')).toEqual({ name: 'level', level: 'level' });
    expect(readRoute('#/preview/a/b')).toEqual({ name: 'home' });
  });
});

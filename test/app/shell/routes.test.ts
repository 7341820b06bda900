import { describe, expect, test } from 'vitest';
import { hashOf, PAGES, readRoute } from '../../../src/app/shell/routes.ts';

describe('the address', () => {
  test.each(['', '#', '#/', '#/Survey', '#/../x', '#/a/b', '#survey', '#/<script>'])('%j is home', (hash) => {
    expect(readRoute(hash)).toEqual({ name: 'home' });
  });

  test.each(['#/survey-mailing', '#/survey-mailing/'])('%j is a level', (hash) => {
    expect(readRoute(hash)).toEqual({ name: 'level', level: 'survey-mailing' });
  });

  test.each(PAGES)('#/%s is a page beside the levels', (page) => {
    expect(readRoute(`#/${page}`)).toEqual({ name: 'page', page });
  });

  test('leads back to the same place', () => {
    for (const hash of ['#/', '#/cv-to-rivals', '#/privacy', '#/preview/cv-to-rivals'])
      expect(hashOf(readRoute(hash))).toBe(hash);
  });

  test('tells a preview from a level', () => {
    expect(readRoute('#/preview/my-level')).toEqual({ name: 'preview', level: 'my-level' });
    expect(readRoute('#/preview')).toEqual({ name: 'level', level: 'preview' });
    expect(readRoute('#/preview/a/b')).toEqual({ name: 'home' });
  });
});

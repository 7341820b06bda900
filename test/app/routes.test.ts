import { describe, expect, test } from 'vitest';
import { hashOf, readRoute } from '../../src/app/routes.ts';

describe('the address', () => {
  test.each(['', '#', '#/', '#/Survey', '#/../x', '#/a/b', '#survey', '#/<script>'])('%j is home', (hash) => {
    expect(readRoute(hash)).toEqual({ name: 'home' });
  });

  test.each(['#/survey-mailing', '#/survey-mailing/'])('%j is a level', (hash) => {
    expect(readRoute(hash)).toEqual({ name: 'level', level: 'survey-mailing' });
  });

  test('leads back to the same place', () => {
    for (const hash of ['#/', '#/cv-to-rivals']) expect(hashOf(readRoute(hash))).toBe(hash);
  });
});

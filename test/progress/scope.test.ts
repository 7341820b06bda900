import { describe, expect, test } from 'vitest';
import { cacheName, isOwnCache, isOwnRecord, recordKey } from '../../src/progress/scope.ts';

const A = 'https://site.example/a/';
const B = 'https://site.example/b/';

describe('what a page keeps', () => {
  test("includes the page's folder in its name, so that two games on one origin do not share it", () => {
    expect(recordKey(A, null)).not.toBe(recordKey(B, null));
    expect(isOwnRecord(recordKey(A, null), A)).toBe(true);
    expect(isOwnRecord(recordKey(B, null), A)).toBe(false);
    expect(isOwnCache(cacheName('levels', A), A)).toBe(true);
    expect(isOwnCache(cacheName('levels', B), A)).toBe(false);
  });

  test('belongs to this folder alone, and not to one above or below it', () => {
    for (const other of ['https://site.example/', 'https://site.example/a/c/', 'https://site.example/c/a/']) {
      expect(isOwnRecord(recordKey(other, null), A)).toBe(false);
      expect(isOwnCache(cacheName('fonts', other), A)).toBe(false);
    }
  });

  test('is separate for each course of the page, and erased with the page', () => {
    const night = recordKey(A, 'night/course.json');
    expect(night).not.toBe(recordKey(A, null));
    expect(night).not.toBe(recordKey(A, 'day/course.json'));
    expect(isOwnRecord(night, A)).toBe(true);
    expect(isOwnRecord(night, B)).toBe(false);
  });

  test.each(['levels/course.json', './levels/course.json', '/a/levels/course.json', 'levels/course.json#x'])(
    'is that of the page itself when the address names its own course as %j',
    (course) => expect(recordKey(A, course)).toBe(recordKey(A, null)),
  );

  test('leaves the data of other pages alone', () => {
    for (const name of ['other', 'blind-copy-of-another-page', `workbox-precache-v2-${A}`]) {
      expect(isOwnRecord(name, A)).toBe(false);
      expect(isOwnCache(name, A)).toBe(false);
    }
  });
});

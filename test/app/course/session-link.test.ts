import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { chosenLevels, filesToRead, readSession, sessionQuery } from '../../../src/app/course/session-link.ts';

const NOTHING = { course: null, lang: null, levels: null, present: false };
const FILES = ['one.json', 'more/two.json', 'three.json'];

describe('a session link', () => {
  test('asks for a course, a language, levels in an order, and a projector', () => {
    expect(readSession('?course=night/course.json&lang=de&levels=two,one&present=1')).toEqual({
      course: 'night/course.json',
      lang: 'de',
      levels: ['two', 'one'],
      present: true,
    });
  });

  test.each(['', '?', '?course=&lang=&levels=', '?levels=,,&present=yes', '?other=1'])(
    '%j asks for nothing',
    (search) => expect(readSession(search)).toEqual(NOTHING),
  );

  test('names each level once, and keeps what no level can be called, so that somebody hears of it', () => {
    expect(readSession('?levels=a, b,a,<c>,d%2Fe').levels).toEqual(['a', 'b', '<c>', 'd/e']);
  });

  test('is read as it was made', () => {
    const word = fc.string({ minLength: 1 }).filter((text) => text === text.trim());
    const id = word.filter((text) => !text.includes(','));
    fc.assert(
      fc.property(
        fc.record({
          course: fc.option(word),
          lang: fc.option(word),
          levels: fc.option(fc.uniqueArray(id, { minLength: 1 })),
          present: fc.boolean(),
        }),
        (session) => {
          expect(readSession(sessionQuery(session))).toEqual(session);
        },
      ),
    );
  });

  test('keeps commas plain, so that people can read and edit it', () => {
    expect(sessionQuery({ ...NOTHING, levels: ['one', 'two'] })).toBe('?levels=one,two');
    expect(sessionQuery(NOTHING)).toBe('');
  });
});

describe('the levels of a session', () => {
  const byName = () => null;

  test('are the chosen ones alone, in the chosen order', () => {
    expect(chosenLevels(FILES, ['three', 'two'], byName)).toEqual({
      files: ['three.json', 'more/two.json'],
      unknown: [],
    });
  });

  test('are all of the course when nothing is chosen', () => {
    expect(chosenLevels(FILES, null, byName)).toEqual({ files: FILES, unknown: [] });
    expect(filesToRead(FILES, null)).toBe(FILES);
  });

  test('are found by the id of the level where its file has another name', () => {
    const ids: Record<string, string> = { 'one.json': 'first', 'more/two.json': 'one' };
    const idOf = (file: string) => ids[file] ?? null;
    expect(chosenLevels(FILES, ['one', 'first', 'three'], idOf).files).toEqual([
      'more/two.json',
      'one.json',
      'three.json',
    ]);
  });

  test('that the course does not have are named', () => {
    expect(chosenLevels(FILES, ['gone', 'two', '<b>'], byName)).toEqual({
      files: ['more/two.json'],
      unknown: ['gone', '<b>'],
    });
    expect(chosenLevels(FILES, ['gone'], byName)).toEqual({ files: FILES, unknown: ['gone'] });
  });

  test('are read alone when the files are named as they are, else all files are', () => {
    expect(filesToRead(FILES, ['three', 'two'])).toEqual(['three.json', 'more/two.json']);
    expect(filesToRead(['ONE.JSON'], ['ONE'])).toEqual(['ONE.JSON']);
    expect(filesToRead(FILES, ['three', 'other-id'])).toBe(FILES);
  });
});

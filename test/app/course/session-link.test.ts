import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  chaptersOfPart,
  chosenLevels,
  filesToRead,
  readSession,
  sessionQuery,
} from '../../../src/app/course/session-link.ts';

const NOTHING = { course: null, lang: null, levels: null, check: null, present: false, room: null };
const FILES = ['one.json', 'more/two.json', 'three.json'];

describe('a session link', () => {
  test('can choose a course, a language, levels in an order, and a projector in a room', () => {
    expect(readSession('?course=night/course.json&lang=de&levels=two,one&check=2&present=1&room=codes')).toEqual({
      course: 'night/course.json',
      lang: 'de',
      levels: ['two', 'one'],
      check: '2',
      present: true,
      room: 'codes',
    });
  });

  test.each(['', '?', '?course=&lang=&levels=&check=', '?levels=,,&present=yes', '?other=1'])(
    '%j asks for nothing',
    (search) => expect(readSession(search)).toEqual(NOTHING),
  );

  test('lists each level once, and keeps impossible ids so that they are reported', () => {
    expect(readSession('?levels=a, b,a,<c>,d%2Fe').levels).toEqual(['a', 'b', '<c>', 'd/e']);
  });

  test('is read back as it was written', () => {
    const word = fc.string({ minLength: 1 }).filter((text) => text === text.trim());
    const id = word.filter((text) => !text.includes(','));
    fc.assert(
      fc.property(
        fc.record({
          course: fc.option(word),
          lang: fc.option(word),
          levels: fc.option(fc.uniqueArray(id, { minLength: 1 })),
          check: fc.option(fc.constantFrom('0', '1', '2')),
          present: fc.boolean(),
          room: fc.option(word),
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

  test('are only the chosen ones, in the chosen order', () => {
    expect(chosenLevels(FILES, ['three', 'two'], byName)).toEqual({
      files: ['three.json', 'more/two.json'],
      unknown: [],
    });
  });

  test('are all of the course when nothing is chosen', () => {
    expect(chosenLevels(FILES, null, byName)).toEqual({ files: FILES, unknown: [] });
    expect(filesToRead(FILES, null)).toBe(FILES);
  });

  test('are found by their id when their files have other names', () => {
    const ids: Record<string, string> = { 'one.json': 'first', 'more/two.json': 'one' };
    const idOf = (file: string) => ids[file] ?? null;
    expect(chosenLevels(FILES, ['one', 'first', 'three'], idOf).files).toEqual([
      'more/two.json',
      'one.json',
      'three.json',
    ]);
  });

  test('are reported when the course does not have them', () => {
    expect(chosenLevels(FILES, ['gone', 'two', '<b>'], byName)).toEqual({
      files: ['more/two.json'],
      unknown: ['gone', '<b>'],
    });
    expect(chosenLevels(FILES, ['gone'], byName)).toEqual({ files: FILES, unknown: ['gone'] });
  });

  test('are the only files read when those are named by id; otherwise all files are', () => {
    expect(filesToRead(FILES, ['three', 'two'])).toEqual(['three.json', 'more/two.json']);
    expect(filesToRead(['ONE.JSON'], ['ONE'])).toEqual(['ONE.JSON']);
    expect(filesToRead(FILES, ['three', 'other-id'])).toBe(FILES);
  });
});

describe('the chapters of a session', () => {
  const CHAPTERS = [
    { title: 'One', levels: ['a.json', 'b.json'] },
    { title: 'Two', levels: ['c.json', 'd.json'] },
  ];

  test('are those of its levels, with their titles', () => {
    expect(chaptersOfPart(CHAPTERS, ['b.json', 'd.json', 'c.json'])).toEqual([
      { title: 'One', levels: ['b.json'] },
      { title: 'Two', levels: ['d.json', 'c.json'] },
    ]);
  });

  test('are left out where its order goes back and forth between them', () => {
    expect(chaptersOfPart(CHAPTERS, ['a.json', 'c.json', 'b.json'])).toBeUndefined();
  });
});

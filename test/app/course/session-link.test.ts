import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { chosenCourse, readSession, sessionQuery } from '../../../src/app/course/session-link.ts';
import type { Course } from '../../../src/engine/level/course.ts';

const NOTHING = { course: null, lang: null, levels: null, present: false };
const course: Course = {
  format: 1,
  title: 'Test',
  languages: ['en'],
  passMark: 70,
  levels: ['one.json', 'more/two.json', 'three.json'],
  chapters: [{ title: 'All', levels: ['one.json', 'more/two.json', 'three.json'] }],
};

describe('a session link', () => {
  test('asks for a course, a language, levels in an order, and a projector', () => {
    expect(readSession('?course=night/course.json&lang=de&levels=two,one&present=1')).toEqual({
      course: 'night/course.json',
      lang: 'de',
      levels: ['two', 'one'],
      present: true,
    });
  });

  test.each(['', '?', '?course=&lang=&levels=', '?levels=,,&present=yes', '?levels=../x', '?other=1'])(
    '%j asks for nothing',
    (search) => expect(readSession(search)).toEqual(NOTHING),
  );

  test('names each level once, and drops what no level can be called', () => {
    expect(readSession('?levels=a, b,a,<c>,d%2Fe').levels).toEqual(['a', 'b']);
  });

  test('is read as it was made', () => {
    const word = fc.string({ minLength: 1 }).filter((text) => text === text.trim());
    const id = fc.stringMatching(/^[a-z0-9-]{1,12}$/);
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

describe('the course of a session', () => {
  test('has the chosen levels alone, in the chosen order and without chapters', () => {
    const chosen = chosenCourse(course, { ...NOTHING, levels: ['three', 'gone', 'two'] });
    expect(chosen.levels).toEqual(['three.json', 'more/two.json']);
    expect(chosen.chapters).toBeUndefined();
  });

  test('is the whole course when nothing is chosen, or nothing that it has', () => {
    expect(chosenCourse(course, NOTHING)).toBe(course);
    expect(chosenCourse(course, { ...NOTHING, levels: ['gone'] })).toBe(course);
  });
});

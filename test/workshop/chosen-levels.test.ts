import { describe, expect, test } from 'vitest';
import { chosenLevels } from '../../src/workshop/chosen-levels.ts';

const LEVEL = '{ "id": "party", "contacts": [{ "id": "ana", "needs": "act" }] }';
const FRENCH = '{ "format": 1, "title": "Fête" }';
const COURSE = '{ "levels": ["party.json"] }';

const chosen = (files: Readonly<Record<string, string>>) => chosenLevels(new Map(Object.entries(files)));

describe('among chosen files', () => {
  test('a level has the translations that were chosen with it, in any order', () => {
    expect(chosen({ 'party.fr.json': FRENCH, 'party.json': LEVEL, 'other.json': LEVEL })).toEqual({
      levels: [
        {
          file: 'party.json',
          text: LEVEL,
          translations: [{ language: 'fr', file: 'party.fr.json', text: FRENCH }],
        },
        { file: 'other.json', text: LEVEL, translations: [] },
      ],
      problems: [],
      hasCourse: false,
    });
  });

  test('a translation without its level is no level', () => {
    const { levels, problems } = chosen({ 'other.json': LEVEL, 'party.fr.json': FRENCH });
    expect(levels.map(({ file }) => file)).toEqual(['other.json']);
    expect(problems).toMatchObject([
      { file: 'party.fr.json', code: 'translation-alone', params: { level: 'party.json' } },
    ]);
  });

  test('a level whose name looks like that of a translation is a level', () => {
    expect(chosen({ 'party.fr.json': LEVEL }).levels.map(({ file }) => file)).toEqual(['party.fr.json']);
  });

  test('a course is no level, whatever its name', () => {
    for (const name of ['course.json', 'our-course.json']) {
      const { levels, problems, hasCourse } = chosen({ [name]: COURSE, 'party.json': LEVEL });
      expect([levels.map(({ file }) => file), problems, hasCourse]).toEqual([['party.json'], [], true]);
    }
    expect(chosen({ 'course.json': COURSE.slice(0, -5) }).levels).toEqual([]);
  });

  test('a file with nothing of a level is none, and says what is wrong', () => {
    for (const text of ['', 'Dear all,', '[]', '{}']) {
      const { levels, problems } = chosen({ 'notes.json': text });
      expect([levels, problems.map(({ file }) => file)]).toEqual([[], ['notes.json']]);
    }
  });

  test('a broken level is a level', () => {
    expect(chosen({ 'party.json': LEVEL.slice(0, 30) }).levels).toHaveLength(1);
  });
});

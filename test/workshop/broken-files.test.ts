import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { quickCheck } from '../../src/workshop/analysis/quick-check.ts';
import { asOneFile } from '../../src/workshop/share/level-file.ts';
import { isList, isObject, valueAt, withValue, type Json, type Path } from '../../src/workshop/json/value.ts';
import { draftOf, setValue, type LevelFiles } from '../../src/workshop/level-files.ts';
import { addMail } from '../../src/workshop/mails.ts';
import { addPerson } from '../../src/workshop/people.ts';
import { languagesOf, translationTable } from '../../src/workshop/translation/table.ts';
import { tries } from '../tries.ts';
import { anyEdit } from './author-edits.ts';
import { COURSE, shipped } from './shipped.ts';
import { hasWrongSyntax } from './wrong-syntax.ts';

/** The thorough run tries thousands of files. */
const TIMEOUT = 1_200_000;

const anyCourseLevel = fc.constantFrom(...COURSE).map(shipped);

const strangers: fc.Arbitrary<Json> = fc.oneof(
  fc.constantFrom<Json>(null, true, -1, 1e21, 0.5, '', '*', 'constructor', '__proto__', [], {}, [null], [[]], {
    en: 7,
  }),
  fc.string({ maxLength: 5 }),
  fc.jsonValue({ maxDepth: 2 }).map((value) => value as Json),
);

/** Every place of a value, its lists and objects included, but not the whole. */
function placesIn(value: Json, path: Path = []): Path[] {
  const below = isList(value)
    ? value.flatMap((item, index) => placesIn(item, [...path, index]))
    : isObject(value)
      ? Object.entries(value).flatMap(([name, field]) => placesIn(field, [...path, name]))
      : [];
  return path.length === 0 ? below : [path, ...below];
}

/** True for a place that one of these changes: it, what is in it, and the lists and objects that it is in. */
function isTouched(place: Path, changed: readonly Path[], value: Json): boolean {
  return changed.some((strange) => {
    const parent = strange.slice(0, -1);
    // A word that is left out moves the later ones up.
    const list = valueAt(value, parent);
    const root = isList(list) && !list.some(isObject) ? parent : strange;
    return place.every((step, depth) => depth >= root.length || root[depth] === step);
  });
}

/** Opens a file as the page does, reads everything that the form shows, and makes some edits. */
function use(files: LevelFiles): LevelFiles {
  draftOf(files);
  quickCheck(files);
  translationTable(files, languagesOf(files)[0] ?? 'en', 'fr');
  asOneFile(files);
  const { index, id, files: added } = addPerson(addMail(files).files, 'person', 'en', 'Ana');
  expect(draftOf(added).contacts?.[index]?.id).toBe(id);
  return setValue(added, ['title'], 'Mended');
}

describe('a broken file', () => {
  test('that ends anywhere opens with what is whole, and says that it is broken', { timeout: TIMEOUT }, () => {
    fc.assert(
      fc.property(anyCourseLevel, fc.double({ min: 0, max: 1, noNaN: true }), (level, share) => {
        const whole = draftOf(level);
        // The last character is the end of the line after the level.
        const text = level.text.slice(0, Math.floor(share * (level.text.trimEnd().length - 1)));
        const files = { ...level, text };
        expect(hasWrongSyntax(text)).toBe(true);
        expect(quickCheck(files).problems.filter(({ severity }) => severity === 'error')).not.toEqual([]);
        const people = draftOf(files).contacts ?? [];
        // All but the last are whole, since the file ends in it or after it.
        expect(people.slice(0, -1)).toEqual(whole.contacts?.slice(0, Math.max(0, people.length - 1)));
        const mended = use(files);
        expect(hasWrongSyntax(mended.text)).toBe(false);
      }),
      tries(1000, 25),
    );
  });

  test('with strange values opens with all others, and says what is strange', { timeout: TIMEOUT }, () => {
    const slips = fc.array(fc.tuple(fc.nat(), strangers), { minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(anyCourseLevel, slips, (level, values) => {
        let value = JSON.parse(level.text) as Json;
        const places: Path[] = [];
        for (const [at, stranger] of values) {
          const all = placesIn(value);
          const place = all[at % all.length] ?? [];
          if (JSON.stringify(valueAt(value, place)) !== JSON.stringify(stranger)) places.push(place);
          value = withValue(value, place, stranger);
        }
        const files = { ...level, text: JSON.stringify(value, null, 2) };
        const [draft, whole] = [draftOf(files) as Json, draftOf(level) as Json];
        for (const place of placesIn(whole).filter((one) => !isTouched(one, places, whole))) {
          expect([place, valueAt(draft, place)]).toEqual([place, valueAt(whole, place)]);
        }
        const { level: playable, problems } = quickCheck(files);
        // What cannot be played says why.
        expect(playable !== null || problems.length > 0).toBe(true);
        const mended = use(files);
        expect(hasWrongSyntax(mended.text)).toBe(false);
      }),
      tries(2000, 40),
    );
  });

  test('takes any edit', { timeout: TIMEOUT }, () => {
    fc.assert(
      fc.property(
        anyCourseLevel,
        fc.array(fc.tuple(fc.nat(), strangers), { minLength: 1, maxLength: 3 }),
        fc.double({ min: 0.2, max: 1.3, noNaN: true }),
        fc.array(anyEdit, { minLength: 1, maxLength: 5 }),
        (level, values, share, edits) => {
          const value = values.reduce<Json>(
            (changed, [at, stranger]) => {
              const all = placesIn(changed);
              return withValue(changed, all[at % all.length] ?? [], stranger);
            },
            JSON.parse(level.text) as Json,
          );
          const whole = JSON.stringify(value, null, 2);
          const files = { ...level, text: whole.slice(0, Math.ceil(whole.length * share)) };
          const edited = edits.reduce((changed, edit) => edit(changed), files);
          expect(edited.text === files.text || !hasWrongSyntax(edited.text)).toBe(true);
          quickCheck(edited);
        },
      ),
      tries(2000, 40),
    );
  });
});

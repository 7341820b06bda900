import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FIELDS, levelSchema, type Field, type Level } from '../../src/engine/level/level.ts';
import { fingerprint } from '../../src/engine/play/fingerprint.ts';
import type { Outcome } from '../../src/engine/play/outcome.ts';
import { simulate } from '../../src/engine/play/simulate.ts';
import { tryDesks } from '../../src/engine/play/trial.ts';
import { isPlayable, readLevel, withTranslations, type ProblemCode } from '../../src/levels/index.ts';
import type { Json } from '../../src/workshop/json/value.ts';
import { draftOf, type LevelFiles } from '../../src/workshop/level-files.ts';
import { renameMail } from '../../src/workshop/mails.ts';
import { removePerson, renamePerson } from '../../src/workshop/people.ts';
import { anyLevel } from '../engine/arbitrary.ts';
import { tries } from '../tries.ts';
import { anyWrittenLevel, placesOf, placesStated } from './any-written-level.ts';
import { addAndRemove, writeBack } from './form.ts';
import { COURSE, shipped } from './shipped.ts';

const plain = (level: Level, indent?: number): LevelFiles => ({
  file: 'test.json',
  text: `${JSON.stringify(level, null, indent)}\n`,
  translations: [],
});

/** The codes of what is wrong with a level and its translations, without trying it out. */
function problemsOf({ file, text, translations }: LevelFiles): ProblemCode[] {
  const read = readLevel(text, file);
  const beside = read.ok ? withTranslations(read.level, translations).problems : [];
  return [...read.problems, ...beside].map(({ code }) => code);
}

function levelIn(files: LevelFiles): Level {
  // Random levels can be refused for what no player could meet; they are simulated all the same.
  return JSON.parse(files.text) as Level;
}

/** Some ways to address the emails of a level, the same ones each time. */
function outcomesOf(level: Level, dice: readonly number[]): Outcome[] {
  return [0, 1, 2].map((turn) => {
    const fieldOf = (id: string): Field => {
      const at = level.contacts.findIndex((contact) => contact.id === id);
      return FIELDS[(dice[(at * 3 + turn) % dice.length] ?? 0) % FIELDS.length] ?? 'none';
    };
    const { routing } = tryDesks(level, ({ contacts }) => Object.fromEntries(contacts.map((id) => [id, fieldOf(id)])));
    return simulate(level, routing);
  });
}

const outcomes = (level: Level, rolls: readonly number[]) =>
  outcomesOf(level, rolls).map((outcome) => fingerprint(outcome));

/** What an outcome says, without the order of events and the last point of each deduction, which follow from the ids. */
function gistOf({ score, privacy, purpose, ending, exposed, exposures, leaks, deductions }: Outcome): unknown {
  const costs = deductions.map(({ kind, contacts, mails }) => ({ kind, contacts, mails }));
  return { score, privacy, purpose, ending, exposed, exposures, leaks, costs };
}

function unordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map((item) => JSON.stringify(unordered(item))).toSorted();
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .map(([name, field]) => [name, unordered(field)] as const)
      .toSorted(([one], [other]) => (one < other ? -1 : 1)),
  );
}

const dice = fc.array(fc.nat({ max: 200 }), { minLength: 12, maxLength: 30 });

/** The thorough run tries thousands of levels. */
const TIMEOUT = 1_200_000;

describe('a level that went through every field of the form', () => {
  test.each(COURSE)('is %s to the byte', (name) => {
    const files = shipped(name);
    const back = addAndRemove(writeBack(files));
    expect(back.text).toBe(files.text);
    expect(back.translations).toEqual(files.translations);
  });

  test('plays as before, for any level', { timeout: TIMEOUT }, () => {
    fc.assert(
      fc.property(anyLevel, dice, fc.constantFrom(undefined, 1, 2), (level, rolls, indent) => {
        const back = levelIn(addAndRemove(writeBack(plain(level, indent))));
        expect(outcomes(back, rolls)).toEqual(outcomes(level, rolls));
      }),
      tries(1000, 10),
    );
  });

  test('is the same to the byte and plays as before, whatever of the format it states', { timeout: TIMEOUT }, () => {
    fc.assert(
      fc.property(anyWrittenLevel, dice, ({ level, files }, rolls) => {
        const back = addAndRemove(writeBack(files));
        expect(back).toEqual(files);
        expect(outcomes(levelIn(back), rolls)).toEqual(outcomes(level, rolls));
      }),
      tries(1000, 15),
    );
  });
});

test('the levels of these properties state everything that the format knows', () => {
  const stated = new Set(
    fc.sample(anyWrittenLevel, { seed: 1, numRuns: 600 }).flatMap(({ files: { text } }) => {
      const value = JSON.parse(text) as Json;
      expect(levelSchema.safeParse(value).error?.issues ?? []).toEqual([]);
      return placesStated(levelSchema, value);
    }),
  );
  expect(placesOf(levelSchema).filter((place) => !stated.has(place))).toEqual([]);
});

/** The contacts of a level; in an ordinary run the first and the last. */
function someContacts(files: LevelFiles): string[] {
  const ids = (draftOf(files).contacts ?? []).map(({ id = '' }) => id);
  return process.env['THOROUGH'] ? ids : [...new Set([ids[0] ?? '', ids.at(-1) ?? ''])];
}

describe('ids', () => {
  test('stay in step when a person or an email gets another, for any level', { timeout: TIMEOUT }, () => {
    fc.assert(
      fc.property(anyLevel, dice, fc.nat(), (level, rolls, pick) => {
        const contact = level.contacts[pick % level.contacts.length]?.id ?? '';
        const mail = level.mails[pick % level.mails.length]?.id ?? '';
        // Of two people who would answer at the same time the first by id does, so the new ids keep the order.
        const [other, otherMail] = [`${contact}-renamed`, `${mail}-renamed`];
        const renamed = levelIn(renameMail(renamePerson(plain(level), contact, other), mail, otherMail));
        const back = (gist: unknown): unknown =>
          JSON.parse(JSON.stringify(gist).replaceAll(other, contact).replaceAll(otherMail, mail));
        const found = outcomesOf(renamed, rolls).map((outcome) => unordered(back(gistOf(outcome))));
        expect(found).toEqual(outcomesOf(level, rolls).map((outcome) => unordered(gistOf(outcome))));
      }),
      tries(1000, 20),
    );
  });

  test.each(COURSE)('of %s stay in step in all its files', (name) => {
    const files = shipped(name);
    for (const id of someContacts(files)) {
      const renamed = renamePerson(files, id, 'renamed');
      expect(problemsOf(renamed)).toEqual([]);
      expect(renamePerson(renamed, 'renamed', id)).toEqual(files);
    }
  });

  test.each(COURSE)('of %s that are removed dangle nowhere', (name) => {
    const files = shipped(name);
    for (const id of someContacts(files)) {
      const removed = removePerson(files, id);
      const codes = problemsOf(removed);
      const dangling = ['unknown-contact', 'unknown-mail', 'translation-unknown-id', 'translation-of-nothing'] as const;
      expect(codes.filter((code) => dangling.some((one) => one === code))).toEqual([]);
    }
  });

  test('that are taken are not given twice', () => {
    const files = plain(JSON.parse(shipped('cv-to-rivals.json').text) as Level, 2);
    expect(renamePerson(files, 'northwind', 'southgale')).toBe(files);
  });
});

test('every level of the course can be played as the form shows it', () => {
  for (const name of COURSE) {
    const { text } = shipped(name);
    const read = readLevel(text, name);
    expect(isPlayable(read.problems)).toBe(true);
    expect(draftOf({ file: name, text, translations: [] })).toEqual(read.ok ? read.level : null);
  }
});

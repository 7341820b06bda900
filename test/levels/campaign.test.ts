import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { addressDesks, type Addressed } from '../../src/engine/analysis/address-desks.ts';
import { advise } from '../../src/engine/analysis/advice.ts';
import { bestRouting } from '../../src/engine/analysis/analysis.ts';
import { disagreements } from '../../src/engine/analysis/expectations.ts';
import { habitResults, NAIVE_HABITS } from '../../src/engine/analysis/habits.ts';
import { checkLanguages } from '../../src/engine/level/check-languages.ts';
import { checkLevel } from '../../src/engine/level/check.ts';
import { courseSchema } from '../../src/engine/level/course.ts';
import { LESSON_RULES, levelSchema, type Contact, type Field, type Level } from '../../src/engine/level/level.ts';
import { isKeptOut, isNeeded, strongestNeed } from '../../src/engine/level/needs.ts';
import { canLieIn, isCrowd, peopleOf } from '../../src/engine/mail/contacts.ts';
import type { MailRouting } from '../../src/engine/mail/routing.ts';
import { courseScore } from '../../src/engine/play/course-score.ts';
import type { Desk } from '../../src/engine/play/desk.ts';
import { translationFile, withTranslations } from '../../src/levels/index.ts';
import { tries } from '../tries.ts';

/**
 * Properties of the campaign as a whole and of each of its levels. The levels come from the course, so that a new level
 * is tested without any change here.
 */

const FOLDER = new URL('../../levels/', import.meta.url);
const read = (name: string) => readFileSync(new URL(name, FOLDER), 'utf8');

const course = courseSchema.parse(JSON.parse(read('course.json')));
const chapters = course.chapters ?? [];

interface Entry {
  readonly file: string;
  readonly chapter: number;
  readonly level: Level;
  readonly best: Addressed;
}

const entries: readonly Entry[] = chapters.flatMap(({ levels }, chapter) =>
  levels.map((file) => {
    const level = levelSchema.parse(JSON.parse(read(file)));
    return { file, chapter, level, best: bestRouting(level) };
  }),
);
const each = entries.map((entry) => ({ name: entry.file, entry }));
const contactOf = (level: Level, id: string): Contact | undefined => level.contacts.find((one) => one.id === id);

/** The desks of the best play, with the fields of its cards. */
function desksOf({ level, best }: Entry): { readonly desk: Desk; readonly placement: MailRouting }[] {
  const desks: { desk: Desk; placement: MailRouting }[] = [];
  addressDesks(level, (desk) => {
    const placement = Object.fromEntries(desk.mails.flatMap((mail) => Object.entries(best.routing[mail] ?? {})));
    desks.push({ desk, placement });
    return placement;
  });
  return desks;
}

/** The stars for one desk addressed differently from the best play, with all other desks as in it. */
function starsWith(entry: Entry, changed: string, placement: MailRouting): number {
  const best = new Map(desksOf(entry).map((one) => [one.desk.id, one.placement]));
  return addressDesks(entry.level, ({ id }) => (id === changed ? placement : (best.get(id) ?? {}))).outcome.stars;
}

function scoreWith(entry: Entry, changed: string, placement: MailRouting): number {
  const best = new Map(desksOf(entry).map((one) => [one.desk.id, one.placement]));
  return addressDesks(entry.level, ({ id }) => (id === changed ? placement : (best.get(id) ?? {}))).outcome.score;
}

const mailsOf = (level: Level, desk: Desk) => level.mails.filter(({ id }) => desk.mails.includes(id));
const needOn = (level: Level, desk: Desk, contact: Contact) => strongestNeed(mailsOf(level, desk), contact);

/** Cards that a player treats alike: the batches of a list share one text and one field. */
function likeCards(level: Level, desk: Desk): Contact[][] {
  const groups = new Map<string, Contact[]>();
  for (const id of desk.contacts) {
    const contact = contactOf(level, id);
    if (!contact) continue;
    const key = JSON.stringify([contact.about ?? id, needOn(level, desk, contact), contact.kind]);
    groups.set(key, [...(groups.get(key) ?? []), contact]);
  }
  return [...groups.values()];
}

/** The plausible fields of similar cards: all, except that nobody leaves out people who must act or know. */
function plausibleFields(level: Level, desk: Desk, cards: readonly Contact[]): Field[] {
  return desk.fields.filter(
    (field) =>
      cards.every((card) => canLieIn(card, field)) &&
      !(field === 'none' && cards.some((card) => ['act', 'know'].includes(needOn(level, desk, card)))),
  );
}

const MOST_TRIED = tries(400, 120).numRuns;

/** The share of a desk's plausible placements that earn three stars; of many placements, an even sample is tried. */
function partWithThreeStars(entry: Entry, desk: Desk): number {
  const groups = likeCards(entry.level, desk);
  const fields = groups.map((cards) => plausibleFields(entry.level, desk, cards));
  const all = fields.reduce((product, { length }) => product * length, 1);
  // A step that is coprime to the number of fields visits each of them equally often.
  const step = all <= MOST_TRIED ? 1 : Math.floor(all / MOST_TRIED) * 60 + 1;
  const tried = Math.min(all, MOST_TRIED);
  let won = 0;
  for (let turn = 0; turn < tried; turn += 1) {
    let rest = (turn * step) % all;
    const placement: Record<string, Field> = {};
    for (const [index, cards] of groups.entries()) {
      const offered = fields[index] ?? [];
      const field = offered[rest % offered.length] ?? 'none';
      rest = Math.floor(rest / offered.length);
      for (const { id } of cards) placement[id] = field;
    }
    if (starsWith(entry, desk.id, placement) === 3) won += 1;
  }
  return won / tried;
}

/** How the best play of a level reaches people, for those that would cost a star. */
function kindsOf(entry: Entry): Set<'visible' | 'separate' | 'neither'> {
  const kinds = new Set<'visible' | 'separate' | 'neither'>();
  for (const { desk, placement } of desksOf(entry)) {
    const inFields = (...wanted: Field[]) =>
      Object.keys(placement).filter((id) => wanted.includes(placement[id] ?? 'none'));
    const heads = (ids: readonly string[]) =>
      ids.reduce((sum, id) => {
        const contact = contactOf(entry.level, id);
        return sum + (contact ? peopleOf(contact) : 0);
      }, 0);
    const moved = (ids: readonly string[], field: Field) =>
      starsWith(entry, desk.id, { ...placement, ...Object.fromEntries(ids.map((id) => [id, field])) });
    const shown = inFields('to', 'cc');
    const alone = inFields('separate');
    if (
      heads(shown) > 1 &&
      moved(shown, 'bcc') < 3 &&
      (!desk.fields.includes('separate') || moved(shown, 'separate') < 3)
    ) {
      kinds.add('visible');
    }
    if (heads(alone) > 1 && moved(alone, 'to') < 3) kinds.add('separate');
    const wantedElsewhere = desk.contacts.some((id) => {
      const contact = contactOf(entry.level, id);
      if (!contact || !['none', 'instead'].includes(placement[id] ?? 'none')) return false;
      return isNeeded(strongestNeed(entry.level.mails, contact)) && moved([id], 'cc') < 3 && moved([id], 'bcc') < 3;
    });
    if (wantedElsewhere) kinds.add('neither');
  }
  return kinds;
}

describe.each(each)('$name', ({ entry }) => {
  const { file, level, best } = entry;

  test('can be played, and the checker finds nothing', () => {
    expect(checkLevel(level)).toEqual([]);
    expect(advise(level)).toEqual([]);
  });

  test('is complete in every language of the course', () => {
    const files = (level.translations ?? []).map((language) => {
      const name = translationFile(file, language);
      return { language, file: name, text: read(name) };
    });
    const { level: translated, problems } = withTranslations(level, files);
    expect(problems).toEqual([]);
    expect(checkLanguages(translated, course.languages)).toEqual([]);
  });

  test('can be won, and ranks as its author expects', () => {
    expect(best.outcome.stars).toBe(3);
    expect(level.expectations?.length).toBeGreaterThanOrEqual(3);
    expect(disagreements(level)).toEqual([]);
  });

  test('is won by at most a tenth of the plausible placements', () => {
    const part = desksOf(entry).reduce((product, { desk }) => product * partWithThreeStars(entry, desk), 1);
    expect(part).toBeLessThanOrEqual(0.1);
  }, 120_000);

  test('has no card whose field is irrelevant', () => {
    const effects = desksOf(entry).flatMap(({ desk, placement }) =>
      likeCards(level, desk).flatMap((cards) => {
        const scores = desk.fields
          .filter((field) => cards.every((card) => canLieIn(card, field)))
          .map((field) =>
            scoreWith(entry, desk.id, { ...placement, ...Object.fromEntries(cards.map(({ id }) => [id, field])) }),
          );
        return cards.map(({ id }) => ({ id, effect: new Set(scores).size > 1 }));
      }),
    );
    const idle = level.contacts.filter(
      ({ id }) => effects.some((one) => one.id === id) && !effects.some((one) => one.id === id && one.effect),
    );
    expect(idle.map(({ id }) => id)).toEqual([]);
  });

  test('is won by no habit, except one level of the first chapter that accepts it', () => {
    const wins = habitResults(level).filter((habit) => habit.wins);
    const excused = entry.chapter === 0 && level.accepted?.['habit-wins'] !== undefined;
    expect(excused ? [] : wins.map(({ habit }) => habit)).toEqual([]);
  });

  test('is short, has a case with its source, and gives a group something to talk about', () => {
    expect(level.minutes).toBeGreaterThanOrEqual(2);
    expect(level.minutes).toBeLessThanOrEqual(4);
    for (const { desk } of desksOf(entry)) {
      expect(desk.contacts.length).toBeGreaterThanOrEqual(2);
      expect(desk.contacts.length).toBeLessThanOrEqual(9);
    }
    for (const { body } of level.mails) {
      const words = (typeof body === 'string' ? body : (body['en'] ?? '')).split(/\s+/).length;
      expect(words).toBeGreaterThanOrEqual(35);
      expect(words).toBeLessThanOrEqual(90);
    }
    expect(level.lesson.realCase?.source.title).toBeDefined();
    expect(Object.keys(level.discussion ?? {})).toEqual(['before', 'after', 'note']);
  });

  test('tells a story of its own after the best play', () => {
    expect(best.outcome.beats.map(({ kind }) => kind)).toContain('authored');
  });
});

describe('the campaign', () => {
  test('has its title and those of its chapters in every language that it offers', () => {
    for (const title of [course.title, ...chapters.map((chapter) => chapter.title)]) {
      expect(Object.keys(title)).toEqual(course.languages);
    }
  });

  test('teaches each rule in at least two levels', () => {
    const taught = entries.map(({ level }) => level.lesson.rule);
    expect(LESSON_RULES.filter((rule) => taught.filter((one) => one === rule).length < 2)).toEqual([]);
  });

  test('is won by a habit in at most one level', () => {
    expect(entries.filter(({ level }) => habitResults(level).some(({ wins }) => wins)).length).toBeLessThanOrEqual(1);
  });

  test.each(NAIVE_HABITS)('ends below the pass mark with the habit %s', (habit) => {
    const scores = entries.map(
      ({ level }) => habitResults(level).find((one) => one.habit === habit)?.outcome.score ?? 0,
    );
    const result = courseScore(scores, course.passMark ?? 70);
    expect(result.passed).toBe(false);
    expect(result.score).toBeLessThan(70);
  });

  test('has at least six levels where people must be seen, four with separate mails, and three where no field of the mail is right', () => {
    const kinds = entries.map(kindsOf);
    const having = (kind: 'visible' | 'separate' | 'neither') => kinds.filter((some) => some.has(kind)).length;
    expect(having('visible')).toBeGreaterThanOrEqual(6);
    expect(having('separate')).toBeGreaterThanOrEqual(4);
    expect(having('neither')).toBeGreaterThanOrEqual(3);
  }, 120_000);

  test('has decoys, and crowds that trigger warnings', () => {
    const decoys = entries.filter(({ level }) =>
      level.contacts.some((one) => isKeptOut(strongestNeed(level.mails, one))),
    );
    expect(decoys.length).toBeGreaterThanOrEqual(entries.length / 2);
    expect(entries.filter(({ level }) => level.contacts.some(isCrowd)).length).toBeGreaterThanOrEqual(4);
  });
});

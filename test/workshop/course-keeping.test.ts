import { describe, expect, test } from 'vitest';
import { memoryDrafts } from '../../src/progress/drafts.ts';
import { begin, isLater, isNext, record, undo, type History } from '../../src/workshop/history.ts';
import { fromBase64, toBase64 } from '../../src/workshop/share/base64.ts';
import { courseKeeper, findCourse, type FoundCourse } from '../../src/workshop/share/course-keeping.ts';
import {
  COURSE_ID,
  courseOf,
  type CourseWork,
  keptCourse,
  readKeptCourse,
  withDraftDetached,
  withDraftReplaced,
} from '../../src/workshop/share/course-work.ts';

const titled = (title: string): CourseWork => {
  const course = courseOf('level-1');
  return { ...course, facts: { ...course.facts, title } };
};
const steps = (...titles: readonly string[]): History<CourseWork> =>
  titles.reduce((history, title, at) => record(history, titled(title), null, at + 1), begin(courseOf('level-1')));

/** A tab with the course of the device, and what it was told of other tabs. */
async function tab(drafts = memoryDrafts()) {
  const told: FoundCourse[] = [];
  const keeper = courseKeeper(
    drafts,
    await findCourse(drafts),
    () => 1000,
    (theirs) => told.push(theirs),
  );
  return { drafts, keeper, told };
}

describe('a course that is put together', () => {
  test('is found again with every step', async () => {
    const { drafts, keeper } = await tab();
    const work = undo(steps('One', 'Two'));
    keeper.keep(steps('One'));
    keeper.keep(work);
    await keeper.settled();
    expect((await findCourse(drafts)).work).toEqual(work);
  });

  test('is kept with its files and its logo, and without its steps where these are damaged', () => {
    const files = { file: 'one.json', text: '{}', translations: [], language: 'de' };
    const logo = { file: 'logo.png', ending: 'png', bytes: toBase64(Uint8Array.from([0, 255, 137, 80])) };
    const course: CourseWork = { ...titled('One'), levels: [{ files, chapter: 'First' }], logo };
    const kept = keptCourse(begin(course), 1, 0);
    expect(readKeptCourse(kept)?.present).toEqual(course);
    expect([...fromBase64(logo.bytes)]).toEqual([0, 255, 137, 80]);
    expect(readKeptCourse({ content: kept.content.replace('"past":[]', '"past":7') })?.present).toEqual(course);
    expect(readKeptCourse({ content: '{' })).toBeNull();
  });

  test('is never written over what another tab has kept meanwhile', async () => {
    const { drafts, keeper } = await tab();
    const other = await tab(drafts);
    other.keeper.keep(steps('Theirs'));
    await other.keeper.settled();
    keeper.keep(steps('Mine'));
    await keeper.settled();
    expect((await findCourse(drafts)).work?.present.facts.title).toBe('Theirs');
  });

  test('shows what another tab has changed, and goes on from there', async () => {
    const { drafts, keeper, told } = await tab();
    const other = await tab(drafts);
    other.keeper.keep(steps('Theirs'));
    await other.keeper.settled();
    expect((await keeper.changed())?.work?.present.facts.title).toBe('Theirs');
    expect(await keeper.changed()).toBeNull();
    keeper.keep(steps('Theirs', 'Mine'));
    await keeper.settled();
    expect(told).toEqual([]);
    expect((await findCourse(drafts)).work?.present.facts.title).toBe('Mine');
  });

  test('does not come back when another tab has erased everything', async () => {
    const { drafts, keeper, told } = await tab();
    keeper.keep(steps('One'));
    await keeper.settled();
    await drafts.remove(COURSE_ID);
    keeper.keep(steps('One', 'Two'));
    await keeper.settled();
    expect(told).toEqual([{ work: null, state: 0 }]);
    expect(await drafts.read(COURSE_ID)).toBeNull();
  });
});

test('a level of a course gives its place to its copy, or to its files, and keeps its chapter', () => {
  const levels = [
    { draft: 'level-0', chapter: 'First' },
    { draft: 'level-1', chapter: 'Second' },
  ];
  const course = { ...titled('One'), levels };
  const files = { file: 'one.json', text: '{}', translations: [] };
  expect(withDraftReplaced(course, 'level-1', 'copy').levels).toEqual([
    levels[0],
    { draft: 'copy', chapter: 'Second' },
  ]);
  expect(withDraftDetached(course, 'level-0', files).levels).toEqual([{ files, chapter: 'First' }, levels[1]]);
  expect(withDraftReplaced(course, 'other', 'copy')).toBe(course);
});

test('the steps of two histories are undone and done again in the order of their times', () => {
  const level = record(begin('a'), 'b', null, 5);
  const course = record(record(begin('c'), 'd', null, 4), 'e', null, 6);
  expect(isLater(course, level)).toBe(true);
  expect(isLater(undo(course), level)).toBe(false);
  expect(isLater(begin('a'), begin('b'))).toBe(false);
  expect(isNext(undo(course), undo(level))).toBe(false);
  expect(isNext(undo(undo(course)), undo(level))).toBe(true);
  expect(isNext(level, undo(course))).toBe(false);
});

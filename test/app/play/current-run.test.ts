import { readFileSync } from 'node:fs';
import { beforeEach, expect, test } from 'vitest';
import { previewCourse } from '../../../src/app/author/preview-course.ts';
import { NO_COURSE } from '../../../src/app/course/loaded-course.ts';
import { openCurrentRun } from '../../../src/app/play/current-run.ts';
import type { LevelRun, RunContext, RunStart } from '../../../src/app/play/level-run.ts';
import { previewMemory } from '../../../src/app/play/play-memory.ts';
import type { Route } from '../../../src/app/shell/routes.ts';
import type { Level } from '../../../src/engine/level/level.ts';
import { keepRecordIn, memoryStorage } from '../../../src/progress/index.ts';

const FILES = ['cv-to-rivals.json', 'survey-mailing.json'];
const text = (name: string) => readFileSync(new URL(`../../course/${name}`, import.meta.url), 'utf8');
const LOADED = previewCourse(new Map(FILES.map((name) => [name, text(name)])), NO_COURSE);

beforeEach(() => keepRecordIn(memoryStorage()));

/** A page whose course and previews have the same two levels; what is opened is noted, not played. */
function open() {
  const opened: { level: Level; around: RunContext; start: RunStart }[] = [];
  const renamed: Route[] = [];
  const runs = openCurrentRun({
    root: {} as HTMLElement,
    draw: () => {},
    enter: () => {},
    openSettings: () => {},
    course: { loaded: () => LOADED, read: () => Promise.resolve() },
    previews: {
      loaded: () => LOADED,
      memoryOf: previewMemory,
      playAmong: () => Promise.resolve(null),
      add: () => Promise.resolve({ problems: [], levels: [] }),
      isWritten: () => false,
      onChange: () => {},
    },
    rename: (route) => void renamed.push(route),
  });
  const opener = (level: Level, around: RunContext, start: RunStart): LevelRun => {
    opened.push({ level, around, start });
    return {
      level: () => level,
      controller: () => ({ screen: () => null as never, title: () => '' }),
      retell: () => {},
      renew: () => {},
      close: () => {},
    };
  };
  const go = (route: Route, asked = true) => runs.open(opener, route, asked);
  return { runs, go, opened, renamed };
}

const CV = 'cv-to-rivals';

test.each([
  ['level', '#/level/survey-mailing'],
  ['preview', '#/preview/survey-mailing'],
] as const)('the next of a %s is one of its kind', (name, address) => {
  const { go, opened } = open();
  expect(go({ name, level: CV })).toBe(true);
  const [{ level, around }] = opened as [(typeof opened)[number]];
  expect(around.next(level)?.address).toBe(address);
});

test('one level is open at a time, and a route without a level opens none', () => {
  const { runs, go, opened } = open();
  expect(go({ name: 'home' })).toBe(false);
  expect(go({ name: 'level', level: 'unknown' })).toBe(false);
  expect(go({ name: 'level', level: CV })).toBe(true);
  expect(go({ name: 'level', level: 'survey-mailing' })).toBe(false);
  runs.close();
  expect(go({ name: 'level', level: 'survey-mailing' }, false)).toBe(true);
  expect(opened.map(({ start }) => start)).toEqual([{ kind: 'asked' }, { kind: 'left' }]);
});

test('a result becomes its level as soon as it is played again', () => {
  const { go, opened, renamed } = open();
  go({ name: 'result', level: CV });
  expect(opened[0]?.start).toEqual({ kind: 'result' });
  opened[0]?.around.began();
  opened[0]?.around.began();
  expect(renamed).toEqual([{ name: 'level', level: CV }]);
});

test('only a preview has a file to name', () => {
  const { runs, go } = open();
  go({ name: 'level', level: CV });
  expect(runs.previewFile()).toBeNull();
  runs.close();
  go({ name: 'preview', level: CV });
  expect(runs.previewFile()).toBe('cv-to-rivals.json');
});

import { expect, test } from 'vitest';
import { openWriting } from '../../../src/app/workshop/writing.ts';
import { memoryDrafts } from '../../../src/progress/drafts.ts';
import type { KeepingPorts } from '../../../src/workshop/keeping.ts';
import { readKeptLevel } from '../../../src/workshop/kept-level.ts';
import { setValue, type LevelFiles } from '../../../src/workshop/level-files.ts';
import { browserLocks } from '../../../src/workshop/locks.ts';

const EMPTY: LevelFiles = { file: 'level.json', text: '{ "format": 2 }\n', translations: [] };
const titled = (title: string) => (files: LevelFiles) => setValue(files, ['title'], title);

function tab(drafts = memoryDrafts()) {
  let last = 0;
  const ports: KeepingPorts = {
    drafts,
    locks: browserLocks(undefined, ''),
    now: () => (last += 1),
    freshId: () => `draft-${String((last += 1))}`,
  };
  const open = async (wanted: string | null = null) =>
    openWriting(
      ports,
      true,
      () => EMPTY,
      wanted,
      () => {},
      () => {},
    );
  const titles = async () => {
    const all = await Promise.all((await drafts.list()).map(async ({ id }) => drafts.read(id)));
    const texts = all.map((draft) => (draft && readKeptLevel(draft)?.present.text) ?? '');
    return texts.map((text) => /"title": "(\w+)"/.exec(text)?.[1] ?? '').toSorted();
  };
  return { open, titles };
}

test('what is typed before a new level has begun to be kept stays in the level that it was typed in', async () => {
  const { open, titles } = tab();
  const writing = await open();
  writing.change(titled('One'));
  const begun = writing.begin(EMPTY);
  writing.change(titled('Two'));
  await begun;
  writing.change(titled('Three'));
  await writing.close();
  expect(await titles()).toEqual(['One', 'Three']);
});

test('what was undone is forgotten for good when the author goes on elsewhere', async () => {
  const { open } = tab();
  const writing = await open();
  writing.change(titled('One'));
  writing.change(titled('Two'));
  writing.undo();
  writing.goOn();
  await writing.close();
  const again = await open();
  expect(again.files().text).toContain('One');
  again.redo();
  expect(again.files().text).toContain('One');
});

test('the wanted level is opened, else the latest', async () => {
  const { open } = tab();
  const writing = await open();
  writing.change(titled('One'));
  const first = writing.id();
  await writing.begin(EMPTY);
  writing.change(titled('Two'));
  await writing.close();
  expect((await open(first)).id()).toBe(first);
  expect((await open()).files().text).toContain('Two');
});

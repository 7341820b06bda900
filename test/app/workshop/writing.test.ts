import { expect, test, vi } from 'vitest';
import { openWriting } from '../../../src/app/workshop/writing.ts';
import { memoryDrafts } from '../../../src/progress/drafts.ts';
import type { KeepingPorts } from '../../../src/workshop/keeping.ts';
import { begin } from '../../../src/workshop/history.ts';
import { keptLevel, readKeptLevel } from '../../../src/workshop/kept-level.ts';
import { setValue, type LevelFiles } from '../../../src/workshop/level-files.ts';
import { browserLocks, type DraftLocks } from '../../../src/workshop/locks.ts';

const EMPTY: LevelFiles = { file: 'level.json', text: '{ "format": 2 }\n', translations: [] };
const titled = (title: string) => (files: LevelFiles) => setValue(files, ['title'], title);

function tab(drafts = memoryDrafts(), locks = browserLocks(undefined, '')) {
  let last = 0;
  const copies: (readonly [string, string])[] = [];
  const noticed = vi.fn<() => void>();
  const ports: KeepingPorts = {
    drafts,
    locks,
    now: () => (last += 1),
    freshId: () => `draft-${String((last += 1))}`,
  };
  const open = async (wanted: string | null = null) =>
    openWriting(ports, true, () => EMPTY, wanted, {
      changed: () => {},
      noticed,
      copied: (from, to) => copies.push([from, to]),
    });
  const titles = async () => {
    const all = await Promise.all((await drafts.list()).map(async ({ id }) => drafts.read(id)));
    const texts = all.map((draft) => (draft && readKeptLevel(draft)?.present.text) ?? '');
    return texts.map((text) => /"title": "(\w+)"/.exec(text)?.[1] ?? '').toSorted();
  };
  return { open, titles, copies, noticed };
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

test('a level that another tab has changed meanwhile becomes a copy, and says so', async () => {
  const drafts = memoryDrafts();
  const [one, other] = [tab(drafts), tab(drafts)];
  const begun = await one.open();
  begun.change(titled('One'));
  await begun.close();
  const [first, second] = [await one.open(), await other.open()];
  const before = second.id();
  first.change(titled('Mine'));
  await first.close();
  second.change(titled('Theirs'));
  await expect.poll(() => other.copies).toHaveLength(1);
  expect(other.copies).toEqual([[before, second.id()]]);
  expect(second.id()).not.toBe(before);
  await second.close();
  expect(one.copies).toEqual([]);
  expect(await one.titles()).toEqual(['Mine', 'Theirs']);
});

test('a level that another tab has open becomes a copy with its first change here, and says so', async () => {
  const OPEN = 'open-elsewhere';
  const locks: DraftLocks = {
    ...browserLocks(undefined, ''),
    take: (id) => Promise.resolve(id === OPEN ? null : () => {}),
  };
  const drafts = memoryDrafts();
  await drafts.write(keptLevel(OPEN, begin(titled('One')(EMPTY)), 1, 1), 0);
  const { open, copies, titles } = tab(drafts, locks);
  const writing = await open();
  expect([writing.id(), writing.notice()]).toEqual([OPEN, 'other-tab']);
  writing.change(titled('Two'));
  expect(copies).toEqual([[OPEN, writing.id()]]);
  await writing.close();
  expect(await titles()).toEqual(['One', 'Two']);
});

test('the device has a level once it is opened or changed, which is announced once and not at each change', async () => {
  const { open, noticed } = tab();
  const writing = await open();
  expect(writing.isKept()).toBe(false);
  writing.change(titled('One'));
  expect(writing.isKept()).toBe(false);
  await expect.poll(() => writing.isKept()).toBe(true);
  expect(noticed).toHaveBeenCalledTimes(1);
  writing.change(titled('Two'));
  writing.change(titled('Three'));
  expect(writing.isKept()).toBe(true);

  const begun = writing.begin(EMPTY);
  expect(writing.isKept()).toBe(false);
  await begun;
  await expect.poll(() => writing.isKept()).toBe(true);
  expect(noticed).toHaveBeenCalledTimes(2);
  await writing.close();
  expect((await open()).isKept()).toBe(true);
});

test('a level that the device has no space for is not kept, and says so', async () => {
  const drafts = memoryDrafts();
  const full = { ...drafts, write: () => Promise.reject(new DOMException('', 'QuotaExceededError')) };
  const writing = await tab(full).open();
  writing.change(titled('One'));
  await expect.poll(() => writing.notice()).toBe('full');
  expect(writing.isKept()).toBe(false);
});

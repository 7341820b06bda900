import { describe, expect, test } from 'vitest';
import { memoryDrafts, type DraftStore } from '../../src/progress/drafts.ts';
import { begin, record, undo, type History } from '../../src/workshop/history.ts';
import { keepNew, openKept, type KeepingPorts, type Opened, type Safety } from '../../src/workshop/keeping.ts';
import { setValue, type LevelFiles } from '../../src/workshop/level-files.ts';
import { browserLocks, type DraftLocks } from '../../src/workshop/locks.ts';

const EMPTY: LevelFiles = { file: 'my-level.json', text: '{ "format": 2 }\n', translations: [] };
const titled = (title: string) => setValue(EMPTY, ['title'], title);

/** Locks as the tabs of one browser share them. */
function sharedLocks(): DraftLocks & { crash(): void } {
  const held = new Set<string>();
  const waiting: (() => void)[] = [];
  const give = (id: string) => () => {
    if (held.delete(id)) waiting.shift()?.();
  };
  const take = (id: string) => {
    if (held.has(id)) return Promise.resolve(null);
    held.add(id);
    return Promise.resolve(give(id));
  };
  return {
    take,
    async wait(id) {
      if (held.has(id)) {
        await new Promise<void>((resolve) => {
          waiting.push(resolve);
        });
      }
      held.add(id);
      return give(id);
    },
    crash() {
      held.clear();
      waiting.shift()?.();
    },
  };
}

function ports(drafts: DraftStore = memoryDrafts(), locks: DraftLocks = sharedLocks()): KeepingPorts {
  let last = 0;
  return { drafts, locks, now: () => 1000, freshId: () => `draft-${String((last += 1))}` };
}

/** A store that fails as often as the test says. */
function failing(error: () => DOMException): DraftStore & { times: number } {
  const store = memoryDrafts();
  return {
    ...store,
    times: 0,
    write(draft, over) {
      if (this.times === 0) return store.write(draft, over);
      this.times -= 1;
      return Promise.reject(error());
    },
  };
}

const FULL = () => new DOMException('No space.', 'QuotaExceededError');
const nothing = () => {};

function opened(result: Opened): Extract<Opened, { readonly kind: 'open' }> {
  if (result.kind !== 'open') throw new Error(`The level is ${result.kind}.`);
  return result;
}

describe('a level that is being written', () => {
  test('is there again after the tab has crashed, with every step to undo', async () => {
    const locks = sharedLocks();
    const shared = ports(memoryDrafts(), locks);
    let work: History<LevelFiles> = begin(EMPTY);
    const keeper = await keepNew(shared, work, nothing);
    for (const title of ['One', 'Two', 'Three']) keeper.keep((work = record(work, titled(title))));
    await keeper.settled();
    locks.crash();
    const again = opened(await openKept(shared, keeper.id, nothing));
    expect(again.work).toEqual(work);
    expect(undo(undo(undo(again.work))).present).toEqual(EMPTY);
  });

  test('is listed by its title', async () => {
    const shared = ports();
    const keeper = await keepNew(shared, begin(titled('Party')), nothing);
    await keeper.settled();
    expect(await shared.drafts.list()).toMatchObject([{ id: keeper.id, title: 'Party', changed: 1000 }]);
  });

  test('loses nothing on a device that is full, and says so until there is space', async () => {
    const store = failing(FULL);
    const shared = ports(store);
    const seen: Safety[] = [];
    const keeper = await keepNew(shared, begin(EMPTY), (safety) => seen.push(safety));
    await keeper.settled();
    store.times = 2;
    keeper.keep(begin(titled('One')));
    await keeper.settled();
    expect(keeper.safety).toBe('full');
    keeper.keep(begin(titled('Two')));
    await keeper.settled();
    expect(keeper.safety).toBe('full');
    await keeper.close();
    expect(keeper.safety).toBe('kept');
    expect(opened(await openKept(shared, keeper.id, nothing)).work.present).toEqual(titled('Two'));
    expect(seen).toContain('full');
  });

  test('says that the browser forbids to keep it', async () => {
    const store = failing(() => new DOMException('Not here.', 'InvalidStateError'));
    store.times = 1;
    const keeper = await keepNew(ports(store), begin(EMPTY), nothing);
    await keeper.settled();
    expect(keeper.safety).toBe('forbidden');
  });
});

describe('a level in two tabs', () => {
  test('is written in the first; the second sees it, and can wait for it', async () => {
    const shared = ports();
    const first = await keepNew(shared, begin(EMPTY), nothing);
    first.keep(begin(titled('One')));
    await first.settled();
    const second = await openKept(shared, first.id, nothing);
    expect(second).toMatchObject({ kind: 'elsewhere', work: { present: titled('One') } });
    const waited = second.kind === 'elsewhere' ? second.wait(new AbortController().signal) : Promise.resolve(second);
    first.keep(begin(titled('Two')));
    await first.close();
    expect(opened(await waited).work.present).toEqual(titled('Two'));
  });

  test('without locks, becomes a copy in the tab that would write over the other', async () => {
    const shared = ports(memoryDrafts(), browserLocks(undefined, ''));
    const first = await keepNew(shared, begin(EMPTY), nothing);
    await first.settled();
    const second = opened(await openKept(shared, first.id, nothing));
    first.keep(begin(titled('First')));
    await first.settled();
    second.keeper.keep(begin(titled('Second')));
    await second.keeper.settled();
    expect(second.keeper.safety).toBe('copied');
    expect(second.keeper.id).not.toBe(first.id);
    expect(opened(await openKept(shared, first.id, nothing)).work.present).toEqual(titled('First'));
    expect(opened(await openKept(shared, second.keeper.id, nothing)).work.present).toEqual(titled('Second'));
    second.keeper.keep(begin(titled('Third')));
    await second.keeper.settled();
    expect(second.keeper.safety).toBe('kept');
  });
});

describe('a level in a browser that refuses locks', () => {
  const refusing = (reason: DOMException): LockManager => ({
    request: () => Promise.reject(reason),
    query: () => Promise.resolve({}),
  });
  const refused = refusing(new DOMException('Access to locks is denied.', 'SecurityError'));

  test('is kept and opened as without locks', async () => {
    const shared = ports(memoryDrafts(), browserLocks(refused, ''));
    const keeper = await keepNew(shared, begin(titled('One')), nothing);
    await keeper.close();
    expect(keeper.safety).toBe('kept');
    expect(opened(await openKept(shared, keeper.id, nothing)).work.present).toEqual(titled('One'));
  });

  test('is waited for until the author stops', async () => {
    const stop = new AbortController();
    stop.abort();
    const aborted = refusing(new DOMException('Stopped.', 'AbortError'));
    await expect(browserLocks(aborted, '').wait('one', stop.signal)).rejects.toThrow('Stopped.');
    await expect(browserLocks(refused, '').wait('one', new AbortController().signal)).resolves.toBeInstanceOf(Function);
  });
});

describe('what is kept of a level', () => {
  test('stays on the device when it cannot be read', async () => {
    const shared = ports();
    await shared.drafts.write({ id: 'old', title: '', changed: 0, state: 1, content: '{ "other": 1 }' }, 0);
    expect(await openKept(shared, 'old', nothing)).toEqual({ kind: 'gone', content: '{ "other": 1 }' });
    expect(await shared.drafts.read('old')).not.toBeNull();
  });

  test('opens without the steps that a later version may keep in another way', async () => {
    const shared = ports();
    const content = JSON.stringify({ files: titled('One'), past: 'compressed', future: [] });
    await shared.drafts.write({ id: 'new', title: '', changed: 0, state: 1, content }, 0);
    expect(opened(await openKept(shared, 'new', nothing)).work).toEqual(begin(titled('One')));
  });
});

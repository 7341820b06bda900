import { afterEach, expect, test, vi } from 'vitest';
import { levelInWork } from '../../../src/app/workshop/level-in-work.ts';
import { draftOf } from '../../../src/workshop/level-files.ts';
import { renamePerson } from '../../../src/workshop/people.ts';
import { shipped } from '../../workshop/shipped.ts';

afterEach(() => vi.unstubAllGlobals());

/** A worker on a machine that is too busy to answer. */
class BusyWorker extends EventTarget {
  postMessage() {
    // It never answers.
  }
  terminate() {
    // Nothing runs.
  }
}

test('a step that needs the ids as they are now does not wait for a worker that checks the last change', () => {
  vi.stubGlobal('Worker', BusyWorker);
  const files = shipped('cv-to-rivals.json');
  const [first] = draftOf(files).contacts ?? [];
  const checks = vi.fn();
  const work = levelInWork(files, checks, () => undefined);
  work.catchUp();
  expect(checks).not.toHaveBeenCalled();

  work.follow(renamePerson(files, first?.id ?? '', 'another'));
  expect(work.level()?.contacts[0]?.id).toBe(first?.id);
  work.catchUp();
  expect(work.level()?.contacts[0]?.id).toBe('another');
  work.catchUp();
  expect(checks).toHaveBeenCalledTimes(1);
  work.close();
});

import { expect, test } from 'vitest';
import { eraseDrafts, memoryDrafts } from '../../src/progress/drafts.ts';

test('what is kept while the page is open is erased with everything else', async () => {
  const drafts = memoryDrafts();
  await drafts.write({ id: 'one', title: 'One', changed: 1, state: 1, content: '{}' }, 0);
  await eraseDrafts('https://games.example/play/');
  expect(await drafts.list()).toEqual([]);
});

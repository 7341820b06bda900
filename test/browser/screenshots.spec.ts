import { join } from 'node:path';
import { test } from './fixtures.ts';
import { dragAll, openDesk, sendAndWatch } from './player.ts';

const DOCS = join(import.meta.dirname, '../../docs');

// The pictures of the README: npm run screenshots
test.describe('@screenshots', () => {
  test.use({ viewport: { width: 1280, height: 720 }, deviceScaleFactor: 1 });

  test('the desk and the replay', async ({ page }) => {
    test.setTimeout(120_000);
    await openDesk(page, 'survey-mailing');
    await dragAll(page, { 'batch-1': 'cc', 'batch-2': 'cc', 'batch-3': 'cc', priya: 'to' });
    await page.mouse.move(640, 4);
    await page.waitForFunction(() => document.getAnimations().every((one) => one.playState !== 'running'));
    await page.screenshot({ path: join(DOCS, 'desk.png') });
    await dragAll(page, { 'batch-4': 'cc', 'batch-5': 'cc', 'batch-6': 'cc', 'batch-7': 'cc' });
    await sendAndWatch(page);
    // The beat that says how many people can read each address.
    await page.locator('[data-transport="toggle"]').click();
    for (let beat = 0; beat < 2; beat += 1) await page.locator('[data-transport="next"]').click();
    await page.locator('[data-beat-kind="disclosed"][aria-current="step"]').waitFor();
    await page.screenshot({ path: join(DOCS, 'screenshot.png') });
  });
});

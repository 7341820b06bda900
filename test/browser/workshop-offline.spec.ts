import { expect, test } from './fixtures.ts';

test.use({ serviceWorkers: 'allow' });

test('a trainer who opened the workshop once writes, analyses, watches and packs without a connection @thorough', async ({
  page,
  context,
  problems,
}) => {
  problems.expect(/request failed/);
  // The page reads every file of a package, one after the other.
  test.setTimeout(180_000);
  await page.goto('./#/workshop');
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
  const missing = () =>
    page.evaluate(async () => {
      const list = await caches.match('package-files.json', { ignoreSearch: true });
      const files = (await list?.json()) as readonly string[] | undefined;
      const found = await Promise.all((files ?? []).map((file) => caches.match(file, { ignoreSearch: true })));
      return files ? files.filter((_, index) => !found[index]) : ['package-files.json'];
    });
  await expect.poll(missing, { timeout: 120_000 }).toEqual([]);

  await context.setOffline(true);
  await page.reload();
  await page.locator('[data-template="count-contexts"]').press('Enter');
  await expect(page.locator('#section-heading')).toBeFocused();
  await page.locator('#at-title').fill('Without a connection');
  await page.locator('[data-section="expected"]').press('Enter');
  await expect(page.locator('[data-best-score="100"]')).toBeVisible();
  await page.locator('[data-best]').press('Enter');
  await expect(page.locator('[data-score="100"]')).toBeVisible();

  await page.locator('[data-section="share"]').press('Enter');
  await page.locator('input[name="course-output"][value="scorm12"]').check();
  const saving = page.waitForEvent('download');
  await page.locator('[data-save-course]').press('Enter');
  expect((await saving).suggestedFilename()).toMatch(/-scorm12\.zip$/);
  await page.locator('[data-watch]').press('Enter');
  await expect(page.locator('[data-go-on]')).toBeVisible();
});

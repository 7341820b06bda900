import { expect, test } from './fixtures.ts';

/** Learning-management systems often put the page in a frame that extends below the window. */
test('finding 3: in a partly visible frame, the bar after Send and dialogs are in the visible part', async ({
  page,
  site,
}) => {
  await page.setViewportSize({ width: 1366, height: 768 });
  await page.route('**/outer.html', (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: `<!doctype html><title>Course</title><body style="margin:0;padding-top:252px">
        <iframe src="${site.url}#/level/cv-to-rivals" style="display:block;width:714px;height:666px;border:0"></iframe>`,
    }),
  );
  await page.goto('./outer.html');
  const frame = page.frameLocator('iframe');
  const inSight = async (selector: string) => {
    await expect(frame.locator(selector)).toBeVisible();
    await expect
      .poll(async () => {
        const box = await frame.locator(selector).boundingBox();
        return box !== null && box.y >= 252 && box.y + box.height <= 768;
      })
      .toBe(true);
  };
  await frame.locator('[data-settings]').first().click();
  await inSight('dialog[open]');
  await page.keyboard.press('Escape');
  await frame.locator('[data-to-desk]').click();
  await frame.locator('.twin-card[data-contact="northwind"]').press('1');
  await frame.locator('.twin-card[data-contact="southgale"]').press('3');
  await frame.locator('[data-send]').press('Enter');
  await inSight('[data-snackbar]');
  await inSight('[data-watch]');
});

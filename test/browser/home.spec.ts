import { expect, test } from './fixtures.ts';
import { recordKey } from './player.ts';

test.describe('the home page', () => {
  test('can be used before Phaser has loaded', async ({ page }) => {
    let arrive = () => {};
    const held = new Promise<void>((resolve) => {
      arrive = resolve;
    });
    await page.route(/phaser-[^/]*\.js$/, async (route) => {
      await held;
      await route.continue();
    });
    await page.goto('./');
    await page.locator('[data-settings]').first().click();
    await expect(page.locator('dialog[open]')).toBeVisible();
    await page.keyboard.press('Escape');
    await page.locator('[data-level="cv-to-rivals"] a').click();
    await expect(page.locator('[data-to-desk]')).toBeVisible();
    await page.locator('[data-to-desk]').click();
    await expect(page.locator('.twin-card')).toHaveCount(0);
    arrive();
    await expect(page.locator('.twin-card').first()).toBeAttached();
  });

  test('can be reached from a level while other levels are still loading @thorough', async ({ page }) => {
    let arrive = () => {};
    const held = new Promise<void>((resolve) => {
      arrive = resolve;
    });
    await page.route('**/levels/survey-mailing.json', async (route) => {
      await held;
      await route.continue();
    });
    await page.goto('./#/level/cv-to-rivals');
    await page.locator('[data-home]').click();
    await expect(page.locator('[data-level="cv-to-rivals"]')).toBeVisible();
    await expect(page.locator('[data-trouble]')).toHaveCount(0);
    arrive();
    await expect(page.locator('[data-level="survey-mailing"]')).toBeVisible();
    await expect(page.locator('[data-trouble]')).toHaveCount(0);
  });

  test('says what is wrong with a missing level file, and the other levels can be played', async ({
    page,
    problems,
  }) => {
    problems.expect(/404/);
    await page.route('**/levels/survey-mailing.json', (route) => route.fulfill({ status: 404, body: 'Not here.' }));
    await page.goto('./');
    const broken = page.locator('[data-broken]');
    await expect(broken).toContainText('survey-mailing.json');
    await page.locator('[data-level="cv-to-rivals"] a').click();
    await expect(page.locator('[data-to-desk]')).toBeVisible();
  });

  test('says in which line a level file is broken, and the other levels can be played @thorough', async ({ page }) => {
    const broken = '{\n  "format": 1,\n  "id": "survey-mailing",\n  "title" "The survey"\n}';
    await page.route('**/levels/survey-mailing.json', (route) =>
      route.fulfill({ contentType: 'application/json', body: broken }),
    );
    await page.goto('./');
    await expect(page.locator('[data-broken]')).toContainText('survey-mailing.json');
    await expect(page.locator('[data-broken]')).toContainText('4');
    await page.locator('[data-level="forum-privacy-reply"] a').click();
    await expect(page.locator('[data-to-desk]')).toBeVisible();
  });

  test('speaks German on request, and remembers it', async ({ page }) => {
    await page.goto('./');
    await page.locator('[data-settings]').first().click();
    await page.getByRole('radio', { name: 'Deutsch' }).check();
    await expect(page.locator('html')).toHaveAttribute('lang', 'de');
    await page.reload();
    await expect(page.locator('html')).toHaveAttribute('lang', 'de');
    await expect(page.locator('[data-level="survey-mailing"]')).toContainText('Umfrage');
  });

  test('keeps the stars, and erases everything on request', async ({ page }) => {
    await page.goto('./');
    const kept = () => page.evaluate(() => JSON.stringify(Object.keys(localStorage)));
    await page.locator('[data-level="cv-to-rivals"] a').click();
    await page.locator('[data-to-desk]').click();
    await expect(page.locator('.twin-card').first()).toBeAttached();
    expect(await kept()).toBe(JSON.stringify([recordKey(page)]));
    await page.goto('./');
    await page.locator('[data-settings]').first().click();
    await page.locator('[data-erase]').click();
    await page.locator('[data-erase-yes]').click();
    expect(await kept()).toBe('[]');
  });
});

test('in forced colours, a sheet has an edge and the chosen one a thicker edge @thorough', async ({ page }) => {
  await page.emulateMedia({ forcedColors: 'active', colorScheme: 'dark' });
  await page.goto('./');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'contrast-dark');
  await page.locator('[data-settings]').first().click();
  const edge = (selector: string) =>
    page
      .locator(selector)
      .first()
      .evaluate((element) => Number.parseFloat(getComputedStyle(element).borderTopWidth));
  expect(await edge('dialog.settings')).toBeGreaterThan(0);
  expect(await edge('.choice input:checked + span')).toBeGreaterThan(await edge('.choice input:not(:checked) + span'));
});

test('a page that cannot be loaded says what to do, and loads at the next try', async ({ page, problems }) => {
  problems.expect(/404|MIME type|Failed to fetch/);
  await page.route('**/pages-*', (route) => route.fulfill({ status: 404, body: '' }));
  await page.goto('./');
  await expect(page.locator('[data-first]')).toBeVisible();
  await page.evaluate(() => (location.hash = '#/host'));
  await expect(page.locator('[data-note="page-failed"]')).toContainText('This page did not load');
  await page.unrouteAll();
  await page.locator('[data-retry]').click();
  await expect(page.locator('[data-page="host"]')).toBeVisible();
});

test('a level of a course that cannot be reached says so, and opens at the next try', async ({ page, problems }) => {
  problems.expect(/ERR_FAILED/);
  await page.route('**/levels/*', (route) => route.abort('failed'));
  await page.goto('./#/level/cv-to-rivals');
  await expect(page.locator('[data-note="failed"]')).toContainText('The level did not load');
  await page.unrouteAll();
  await page.locator('[data-retry]').click();
  await expect(page.locator('[data-to-desk]')).toBeVisible();
});

import { clashes } from './clashes.ts';
import { expect, test } from './fixtures.ts';
import { card, openDesk, placeAll, skipReplay } from './player.ts';

test('who will see too much: predicted by keys before the replay, answered at its end, and skipped with one key', async ({
  page,
}) => {
  await openDesk(page, 'cv-to-rivals');
  await placeAll(page, { northwind: 'to', southgale: 'to' });
  await page.locator('[data-send]').press('Enter');
  // The question leaves the way back as it is, and nothing runs out while somebody thinks.
  await expect(page.locator('[data-take-back]')).toBeFocused();
  await expect(page.getByRole('heading', { name: 'Who will see too much?' })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.locator('[data-predict]')).toHaveCount(0);
  await expect(card(page, 'southgale')).toHaveAttribute('data-field', 'to');

  await page.locator('[data-send]').press('Enter');
  await page.getByRole('radio', { name: '1 stamp' }).focus();
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('radio', { name: '2 stamps' })).toBeChecked();
  await page
    .getByRole('group', { name: 'Who will see too much?' })
    .getByRole('button', { name: 'Nobody' })
    .press('Enter');
  await expect(page.locator('[data-replay]')).toBeVisible();
  await skipReplay(page);
  await expect(page.locator('[data-answer="wrong"]')).toContainText('Northwind and Southgale');
  // A player with a disaster of their own sees no other.
  await expect(page.locator('[data-avoided]')).toHaveCount(0);
  await page.reload();
  await skipReplay(page);
  await expect(page.locator('[data-answer="wrong"]')).toContainText('You lose your 2 stamps.');
  await page.locator('[data-go-on]').click();
  await page.goto('./#/progress');
  await expect(page.locator('[data-foreseen]')).toContainText('Right guesses: 0 of 1.');

  await openDesk(page, 'cv-to-rivals');
  await placeAll(page, { northwind: 'separate', southgale: 'separate', referee: 'separate' });
  await page.locator('[data-send]').press('Enter');
  await page.keyboard.press('Escape');
  await expect(page.locator('[data-replay]')).toBeVisible();
  await skipReplay(page);
  await expect(page.locator('[data-answer]')).toHaveCount(0);
  await page.locator('[data-avoided]').click();
  await expect(page.locator('[data-supposed]')).toContainText('This did not happen. You avoided it');
  await skipReplay(page);
  await expect(page.locator('[data-beat-kind="disclosed"]').first()).toBeVisible();
  await page.locator('[data-show-played]').click();
  await skipReplay(page);
  await expect(page.locator('[data-beat-kind="disclosed"]')).toHaveCount(0);
});

test('on a small phone the answers are whole where there is space for them', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 568 });
  await openDesk(page, 'cv-to-rivals');
  await placeAll(page, { northwind: 'cc', southgale: 'cc' });
  await page.locator('[data-send]').press('Enter');
  const names = page.locator('.predict-names');
  await expect(names).toBeVisible();
  expect(await names.evaluate(({ scrollHeight, clientHeight }) => scrollHeight - clientHeight)).toBe(0);
  await expect(page.locator('[data-predict-name="southgale"]')).toBeInViewport({ ratio: 1 });
});

test('on a small phone many answers scroll with the question, and not by themselves, too', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 568 });
  await openDesk(page, 'survey-mailing');
  await card(page, 'batch-1').focus();
  await page.keyboard.press('Control+a');
  await page.keyboard.press('2');
  await page.locator('[data-send]').press('Enter');
  const scroll = (selector: string) =>
    page.locator(selector).evaluate(({ scrollHeight, clientHeight }) => scrollHeight - clientHeight);
  await expect(page.locator('.predict-names')).toBeVisible();
  expect(await scroll('.desk-snack')).toBeGreaterThan(0);
  expect(await scroll('.predict-names')).toBe(0);
});

for (const [width, height] of [
  [320, 568],
  [390, 844],
  [844, 390],
  [568, 320],
] as const) {
  test(`at ${String(width)}×${String(height)} visible words say what the stamps are for`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    await openDesk(page, 'cv-to-rivals');
    await placeAll(page, { northwind: 'cc', southgale: 'cc' });
    await page.locator('[data-send]').press('Enter');
    const words = page.getByText('How sure are you?');
    await expect(words).toBeInViewport({ ratio: 1 });
    // Words for screen readers alone are one pixel high.
    expect((await words.boundingBox())?.height).toBeGreaterThan(10);
    const bar = await page.locator('[data-snackbar]').boundingBox();
    const head = await page.locator('.bar').boundingBox();
    expect(bar && head && bar.y >= head.y + head.height).toBe(true);
    expect(bar && bar.y + bar.height <= height).toBe(true);
  });
}

for (const [width, height] of [
  [320, 568],
  [390, 844],
] as const) {
  test(`at ${String(width)}×${String(height)} the question covers no words of the desk, which is back after Undo send`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height });
    await openDesk(page, 'cv-to-rivals');
    await placeAll(page, { northwind: 'cc', southgale: 'cc' });
    await page.locator('[data-send]').press('Enter');
    await expect(page.locator('[data-predict]')).toBeVisible();
    expect(await clashes(page)).toEqual([]);
    const desk = page.locator('[data-stage-host] canvas').first();
    await expect(desk).toBeHidden();
    await page.locator('[data-take-back]').press('Enter');
    await expect(desk).toBeVisible();
  });
}

import type { FrameLocator, Page } from '@playwright/test';
import { expect, launch, playRivals, test } from './package-platform.ts';

const score = (cmi: unknown, version: string) => {
  const { core, score: newer } = (cmi ?? {}) as {
    core?: { score?: { raw: string } };
    score?: { raw: string };
  };
  return (version === 'scorm12' ? core?.score : newer)?.raw ?? '';
};

/** The result on the letter of a level: three stars of a first play in separate mails. */
const resultOf = (frame: FrameLocator) => frame.locator('[data-level="cv-to-rivals"] .star.earned');

for (const version of ['scorm12', 'scorm2004'] as const) {
  test(`${version}: a level is stored at its debrief, and another computer finds it`, async ({ page, database }) => {
    const frame = await launch(page, version, { name: 'Okoro, Sam' });
    await playRivals(frame, '4');
    await expect.poll(() => score(database.of('sam'), version)).toBe('33');
    // Nothing is kept where the next learner would find it.
    expect(await page.evaluate(() => localStorage.length)).toBe(0);
    await page.evaluate(() => sessionStorage.clear());
    const again = await launch(page, version);
    await expect(resultOf(again)).toHaveCount(3);
  });
}

test('§1 row 2: two learners in one browser do not share results', async ({ page, database }) => {
  await playRivals(await launch(page, 'scorm12', { learner: 'sam' }), '4');
  await expect.poll(() => score(database.of('sam'), 'scorm12')).toBe('33');
  const next = await launch(page, 'scorm12', { learner: 'ana' });
  await expect(resultOf(next)).toHaveCount(0);
  expect(score(database.of('ana'), 'scorm12')).toBe('');
});

test('§1 row 8: a frame that is loaded again goes on in mid-level', async ({ page, database }) => {
  const frame = await launch(page, 'scorm2004');
  await playRivals(frame, '4');
  await expect.poll(() => score(database.of('sam'), 'scorm2004')).toBe('33');
  await reloadFrame(page);
  await expect(frame.locator('strong[data-stars]')).toHaveAttribute('data-stars', '3');
  await frame.locator('[data-home]').press('Enter');
  await expect(resultOf(frame)).toHaveCount(3);
  expect(score(database.of('sam'), 'scorm2004')).toBe('33');
});

async function reloadFrame(page: Page): Promise<void> {
  const [frame] = page.frames().filter((one) => one.parentFrame() !== null);
  await frame?.evaluate(() => location.reload());
}

test('§1 rows 5 and 6: while the server is down it says so, and stores when the server is back', async ({
  page,
  database,
  problems,
}) => {
  problems.expect(/alive\.txt/);
  problems.expect(/database/);
  const frame = await launch(page, 'scorm12');
  database.setDown(true);
  await playRivals(frame, '4');
  await expect(frame.locator('[data-recording="lost"]')).toBeVisible();
  expect(score(database.of('sam'), 'scorm12')).toBe('');
  database.setDown(false);
  await expect(frame.locator('[data-recording]')).toHaveCount(0, { timeout: 20_000 });
  await expect.poll(() => score(database.of('sam'), 'scorm12')).toBe('33');
});

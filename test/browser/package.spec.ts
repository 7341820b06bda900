import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Frame, FrameLocator, Page } from '@playwright/test';
import { packState } from '../../src/lms/packed-state.ts';
import { expect, launch, playRivals, test } from './package-platform.ts';
import { cmi5Address } from './platform-server.ts';

/** A store answers 404 for a document that it does not have yet (xAPI 1.0.3, part three, 2.2). */
const NO_DOCUMENT = /xapi\/(?:agents|activities)/;

const VERSIONS = ['scorm12', 'scorm2004'] as const;

const score = (cmi: unknown, version: (typeof VERSIONS)[number]) => {
  const { core, score: newer } = (cmi ?? {}) as {
    core?: { score?: { raw: string } };
    score?: { raw: string };
  };
  return (version === 'scorm12' ? core?.score : newer)?.raw ?? '';
};

/** Returns the earned stars on the card of a level. */
const starsOf = (frame: FrameLocator) => frame.locator('[data-level="cv-to-rivals"] .star-line .star.earned');

async function reloadFrame(page: Page): Promise<void> {
  const [frame] = page.frames().filter((one) => one.parentFrame() !== null);
  if (frame) await reload(frame);
}

/** Loads a page again as a script does, and waits for the new one, since the old one stays a while. */
async function reload(page: Page | Frame): Promise<void> {
  await page.evaluate(() => {
    document.documentElement.dataset['old'] = '';
    location.reload();
  });
  await expect(page.locator('html[data-old]')).toHaveCount(0);
}

/** Expects an element in the visible part of the frame. At 1366x768 the frame begins at 252 and ends below the window. */
async function inSight(frame: FrameLocator, selector: string): Promise<void> {
  await expect(frame.locator(selector)).toBeVisible();
  await expect
    .poll(async () => {
      const box = await frame.locator(selector).boundingBox();
      return box !== null && box.y >= 252 && box.y + box.height <= 768;
    })
    .toBe(true);
}

test('finding 2: a level is stored at its debrief, the next learner finds nothing, and the first all of it', async ({
  page,
  database,
}) => {
  const frame = await launch(page, 'scorm12', { learner: 'sam' });
  await playRivals(frame, '4');
  await expect.poll(() => score(database.of('sam'), 'scorm12')).toBe('33');
  // The next learner would find anything in the local storage.
  expect(await page.evaluate(() => localStorage.length)).toBe(0);
  const next = await launch(page, 'scorm12', { learner: 'ana' });
  await expect(next.locator('[data-level] a').first()).toBeVisible();
  await expect(starsOf(next)).toHaveCount(0);
  expect(score(database.of('ana'), 'scorm12')).toBe('');
  // Another computer has no copy in its browser.
  await page.evaluate(() => sessionStorage.clear());
  await expect(starsOf(await launch(page, 'scorm12', { learner: 'sam' }))).toHaveCount(3);
});

test('finding 8, numbas-lti-provider#261: a reloaded frame continues, and its last dialog is visible (finding 3, iteexe#774) @thorough', async ({
  page,
  database,
}) => {
  await page.setViewportSize({ width: 1366, height: 768 });
  const frame = await launch(page, 'scorm2004', { name: 'Okoro, Sam' });
  await playRivals(frame, '4');
  await expect.poll(() => score(database.of('sam'), 'scorm2004')).toBe('33');
  await reloadFrame(page);
  await expect(frame.locator('strong[data-stars]')).toHaveAttribute('data-stars', '3');
  expect(score(database.of('sam'), 'scorm2004')).toBe('33');
  await frame.locator('[data-finish]').press('Enter');
  await inSight(frame, '[data-finished="ended"]');
  expect(database.of('sam')).toMatchObject({ exit: 'suspend', completion_status: 'incomplete' });
});

test('finding 15, finding 16: texts and buttons are true in a frame of a platform', async ({ page }) => {
  await page.setViewportSize({ width: 1366, height: 768 });
  const frame = await launch(page, 'scorm12', { mode: 'review' });
  await inSight(frame, '[data-recording="review"]');
  await frame.locator('[data-noticed]').press('Enter');
  await frame.locator('[data-settings]').press('Enter');
  await expect(frame.locator('dialog[open]')).toBeVisible();
  await expect(frame.locator('[data-full-screen]')).toHaveCount(0);
  await expect(frame.locator('dialog [data-to="host"]')).toHaveCount(0);
  await frame.locator('dialog [data-to="privacy"]').press('Enter');
  await expect(frame.locator('[data-page="privacy"][data-package] [data-sent]')).toHaveCount(6);
});

test('finding 5, finding 6: while the server is down it says so, and stores when the server is back @thorough', async ({
  page,
  database,
  problems,
}) => {
  problems.expect(/alive\.txt|database/);
  const frame = await launch(page, 'scorm12');
  database.setDown(true);
  await playRivals(frame, '4');
  await expect(frame.locator('[data-recording="lost"]')).toBeVisible();
  expect(score(database.of('sam'), 'scorm12')).toBe('');
  database.setDown(false);
  await expect(frame.locator('[data-recording]')).toHaveCount(0, { timeout: 20_000 });
  await expect.poll(() => score(database.of('sam'), 'scorm12')).toBe('33');
});

for (const version of VERSIONS) {
  test(
    `exelearning#1831: ${version} stores everything when the tab is closed, without an unload event`,
    {
      tag: '@thorough',
    },
    async ({ page, database, context }) => {
      const frame = await launch(page, version);
      await frame.locator('[data-level="cv-to-rivals"] a').first().press('Enter');
      await frame.locator('[data-to-desk]').press('Enter');
      await frame.locator('.twin-card[data-contact="northwind"]').press('3');
      await expect(frame.locator('.twin-card[data-contact="northwind"]')).toHaveAttribute('data-field', 'bcc');
      await page.close({ runBeforeUnload: true });
      await expect.poll(() => database.of('sam')?.suspend_data ?? '').toContain('"bcc"');
      const again = await launch(await context.newPage(), version);
      await again.locator('[data-first]').press('Enter');
      await expect(again.locator('.twin-card[data-contact="northwind"]')).toHaveAttribute('data-field', 'bcc');
    },
  );
}

test(
  'finding 11: a package that is opened directly has no service worker, and says that nothing is recorded',
  {
    tag: '@thorough',
  },
  async ({ page }) => {
    await page.goto('./scorm12/index.html');
    await expect(page.locator('[data-recording="none"]')).toBeVisible();
    expect(await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length)).toBe(0);
  },
);

test('the debug view shows every call with its answer', { tag: '@thorough' }, async ({ page }) => {
  const frame = await launch(page, 'scorm2004', { debug: 'lms' });
  await frame.locator('[data-debug-lms] summary').press('Enter');
  await expect(frame.locator('[data-debug-lms] tbody tr').last()).toContainText('initialize');
  await expect(frame.locator('[data-debug-lms]')).toContainText('set cmi.exit suspend');
});

test(
  'finding 12: cmi5 reports to the record store of its launch, continues after a reload, and ends',
  {
    tag: '@thorough',
  },
  async ({ page, platform, site, problems }) => {
    problems.expect(NO_DOCUMENT);
    await page.goto(cmi5Address(site.url));
    await playRivals(page.locator('html'), '4');
    await expect.poll(() => platform.store.verbs()).toEqual(['initialized', 'answered']);
    await reload(page);
    await expect(page.locator('strong[data-stars]')).toBeVisible();
    await page.locator('[data-finish]').press('Enter');
    await expect(page.locator('[data-finished="ended"]')).toBeVisible();
    expect(platform.store.verbs()).toEqual(['initialized', 'answered', 'terminated']);
    expect(platform.store.refused).toEqual([]);
    expect(await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length)).toBe(0);
  },
);

test(
  'cmi5 ends its session when the tab is closed in mid-level, and another launch continues at that desk',
  { tag: '@thorough' },
  async ({ page, context, platform, site, problems }) => {
    problems.expect(NO_DOCUMENT);
    await page.goto(cmi5Address(site.url));
    await page.locator('[data-level="cv-to-rivals"] a').first().press('Enter');
    await page.locator('[data-to-desk]').press('Enter');
    await page.locator('.twin-card[data-contact="northwind"]').press('3');
    await page.close({ runBeforeUnload: true });
    await expect.poll(() => platform.store.verbs()).toEqual(['initialized', 'terminated']);
    platform.store.relaunch();
    const again = await context.newPage();
    await again.goto(cmi5Address(site.url, '?k=2'));
    await again.locator('[data-first]').press('Enter');
    await expect(again.locator('.twin-card[data-contact="northwind"]')).toHaveAttribute('data-field', 'bcc');
    expect(platform.store.refused).toEqual([]);
  },
);

test(
  'cmi5 says that the visit is over when the browser’s own button loads it again',
  { tag: '@thorough' },
  async ({ page, platform, site, problems }) => {
    problems.expect(/xapi/);
    await page.goto(cmi5Address(site.url));
    await expect(page.locator('[data-level] a').first()).toBeVisible();
    await page.reload();
    await expect(page.locator('[data-recording="ended"]')).toBeVisible();
    expect(platform.store.verbs()).toEqual(['initialized', 'terminated']);
    expect(platform.store.refused).toEqual([]);
  },
);

test('Finish works before the course has arrived', { tag: '@thorough' }, async ({ page }) => {
  const courses: (() => void)[] = [];
  await page.route('**/levels/course.json', async (route) => {
    await new Promise<void>((arrive) => {
      courses.push(arrive);
    });
    await route.continue();
  });
  await page.goto('./platform.html?version=scorm12');
  const frame = page.frameLocator('iframe');
  await frame.locator('[data-finish]').press('Enter');
  await expect.poll(() => courses.length).toBeGreaterThan(0);
  await expect(frame.locator('[data-finished]')).toHaveCount(0);
  for (const arrive of courses) arrive();
  await expect(frame.locator('[data-finished="ended"]')).toBeVisible();
});

test(
  'a page behind another tab is stored, as it may never be shown again',
  { tag: '@thorough' },
  async ({ page, database }) => {
    const frame = await launch(page, 'scorm12');
    await frame.locator('[data-level="cv-to-rivals"] a').first().press('Enter');
    await frame.locator('[data-to-desk]').press('Enter');
    await frame.locator('.twin-card[data-contact="northwind"]').press('3');
    await expect(frame.locator('.twin-card[data-contact="northwind"]')).toHaveAttribute('data-field', 'bcc');
    expect(database.of('sam')?.suspend_data ?? '').not.toContain('northwind');
    // A browser without a window never hides a tab.
    await frame.locator('html').evaluate(() => {
      Object.defineProperty(document, 'visibilityState', { value: 'hidden' });
      document.dispatchEvent(new Event('visibilitychange'));
    });
    await expect.poll(() => database.of('sam')?.suspend_data ?? '').toContain('northwind');
  },
);

test(
  'finding 13: in a frame from another site it says that nothing is recorded, and play goes on',
  {
    tag: '@thorough',
  },
  async ({ page, site, problems }) => {
    problems.expect(/other host/);
    // A real server, because the browser lets no page of an unknown network ask for one of this machine.
    const elsewhere = createServer((_, response) => {
      response.setHeader('Content-Type', 'text/html');
      response.end(
        `<!doctype html><link rel="icon" href="data:,"><iframe src="${site.url}scorm12/index.html"></iframe>`,
      );
    }).listen(0, '127.0.0.1');
    await once(elsewhere, 'listening');
    await page.goto(`http://127.0.0.1:${String((elsewhere.address() as AddressInfo).port)}/`);
    const frame = page.frameLocator('iframe');
    await expect(frame.locator('[data-recording="none"]')).toBeVisible();
    await frame.locator('[data-noticed]').press('Enter');
    await playRivals(frame, '4');
    await frame.locator('[data-finish]').press('Enter');
    elsewhere.closeAllConnections();
    elsewhere.close();
  },
);

test(
  'finding 14: if the server sends scripts with a wrong type, the page says so',
  { tag: '@thorough' },
  async ({ page, problems }) => {
    problems.expect(/MIME type|Failed to load module script/);
    await page.route('**/scorm12/assets/*.js', async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, contentType: 'text/plain' });
    });
    await page.goto('./scorm12/index.html');
    await expect(page.locator('.boot-note.late')).toContainText('text/javascript');
    await expect(page.locator('.boot-note.late')).toBeVisible({ timeout: 20_000 });
  },
);

test(
  'the certificate has the learner’s name, which they can change, and a frame that forbids printing says so',
  {
    tag: '@thorough',
  },
  async ({ page, platform, problems }) => {
    problems.expect(/escape its sandboxing/);
    problems.expect(/Ignored call to 'print\(\)'/);
    const best = { stars: 3, score: 100, privacy: 100, purpose: 100, at: 0 };
    const levels = ['cv-to-rivals', 'survey-mailing', 'forum-privacy-reply'];
    const suspend_data = packState({
      counter: 1,
      course: '',
      settings: '',
      levels: levels.map((level) => ({ level, best, latest: null, discernment: null })),
      practice: '',
      play: '',
    });
    platform.learners.set('sam', JSON.stringify({ suspend_data }));
    const frame = await launch(page, 'scorm12', { name: 'Okoro, Sam', sandbox: 'allow-scripts allow-same-origin' });
    await frame.locator('html').evaluate(() => (location.hash = '#/certificate'));
    await expect(frame.locator('[data-certificate]')).toContainText('Sam Okoro');
    await frame.locator('[data-certificate-form] input[type="text"]').fill('Samira Okoro');
    await expect(frame.locator('[data-certificate]')).toContainText('Samira Okoro');
    await frame.locator('[data-print]').press('Enter');
    await expect(frame.locator('[data-no-print]')).toBeVisible();
    expect(platform.learners.get('sam')).not.toContain('Samira');
  },
);

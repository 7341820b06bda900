import { readFile } from 'node:fs/promises';
import type { FrameLocator, Locator } from '@playwright/test';
import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from './package-platform.ts';
import { cmi5Address } from './platform-server.ts';
import { serve } from '../../tools/static-server.mjs';
import { HEADERS } from '../../tools/policy.mjs';
import { testPage } from './built-page.ts';

const NO_DOCUMENT = /xapi\/(?:agents|activities)/;

/** The game as a host has it, which is not where the platform has its packages. */
const written = test.extend<{ workshop: { readonly url: string } }>({
  workshop: async ({}, use) => {
    const host = await serve({ folder: testPage(), prefix: '/written/', headers: HEADERS });
    await use(host);
    await host.close();
  },
});

/** Plays the level of a package that was made in the workshop to its end, by keyboard. */
async function play(frame: FrameLocator | Locator): Promise<void> {
  await frame.locator('[data-level="list-is-secret"] a').first().press('Enter');
  await frame.locator('[data-to-desk]').press('Enter');
  for (const [contact, key] of [
    ['clients', '4'],
    ['mira', '1'],
    ['tom', '1'],
  ] as const)
    await frame.locator(`.twin-card[data-contact="${contact}"]`).press(key);
  await frame.locator('[data-send]').press('Enter');
  await frame.locator('[data-watch]').press('Enter');
  await frame.locator('[data-transport="skip"]').press('Enter');
  await frame.locator('[data-go-on]').press('Enter');
  await expect(frame.locator('strong[data-stars="3"]')).toBeVisible();
  await frame.locator('[data-finish]').press('Enter');
  await expect(frame.locator('[data-finished="ended"]')).toBeVisible();
}

written(
  'packages made in the workshop open on a platform, are played to the end and report it @thorough',
  async ({ page, workshop, platform, database, site, problems }) => {
    test.setTimeout(240_000);
    problems.expect(/other host/);
    problems.expect(NO_DOCUMENT);
    await page.goto(`${workshop.url}#/workshop`);
    await page.locator('[data-template="list-is-secret"]').press('Enter');
    // A template that has been fetched opens at its story.
    await expect(page.locator('#section-heading')).toBeFocused();
    await page.locator('[data-section="share"]').press('Enter');
    await page.locator('[data-course="title"]').fill('Our first course');
    const launches = new Map<string, string>();
    for (const kind of ['scorm12', 'scorm2004', 'cmi5']) {
      await page.locator(`input[name="course-output"][value="${kind}"]`).check();
      const saving = page.waitForEvent('download');
      await page.locator('[data-save-course]').press('Enter');
      const saved = await saving;
      expect(saved.suggestedFilename()).toBe(`our-first-course-${kind}.zip`);
      const zip = await readFile(await saved.path());
      await platform.unpack(`written-${kind}`, zip);
      const files = unzipSync(zip);
      const manifest = strFromU8(files[kind === 'cmi5' ? 'cmi5.xml' : 'imsmanifest.xml'] ?? new Uint8Array());
      const launch = /(?:<url>|scorm[tT]ype="sco" href=")([^"<]+)/.exec(manifest)?.[1] ?? '';
      launches.set(kind, launch.replaceAll('&amp;', '&'));
    }

    for (const version of ['scorm12', 'scorm2004'] as const) {
      const launch = `../written-${version}/${launches.get(version) ?? ''}`;
      const query = new URLSearchParams({ version, learner: version, launch });
      await page.goto(`./platform.html?${query.toString()}`);
      await play(page.frameLocator('iframe'));
      expect(JSON.stringify(database.of(version))).toMatch(/"(?:lesson_status|success_status)":"passed"/);
    }
    await page.goto(cmi5Address(site.url, '', `written-cmi5/${launches.get('cmi5') ?? ''}`));
    await play(page.locator('html'));
    expect(platform.store.verbs()).toContain('passed');
    expect(platform.store.refused).toEqual([]);
  },
);

import { readFile } from 'node:fs/promises';
import type { Download, Page } from '@playwright/test';
import { simpleParser } from 'mailparser';
import { bestRouting } from '../../src/engine/analysis/analysis.ts';
import { simulate } from '../../src/engine/play/simulate.ts';
import { courseLevel } from '../engine/levels.ts';
import { expect, test } from './fixtures.ts';
import { openReplayOf, pauseReplay, recordKey, type Placed } from './player.ts';

test.use({ contextOptions: { reducedMotion: 'no-preference' } });

const rivals = courseLevel('cv-to-rivals');
const CLEVER: readonly Placed[] = [
  ['northwind', 'to'],
  ['southgale', 'bcc'],
  ['referee', 'cc'],
];

/** What the page says about the picture, and about the current beat. */
async function described(page: Page): Promise<string> {
  const parts = ['[data-scene]', '[data-caption]', '[data-beat][aria-current]', '.transport-time'];
  return (await Promise.all(parts.map((part) => page.locator(part).textContent()))).join(' | ');
}

async function saved(page: Page, act: () => Promise<void>): Promise<{ file: Download; text: string }> {
  const [file] = await Promise.all([page.waitForEvent('download'), act()]);
  return { file, text: await readFile(await file.path(), 'utf8') };
}

async function beatsForwards(page: Page): Promise<string[]> {
  await page.locator('[data-transport="skip"]').click();
  const count = await page.locator('[data-log] [data-beat]').count();
  await page.keyboard.press('Home');
  const told: string[] = [];
  for (let beat = 0; beat < count; beat += 1) {
    await page.locator(`[data-log] [data-beat="${String(beat)}"] .log-jump`).click();
    told.push(await described(page));
  }
  return told;
}

test.describe('the timeline', () => {
  test('shows every beat the same forwards and backwards, by slider, keys and marks, and so does the canvas', async ({
    page,
  }) => {
    await openReplayOf(page, 'cv-to-rivals', CLEVER);
    await pauseReplay(page);
    const forwards = await beatsForwards(page);
    expect(new Set(forwards).size).toBe(forwards.length);
    const canvas = page.locator('[data-stage-host] canvas').last();
    const middle = Math.floor(forwards.length / 2);
    const pictures: Buffer[] = [];
    const slider = page.getByRole('slider');
    await slider.focus();
    for (let beat = forwards.length - 1; beat >= 0; beat -= 1) {
      expect(await described(page)).toBe(forwards[beat]);
      if (beat === middle) pictures.push(await canvas.screenshot());
      if (beat > 0) await page.keyboard.press('ArrowLeft');
    }
    for (let beat = 0; beat < middle; beat += 1) await page.keyboard.press('ArrowRight');
    pictures.push(await canvas.screenshot());
    expect(pictures[0]?.equals(pictures[1] ?? Buffer.alloc(0))).toBe(true);

    // Clicks the mark of a beat.
    const box = await slider.boundingBox();
    const mark = await page.locator('.seek-marks circle:not(.link, .pupil)').nth(1).boundingBox();
    if (!box || !mark) throw new Error('The slider is not drawn.');
    await page.mouse.click(mark.x + mark.width / 2, box.y + box.height / 2);
    expect(await described(page)).toBe(forwards[1]);
  });

  test('keeps the position through another size and a rotated phone @thorough', async ({ page }) => {
    await openReplayOf(page, 'cv-to-rivals', CLEVER);
    await pauseReplay(page);
    await page.locator('[data-transport="next"]').click();
    await page.locator('[data-transport="next"]').click();
    const slider = page.getByRole('slider');
    const place = await slider.inputValue();
    const words = await page.locator('[data-scene]').textContent();
    for (const size of [
      { width: 390, height: 844 },
      { width: 844, height: 390 },
      { width: 1280, height: 800 },
    ]) {
      await page.setViewportSize(size);
      await expect
        .poll(() =>
          page
            .locator('[data-stage-host] canvas')
            .last()
            .evaluate((canvas) => canvas.clientWidth),
        )
        .toBe(await page.locator('[data-stage-host]').evaluate((host) => host.clientWidth));
      await expect(slider).toHaveValue(place);
      await expect(page.locator('[data-scene]')).toHaveText(words ?? '');
      await expect(page.locator('.transport-time')).toBeVisible();
    }
  });

  test('a resized canvas is filled again before anyone sees it', async ({ page }) => {
    await openReplayOf(page, 'cv-to-rivals', CLEVER);
    await pauseReplay(page);
    const inked = await page.locator('[data-stage-host]').evaluate(async (host) => {
      const canvas = host.querySelector<HTMLCanvasElement>('canvas:not([data-dots])');
      const context = canvas?.getContext('2d');
      if (!canvas || !context) throw new Error('The table is not drawn on a plain canvas here.');
      const shares: number[] = [];
      const look = () => {
        const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
        shares.push(data.filter((value, index) => index % 4 === 3 && value > 0).length);
      };
      look();
      host.style.setProperty('height', '300px');
      // Observers created after the game's are called after it, and before the browser paints.
      await new Promise<void>((done) => {
        new ResizeObserver(() => {
          look();
          done();
        }).observe(host);
      });
      return shares;
    });
    expect(inked[0]).toBeGreaterThan(1000);
    expect(inked[1]).toBeGreaterThan(1000);
  });

  test('a window on a screen with more pixels is drawn with more, at the same size @thorough', async ({ page }) => {
    await page.addInitScript(() => {
      const ask = globalThis.matchMedia.bind(globalThis);
      globalThis.matchMedia = (query) => {
        const list = ask(query);
        if (query.includes('resolution')) addEventListener('moved', () => list.dispatchEvent(new Event('change')));
        return list;
      };
    });
    await openReplayOf(page, 'survey-mailing', [['batch-1', 'cc']]);
    await pauseReplay(page);
    const fineness = () =>
      page
        .locator('[data-stage-host] canvas')
        .evaluateAll((all: HTMLCanvasElement[]) => all.map(({ width, clientWidth }) => width / clientWidth));
    expect(await fineness()).toEqual([0.5, 0.5]);
    const size = page.viewportSize() ?? { width: 0, height: 0 };
    const devtools = await page.context().newCDPSession(page);
    await devtools.send('Emulation.setDeviceMetricsOverride', { ...size, deviceScaleFactor: 2, mobile: false });
    // An emulated screen changes without an event.
    await page.evaluate(() => dispatchEvent(new Event('moved')));
    await expect.poll(fineness).toEqual([2, 2]);
  });

  test('reduced motion still shows every fact', async ({ page, browser }) => {
    await openReplayOf(page, 'cv-to-rivals', CLEVER);
    await pauseReplay(page);
    const show = await beatsForwards(page);
    const still = await browser.newContext({ reducedMotion: 'reduce', locale: 'en-GB', baseURL: page.url() });
    const quiet = await still.newPage();
    await openReplayOf(quiet, 'cv-to-rivals', CLEVER);
    await pauseReplay(quiet);
    expect(await beatsForwards(quiet)).toEqual(show);
    await still.close();
  });
});

test.describe('cause and effect', () => {
  test('a beat highlights its causes and effects, down to the fields', async ({ page }) => {
    await openReplayOf(page, 'cv-to-rivals', CLEVER);
    await pauseReplay(page);
    await page.locator('[data-transport="skip"]').click();
    const disclosed = page.locator('[data-beat-kind="disclosed"]');
    await disclosed.locator('.log-jump').click();
    await expect(page.locator('[data-beat-kind="sent"]')).toHaveAttribute('data-link', 'cause');
    await expect(page.locator('[data-beat-kind="recognised"]')).toHaveAttribute('data-link', 'effect');
    await expect(disclosed).toContainText('Southgale, in Bcc, could see Northwind in To.');
    await expect(disclosed.locator('[data-effects]')).toContainText('can tell who this is');
  });

  test('a person shows who they saw, and who saw them: from the list, by keyboard, from the canvas', async ({
    page,
  }) => {
    await openReplayOf(page, 'cv-to-rivals', CLEVER);
    await pauseReplay(page);
    await page.locator('[data-transport="skip"]').click();
    await page.locator('[data-choose="southgale"]').focus();
    await page.keyboard.press('Enter');
    const card = page.locator('[data-person]');
    await expect(card).toHaveAttribute('data-person', 'southgale');
    await expect(page.locator('[data-person-name]')).toBeFocused();
    await expect(card.locator('[data-learned]')).toContainText('Northwind');
    await expect(card.locator('[data-known]')).not.toContainText('Northwind');
    await card.locator('[data-learned] button').click();
    await expect(card).toHaveAttribute('data-person', 'northwind');
    await expect(card.locator('[data-known]')).toContainText('Southgale');
    await card.locator('[data-person-close]').click();
    await expect(card).toHaveCount(0);

    // Over a person the pointer changes.
    const host = await page.locator('[data-stage-host]').boundingBox();
    if (!host) throw new Error('There is no table.');
    await page.mouse.click(host.x + host.width * 0.46, host.y + host.height * 0.2);
    await expect(card).toHaveAttribute('data-person', 'northwind');
  });
});

test.describe('the screens of readers', () => {
  test('side by side: the one in To is visible, the one in Bcc is not; and the file has the same headers', async ({
    page,
  }) => {
    await openReplayOf(page, 'cv-to-rivals', CLEVER);
    await page.locator('[data-look="southgale"]').click();
    await page.locator('[data-copy-beside]').click();
    const [hidden, seen] = [page.locator('[data-pane="first"]'), page.locator('[data-pane="beside"]')];
    await expect(hidden.locator('[data-copy-field]')).toHaveAttribute('data-copy-field', 'bcc');
    await expect(hidden.locator('[data-copy-header="to"]')).toContainText('jobs@northwind.example');
    await expect(seen.locator('[data-copy-field]')).toHaveAttribute('data-copy-field', 'to');
    await expect(seen).toContainText('jobs@northwind.example');
    await expect(seen).not.toContainText('hr@southgale.example');
    const boxes = await Promise.all([hidden.boundingBox(), seen.boundingBox()]);
    expect(boxes[1]?.x).toBeGreaterThan((boxes[0]?.x ?? 0) + (boxes[0]?.width ?? 0) - 1);

    await hidden.locator('.copy-raw summary').click();
    const raw = (await hidden.locator('[data-copy-raw]').textContent()) ?? '';
    const { file, text } = await saved(page, () => hidden.locator('[data-copy-save]').click());
    expect(file.suggestedFilename()).toBe('cv-to-rivals-southgale.eml');
    expect(text.startsWith(`${raw.replaceAll('\n', '\r\n')}\r\n\r\n`)).toBe(true);
    const mail = await simpleParser(text);
    expect([mail.to].flat()[0]?.value).toEqual([{ address: 'jobs@northwind.example', name: 'Northwind, HR' }]);
    expect([mail.cc].flat()[0]?.value).toEqual([{ address: 'ines.maro@university.example', name: 'Dr Ines Maro' }]);
    expect(mail.bcc).toBeUndefined();
    expect(mail.text).toContain('No other company does it the way you do');

    await page.setViewportSize({ width: 390, height: 844 });
    const stacked = await Promise.all([hidden.boundingBox(), seen.boundingBox()]);
    expect(stacked[1]?.x).toBe(stacked[0]?.x);
  });

  test('any one of a million, by number @thorough', async ({ page }) => {
    await openReplayOf(page, 'forum-privacy-reply', [
      ['petitioners', 'cc'],
      ['tom', 'to'],
    ]);
    await page.locator('[data-person-search]').fill('514,229');
    await page.locator('[data-person-found] button').click();
    const pane = page.locator('[data-pane="first"]');
    await expect(pane.locator('[data-copy-person]')).toHaveValue('514229');
    await expect(pane.locator('.mail-window-bar')).toContainText('514229');
    await expect(pane.locator('[data-copy-learns]')).toContainText('1,000,000 other people');
  });
});

test.describe('what if', () => {
  test('is a new replay side by side, offers the best way as one choice, and counts for nothing', async ({ page }) => {
    await openReplayOf(page, 'cv-to-rivals', CLEVER);
    const kept = () => page.evaluate((key) => localStorage.getItem(key), recordKey(page));
    const before = await kept();
    await page.locator('[data-what-if]').click();
    await page.locator('[data-field-of="southgale"]').selectOption('separate');
    const fresh = simulate(rivals, { cv: { northwind: 'to', southgale: 'separate', referee: 'cc' } });
    const after = page.locator('[data-side="after"]');
    await expect(after.locator('[data-score]')).toHaveAttribute('data-score', String(fresh.score));
    await expect(after.locator('[data-disclosures]')).toHaveAttribute('data-disclosures', String(fresh.disclosures));
    expect(await after.locator('[data-beat-id]').evaluateAll((all) => all.map((one) => one.dataset['beatId']))).toEqual(
      fresh.beats.map(({ id }) => id),
    );
    const was = simulate(rivals, { cv: { northwind: 'to', southgale: 'bcc', referee: 'cc' } });
    const side = page.locator('[data-side="before"]');
    await expect(side.locator('[data-score]')).toHaveAttribute('data-score', String(was.score));

    await page.locator('[data-best]').click();
    await expect(page.locator('[data-best]')).toHaveAttribute('aria-pressed', 'true');
    const best = bestRouting(rivals).outcome;
    await expect(after.locator('[data-score]')).toHaveAttribute('data-score', String(best.score));

    // The picture shows the alternative story, and one button returns to what happened.
    await page.locator('[data-watch-what-if]').click();
    await expect(page.locator('[data-supposed]')).toBeVisible();
    await page.locator('[data-transport="skip"]').click();
    await expect(page.locator('[data-beat-kind="nobody-exposed"]')).toBeVisible();
    await page.locator('[data-show-played]').click();
    await page.locator('[data-transport="skip"]').click();
    await expect(page.locator('[data-beat-kind="disclosed"]')).toBeVisible();
    expect(await kept()).toBe(before);
  });
});

test.describe('saving', () => {
  test('saves the story as text, on the clipboard and as a file, and as a picture', async ({ page, context }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await openReplayOf(page, 'cv-to-rivals', CLEVER);
    await page.locator('[data-take]').click();
    const story = await page.locator('[data-story]').inputValue();
    expect(story).toContain('Southgale, in Bcc, could see Northwind in To.');
    await page.locator('[data-take-way="copy"]').click();
    await expect(page.locator('[data-copied="done"]')).toBeVisible();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(story);
    const { text } = await saved(page, () => page.locator('[data-take-way="save-text"]').click());
    expect(text).toBe(story);
    const picture = async () => {
      const [file] = await Promise.all([
        page.waitForEvent('download'),
        page.locator('[data-take-way="save-picture"]').click(),
      ]);
      return readFile(await file.path());
    };
    const png = await picture();
    expect(png.subarray(1, 4).toString()).toBe('PNG');
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1600, 900]);
    // A picture of one colour has only a few kilobytes.
    expect(png.length).toBeGreaterThan(60_000);
    // On paper and on slides it is daylight.
    await page.emulateMedia({ colorScheme: 'dark' });
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
    expect((await picture()).equals(png)).toBe(true);
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  });

  test('saves the play itself, which opens as the same replay and counts for nothing @thorough', async ({ page }) => {
    await openReplayOf(page, 'cv-to-rivals', CLEVER);
    await pauseReplay(page);
    const before = await beatsForwards(page);
    await page.locator('[data-take]').click();
    const { file, text } = await saved(page, () => page.locator('[data-take-way="save-play"]').click());
    expect(file.suggestedFilename()).toBe('cv-to-rivals.play.json');

    // Someone else, who has not played anything.
    await page.goto('./');
    await page.evaluate(() => localStorage.clear());
    await page.goto('./?trainer');
    const open = async (buffer: string) => {
      const chooser = page.waitForEvent('filechooser');
      await page.locator('[data-open-play]').click();
      await (await chooser).setFiles({ name: 'a.json', mimeType: 'application/json', buffer: Buffer.from(buffer) });
    };
    const problem = page.locator('[data-play-problem]');
    await open('<script>alert(1)</script>');
    await expect(problem).toHaveText('This file is not a saved play of this game.');
    await open(text.replaceAll('northwind', '__proto__'));
    await expect(problem).toContainText('someone has changed it');
    await open(text.replace('"cv-to-rivals"', '"no-such-level"'));
    await expect(problem).toContainText('no-such-level');

    // From an earlier version of the level, in which all of its moves are still valid.
    await open(text.replace(/"facts": "[0-9a-f]{2}/, '"facts": "ff'));
    await expect(page.locator('[data-guest]')).toContainText('scored again by today’s rules');

    await page.goto('./?trainer');
    await open(text);
    await expect(page.locator('[data-guest]')).not.toContainText('scored again');
    await pauseReplay(page);
    expect(await beatsForwards(page)).toEqual(before);
    await page.locator('[data-go-on]').click();
    await expect(page.locator('[data-stars]')).toBeVisible();
    expect(await page.evaluate((key) => localStorage.getItem(key), recordKey(page))).toBeNull();
  });
});

import type { Page } from '@playwright/test';
import { deskOf, routeDesk } from '../../src/engine/play/desk.ts';
import type { Level } from '../../src/engine/level/level.ts';
import { simulate } from '../../src/engine/play/simulate.ts';
import type { Routing } from '../../src/engine/mail/routing.ts';
import { mailboxCount, viewOf } from '../../src/engine/mail/view.ts';
import { castOf } from '../../src/replay/timeline/actors.ts';
import { crowdOf, dotAt, personOf, placeOf } from '../../src/replay/dots/crowd.ts';
import { crowdPlace } from '../../src/replay/dots/crowd-place.ts';
import { layTable } from '../../src/replay/layout/layout.ts';
import { mirrored } from '../../src/replay/layout/mirror.ts';
import { courseLevel } from '../engine/levels.ts';
import { expect, test } from './fixtures.ts';
import { openReplayOf, type Placed } from './player.ts';

test.use({ contextOptions: { reducedMotion: 'no-preference' } });

const MILLION_IN_CC: readonly Placed[] = [
  ['petitioners', 'cc'],
  ['tom', 'to'],
];

/** A second of play at which the camera is close to the people of the beat. */
const CLOSE = 9.3;

/** Stops the replay at a second of play. */
async function stopAt(page: Page, seconds: number): Promise<void> {
  await page.locator('[data-transport="toggle"]').click();
  await page.locator('[data-seek]').fill(String(seconds));
}

/** Works out where the page lays the dots of a crowd. */
async function placeOn(page: Page, level: Level, routing: Routing, contact: string) {
  const host = page.locator('[data-stage-host]');
  const box = await host.boundingBox();
  const size = await host.evaluate(({ clientWidth, clientHeight }) => ({ width: clientWidth, height: clientHeight }));
  const actors = castOf(level, simulate(level, routing));
  const laid = layTable(actors, size.width, size.height);
  const fromTheRight = await page.evaluate(() => document.dir === 'rtl');
  const seat = (fromTheRight ? mirrored(laid) : laid).seats.get(contact);
  const people = level.contacts.find(({ id }) => id === contact)?.people;
  if (!box || !seat || people === undefined) throw new Error(`There is no crowd ${contact} here.`);
  // The camera may have moved closer.
  const scale = box.width / size.width;
  const onPage = (x: number, y: number) => [box.x + x * scale, box.y + y * scale] as const;
  return { onPage, scale, ...crowdPlace(contact, people, seat) };
}

test('anyone of a million can be picked, and has the headers that the engine gives', async ({ page }) => {
  const level = courseLevel('forum-privacy-reply');
  const routing: Routing = { reply: { petitioners: 'cc', tom: 'to', publisher: 'none' } };
  await openReplayOf(page, level.id, MILLION_IN_CC);
  await stopAt(page, 9.3);

  // At rest there is time to draw everyone; a machine that cannot do even that says how many it draws.
  const note = page.locator('[data-drawn]');
  await expect(note).toHaveAttribute('data-people', '1000000');
  await expect.poll(async () => Number(await note.getAttribute('data-drawn'))).toBeGreaterThanOrEqual(100_000);
  // A picture at rest is redrawn with more dots, whenever the machine is ready.
  const counts = await page.evaluateHandle(() => {
    const told = document.querySelector('[data-drawn]');
    const seen = [Number(told?.getAttribute('data-drawn'))];
    if (told) {
      const remember = () => seen.push(Number(told.getAttribute('data-drawn')));
      new MutationObserver(remember).observe(told, { attributes: true });
    }
    return seen;
  });

  const { onPage, scale, left, top, ...field } = await placeOn(page, level, routing, 'petitioners');
  // Browsers report whole pixels of the page, and one pixel holds many people.
  const [originX, originY] = onPage(0, 0);
  const [pageX, pageY] = onPage(left + field.width * 0.7, top + field.height * 0.3);
  const point = [Math.round(pageX), Math.round(pageY)] as const;
  const at = { x: (point[0] - originX) / scale, y: (point[1] - originY) / scale };
  const personAmong = (count: number) => {
    const crowd = crowdOf('petitioners', field.people, count, field, field.origin);
    return personOf(crowd, dotAt(crowd, { x: at.x - left, y: at.y - top }, 9.3));
  };
  await page.mouse.click(...point);

  const copy = page.locator('dialog[data-copy]');
  const shown = copy.locator('[data-copy-person]').first();
  await expect(shown).toBeVisible();
  const index = Number(await shown.inputValue()) - 1;
  expect((await counts.jsonValue()).map(personAmong)).toContain(index);
  const view = viewOf(level, routing, 'reply', { contact: 'petitioners', index });
  if (!view) throw new Error('The engine gives this person no mail.');
  expect(view.recipient.address).toBe(`player-${String(index + 1)}@forum.example`);
  await expect(copy).toContainText(view.recipient.address);
  await expect(copy.locator('[data-copy-header="to"]').first()).toContainText('tom.reyes@ratings-board.example');
  await expect(copy.locator('[data-copy-header="cc"]').first()).toContainText(
    (mailboxCount(view.cc) - 6).toLocaleString('en-GB'),
  );
});

for (const { told, ...use } of [
  { told: 'left to right @thorough', locale: 'en-GB', deviceScaleFactor: 1 },
  { told: 'right to left, on a fine screen @thorough', locale: 'ar-EG', deviceScaleFactor: 2 },
]) {
  test.describe(told, () => {
    test.use({ ...use, viewport: { width: 390, height: 844 } });

    test('picks the person under the pointer: close up, after a resize, and from a distance', async ({ page }) => {
      const level = courseLevel('survey-mailing');
      const untouched = simulate(level, {});
      const desk = deskOf(level, untouched);
      if (!desk) throw new Error('There is no desk.');
      const routing: Routing = routeDesk(level, untouched, desk, { 'batch-1': 'cc', 'batch-2': 'cc' });
      await openReplayOf(page, level.id, [[['batch-1', 'batch-2'], 'cc']]);
      const copy = page.locator('dialog[data-copy]');

      /** Clicks on people of a crowd where they appear; returns how much closer than the whole table that was. */
      const pickAll = async (seconds: number): Promise<number> => {
        let closer = 0;
        for (const dot of [7, 60, 111]) {
          // The layout waits until a window stops changing its size.
          await expect(async () => {
            const { onPage, scale, left, top, ...field } = await placeOn(page, level, routing, 'batch-1');
            const crowd = crowdOf('batch-1', field.people, field.people, field, field.origin);
            const { x, y } = placeOf(crowd, dot, seconds);
            await page.mouse.click(...onPage(left + x, top + y));
            const person = await copy.locator('[data-copy-person]').first().inputValue({ timeout: 2000 });
            await page.keyboard.press('Escape');
            await expect(copy).toHaveCount(0);
            expect(person).toBe(String(dot + 1));
            closer = scale;
          }).toPass();
        }
        return closer;
      };

      await stopAt(page, CLOSE);
      expect(await pickAll(CLOSE)).toBeGreaterThan(1.1);
      await page.setViewportSize({ width: 1000, height: 640 });
      await pickAll(CLOSE);
      await page.locator('[data-seek]').fill('1');
      expect(await pickAll(1)).toBe(1);
    });
  });
}

test.describe('pixel by pixel', () => {
  // At half the resolution the edge of the table falls in the middle of a pixel, which is not always drawn the same
  // way.
  test.use({ deviceScaleFactor: 1 });

  test('a lost WebGL context is replaced, and once it is back the picture is the same @thorough', async ({ page }) => {
    await openReplayOf(page, 'survey-mailing', [
      [['batch-1', 'batch-2'], 'cc'],
      ['priya', 'to'],
    ]);
    await stopAt(page, 9.2);
    await expect(page.locator('[data-drawn="317"][data-people="317"]')).toBeVisible();
    const dots = page.locator('canvas[data-dots="webgl"]');
    await page.mouse.move(0, 0);
    const shot = () => page.locator('[data-stage-host]').screenshot();
    // The picture fades in, and is redrawn when the fonts have arrived, so the test compares it at rest.
    let before = await shot();
    await expect
      .poll(async () => {
        const last = before;
        before = await shot();
        return before.equals(last);
      })
      .toBe(true);

    const lost = await dots.evaluateHandle((canvas: HTMLCanvasElement) => {
      const extension = canvas.getContext('webgl2')?.getExtension('WEBGL_lose_context');
      if (!extension) throw new Error('This browser cannot lose a context.');
      extension.loseContext();
      return extension;
    });
    await expect(page.locator('canvas[data-dots="canvas"]')).toBeVisible();
    await expect(dots).toHaveCount(0);
    expect((await shot()).equals(before)).toBe(false);
    await expect(page.locator('[data-drawn="317"][data-people="317"]')).toBeVisible();

    await lost.evaluate((extension) => extension.restoreContext());
    await expect(dots).toBeVisible();
    await expect.poll(async () => (await shot()).equals(before)).toBe(true);
  });
});

test('a magnifier shows the people under the pointer, and disappears with it @thorough', async ({ page }) => {
  await openReplayOf(page, 'forum-privacy-reply', MILLION_IN_CC);
  await stopAt(page, 4);
  const level = courseLevel('forum-privacy-reply');
  const { onPage, left, top, width, height } = await placeOn(
    page,
    level,
    { reply: { petitioners: 'cc', tom: 'to', publisher: 'none' } },
    'petitioners',
  );
  await page.mouse.move(...onPage(left + width / 2, top + height / 2));
  await expect(page.locator('canvas[data-magnifier]')).toBeVisible();
  await page.mouse.move(...onPage(left + width / 2, 2));
  await expect(page.locator('canvas[data-magnifier]')).toHaveCount(0);
});

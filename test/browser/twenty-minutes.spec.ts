import { joinRoom } from '../../src/room/live/phone.ts';
import { newParticipant } from '../../src/room/participant.ts';
import { courseLevel } from '../engine/levels.ts';
import { type Field, startPlay } from '../../src/engine/index.ts';
import { expect } from './fixtures.ts';
import { brokerOf, SCREEN, SESSION, test } from './live-site.ts';
import { skipReplay } from './player.ts';

const PHONES = 30;
const LEVELS = ['cv-to-rivals', 'survey-mailing'] as const;
/** What a session of twenty minutes can spare for the product. The rest is for people (docs/room.md). */
const MOST_WAITING_MS = 60_000;

test('in a session of twenty minutes, hardly any time is spent waiting for the product @thorough', async ({
  page,
  site,
}) => {
  test.setTimeout(240_000);
  let waited = 0;
  const timed = async (what: string, step: () => Promise<unknown>) => {
    const begun = performance.now();
    await step();
    const time = performance.now() - begun;
    waited += time;
    console.log(`${what}: ${(time / 1000).toFixed(1)} s`);
  };
  const results = (count: number) =>
    expect(page.locator('[data-room-results]')).toHaveAttribute('data-room-results', String(count));

  await timed('the screen opens', async () => {
    await page.goto(SCREEN);
    await expect(page.locator('[data-live="connected"]')).toBeVisible();
  });
  await timed('the QR code fills the screen', async () => {
    await page.locator('[data-qr-enlarge="room"]').click();
    await expect(page.locator('dialog[open] [data-qr]')).toBeVisible();
    await page.locator('[data-qr-close]').click();
  });
  const phones = Array.from({ length: PHONES }, () => {
    const participant = newParticipant();
    return { participant, phone: joinRoom({ url: brokerOf(site.url), session: SESSION, participant }, () => null) };
  });
  await timed('thirty phones join', () =>
    expect(page.locator('[data-here]')).toHaveAttribute('data-here', String(PHONES)),
  );
  for (const level of LEVELS) {
    const { contacts = [] } = startPlay(courseLevel(level)).desk ?? {};
    await timed(`${level} is chosen`, async () => {
      await page.locator('[data-room-level]').selectOption(level);
      if (level !== LEVELS[0]) await page.locator('[data-phase="open"]').click();
      await results(0);
    });
    await timed('the timer starts', () => page.locator('[data-timer="start"]').click());
    for (const [index, { phone, participant }] of phones.entries()) {
      const field: Field = index % 3 === 0 ? 'bcc' : 'cc';
      const placement = Object.fromEntries(contacts.map((contact) => [contact, field]));
      phone.send({ level, participant, placement, prediction: { said: null, stake: 1 } });
    }
    await timed('thirty results are counted', () => results(PHONES));
    await timed('voting closes', () => page.locator('[data-phase="closed"]').click());
    await timed('the best way is shown', () => page.locator('[data-show-best]').click());
    await timed('the most common leak is replayed', async () => {
      await page.locator('[data-replay-leak]').click();
      await expect(page.locator('[data-replay]')).toBeVisible();
      await skipReplay(page);
    });
    await timed('back to the room', async () => {
      await page.goBack();
      await expect(page.locator('[data-page="room"]')).toBeVisible();
      await page.locator('[data-timer="reset"]').click();
    });
  }
  await timed('the summary is there', () =>
    expect(page.locator('[data-room-summary] tbody tr')).toHaveCount(LEVELS.length),
  );
  await timed('the next group begins', async () => {
    await page.locator('[data-next-group]').click();
    await expect(page.locator('[data-here]')).toHaveAttribute('data-here', '0');
    await results(0);
  });
  for (const { phone } of phones) phone.close();
  console.log(`Waiting for the product, in all: ${(waited / 1000).toFixed(1)} s`);
  expect(waited).toBeLessThan(MOST_WAITING_MS);
});

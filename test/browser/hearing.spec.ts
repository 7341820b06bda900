import type { Page } from '@playwright/test';
import { listen, type Ears } from './ears.ts';
import { expect, test } from './fixtures.ts';
import { escaped, press, starting } from './hearing.ts';
import { wordsOf, type Words } from './language-words.ts';
import { openReplayOf, skipReplay } from './player.ts';

/** Waits for the desk, and skips the announcements of its opening. */
async function arriveAtDesk(page: Page, ears: Ears, { text, name }: Words): Promise<void> {
  await press(page.getByRole('button', { name: text('briefing.to-desk') }));
  await expect(page.getByRole('option', { name: starting(name('northwind')) })).toBeAttached();
  await ears.forget();
}

/** Opens a card by its name and chooses a field by its name; returns the announcement. */
async function place(page: Page, ears: Ears, words: Words, contact: string, field: string): Promise<string> {
  await press(page.getByRole('option', { name: starting(words.name(contact)) }));
  const dialog = page.getByRole('dialog', { name: words.name(contact) });
  const why = words.text(`board.${field}-sign`);
  await press(
    dialog.getByRole('button', { name: new RegExp(`^${escaped(words.text(`field.${field}`))}\\s+${escaped(why)}`) }),
  );
  await expect(page.getByRole('dialog')).toHaveCount(0);
  return ears.next();
}

/** Goes to the end of the replay, and returns all its announcements. */
async function hearReplay(page: Page, ears: Ears, { text }: Words): Promise<string> {
  await press(page.getByRole('button', { name: text('desk.watch') }));
  await press(page.getByRole('button', { name: text('replay.skip') }));
  let said = '';
  while (!said.includes(text('replay.over'))) said += ` ${await ears.next()}`;
  return said;
}

for (const language of ['en', 'ar', 'ja']) {
  const words = wordsOf(language, 'cv-to-rivals');
  const { text, short } = words;
  const moved = (contact: string, field: string, meaning: string) =>
    `${text(`field.${field}`)}. ${text(`board.means-${meaning}`, { names: short(contact) })}`;

  // Arabic stands for the other languages in each run; Japanese is in the thorough tests.
  test.describe(`with the accessibility tree alone, in ${language}${language === 'en' ? '' : ' @thorough'}`, () => {
    test('plays a level to three stars: everything is found by role and name, and announced once', async ({ page }) => {
      const ears = await listen(page);
      await page.goto(`./?lang=${language}`);
      await press(page.getByRole('link', { name: words.title }).first());
      await expect(page.getByRole('heading', { level: 1, name: words.title })).toBeFocused();
      await arriveAtDesk(page, ears, words);
      const cards = page.getByRole('listbox', { name: text('board.cards') }).getByRole('option');
      await expect(cards).toHaveCount(4);

      expect(await place(page, ears, words, 'northwind', 'cc')).toBe(moved('northwind', 'cc', 'alone'));
      expect(await place(page, ears, words, 'southgale', 'cc')).toBe(
        `${moved('southgale', 'cc', 'seen')} ${text('board.seen-in-all', { n: 2 })}`,
      );
      const field = page
        .getByRole('toolbar')
        .getByRole('group', {
          name: starting(`${text('field.cc')}${text('board.tray').slice('{{field}}'.length, '{{field}}'.length + 1)}`),
        })
        .getByRole('button');
      await expect(field).toHaveAccessibleDescription(new RegExp(escaped(short('southgale'))));
      await press(page.getByRole('button', { name: text('desk.undo'), exact: true }));
      expect(await ears.next()).toBe(moved('southgale', 'none', 'none'));
      expect(await place(page, ears, words, 'northwind', 'separate')).toBe(moved('northwind', 'separate', 'separate'));
      expect(await place(page, ears, words, 'southgale', 'separate')).toBe(moved('southgale', 'separate', 'separate'));
      // Several cards, by the name of a field: select all of one field, then say where they go.
      expect(await place(page, ears, words, 'referee', 'bcc')).toBe(moved('referee', 'bcc', 'bcc'));
      await press(page.getByRole('button', { name: text('board.select-in', { field: text('field.bcc') }) }));
      expect(await ears.next()).toContain(text(`board.selected_${language === 'ja' ? 'other' : 'one'}`, { count: 1 }));
      await press(
        page.getByRole('button', {
          name: text(`board.put-in_${language === 'ja' ? 'other' : 'one'}`, {
            count: 1,
            field: text('field.separate'),
          }),
        }),
      );
      expect(await ears.next()).toBe(moved('referee', 'separate', 'separate'));

      await press(page.getByRole('button', { name: text('desk.send'), exact: true }));
      expect(await ears.next()).toBe(`${text('desk.sent')} ${text('desk.sent-ways-open')} ${text('predict.heard')}`);
      const told = await hearReplay(page, ears, words);
      expect(told).toContain(text('debrief.nobody-exposed'));
      expect(await ears.rest()).toEqual([]);

      await press(page.getByRole('button', { name: text('replay.go-on.debrief') }));
      await expect(page.getByRole('heading', { level: 1, name: text('debrief.greeting.3') })).toBeFocused();
    });

    test('makes a mistake: two rivals see each other, and the debrief says so @thorough', async ({ page }) => {
      const ears = await listen(page);
      await page.goto(`./?lang=${language}#/level/cv-to-rivals`);
      await arriveAtDesk(page, ears, words);
      await place(page, ears, words, 'northwind', 'cc');
      await place(page, ears, words, 'southgale', 'cc');
      await press(page.getByRole('button', { name: text('desk.send'), exact: true }));
      await ears.next();
      const told = await hearReplay(page, ears, words);
      expect(told).toContain(short('referee'));
      expect(told).not.toContain(text('debrief.nobody-exposed'));
      await expect(
        page
          .getByRole('listitem')
          .filter({ hasText: short('northwind') })
          .first(),
      ).toBeAttached();
      await press(page.getByRole('button', { name: text('replay.go-on.debrief') }));
      await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(text('debrief.greeting.0'));
    });
  });
}

test("announces the mail program's warning with its cause, and once @thorough", async ({ page }) => {
  const ears = await listen(page);
  await page.goto('./#/level/survey-mailing');
  await press(page.getByRole('button', { name: 'To the desk' }));
  const batch = page.getByRole('option', { name: /^Batch 1/ });
  await expect(batch).toBeAttached();
  await ears.forget();
  await batch.press('2');
  expect(await ears.next()).toMatch(
    /^Cc\. Everyone on the email can see Batch 1\. .*Your email program says: The 119 recipients/,
  );
  await press(page.getByRole('button', { name: 'Use Bcc instead' }));
  expect(await ears.next()).toBe('Bcc. Nobody else can see Batch 1.');
  expect(await ears.rest()).toEqual([]);
});

test('an announcement is removed a moment later, and is not repeated when a dialog closes @thorough', async ({
  page,
}) => {
  const ears = await listen(page);
  await page.goto('./#/level/cv-to-rivals');
  await arriveAtDesk(page, ears, wordsOf('en', 'cv-to-rivals'));
  const news = page.locator('[data-news]');
  await page.getByRole('option', { name: /^Northwind/ }).press('3');
  await expect(news).toHaveText('Bcc. Nobody else can see Northwind.');
  await expect(news).toBeEmpty();
  await ears.next();
  await page.getByRole('option', { name: /^Northwind/ }).press('Enter');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  // The same move twice is announced twice.
  await page.keyboard.press('4');
  await page.keyboard.press('4');
  expect(await ears.next()).toBe('Separate emails. Nobody else can see Northwind.');
  expect(await ears.rest()).toEqual([]);
});

test('announces each action of the replay once: what-if, search and saving', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const ears = await listen(page);
  await openReplayOf(page, 'cv-to-rivals', [[['northwind', 'southgale'], 'cc']]);
  await skipReplay(page);
  // The replay's last event is announced a moment after it is reached, alone or together with others.
  while (!(await ears.next()).includes('The replay has ended.'));

  await page.locator('[data-person-search]').fill('nobody at all');
  expect(await ears.next()).toBe('Nobody with this name got the email.');
  await page.locator('[data-person-search]').fill('southgale');
  expect(await ears.next()).toMatch(/^Southgale/);

  await page.locator('[data-take]').click();
  await page.locator('[data-take-way="copy"]').click();
  expect(await ears.next()).toBe(await page.locator('[data-copied="done"]').textContent());
  await page.keyboard.press('Escape');

  await page.locator('[data-what-if]').click();
  await page.locator('[data-best]').click();
  expect(await ears.next()).toContain('100');
  await page.locator('[data-watch-what-if]').click();
  expect(await ears.next()).toContain((await page.locator('[data-supposed] span').textContent()) ?? 'nothing');
});

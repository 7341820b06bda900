import { readFile } from 'node:fs/promises';
import { expect, test } from './fixtures.ts';

test('a host writes a level of two people by keyboard, sees its score change, and finds it again', async ({ page }) => {
  const press = async (what: string) => page.locator(what).press('Enter');
  const score = page.locator('[data-score]');
  await page.goto('./#/host');
  await press('[data-to-workshop]');
  await expect(page.locator('[data-heading]')).toBeFocused();

  await press('[data-start-empty]');
  await expect(page.locator('#section-heading')).toBeFocused();
  await page.locator('#at-title').pressSequentially('Two patients');
  await press('[data-section="people"]');
  await press('[data-add="person"]');
  // The new card is open, and its name has the focus.
  await page.keyboard.type('Ana Pol');
  await press('[data-add="person"]');
  await page.keyboard.type('Ben Ray');
  await press('[data-section="mails"]');
  await press('[data-add="mail"]');
  // Leaving the subject gives the email its id, and the cards that lie on its desk stay there.
  await expect(page.locator('#at-mails-0-subject')).toBeFocused();
  await press('[data-everyone="to"]');
  await page.locator('#at-mails-0-subject').pressSequentially('Your results');
  await page.locator('#at-mails-0-sensitivity-3').press('Space');

  await expect(score.locator('[data-stars="0"]')).toBeVisible();
  await expect(page.locator('[data-live-desk] .ledger')).toContainText('Ana Pol');
  const leaked = await score.getAttribute('data-score');
  await page.locator('#at-mails-0-sensitivity').press('Space');
  await expect(score).not.toHaveAttribute('data-score', leaked ?? '');
  await page.keyboard.press('Control+z');
  await expect(score).toHaveAttribute('data-score', leaked ?? '');
  await press('[data-everyone="separate"]');
  await expect(score).toHaveAttribute('data-score', '100');

  // An error stands at its field, in the words of the checker.
  await press('[data-section="story"]');
  await expect(page.locator('#at-summary-problems [data-problem="missing-field"]')).toBeVisible();
  await expect(page.locator('#at-summary')).toHaveAttribute('aria-describedby', /at-summary-problems/);

  await page.reload();
  await expect(page.locator('#at-title')).toHaveValue('Two patients');
  await press('[data-section="people"]');
  await expect(page.locator('.card-title', { hasText: 'Ben Ray' })).toBeVisible();
  // Every step can still be undone.
  await press('[data-undo]');
  await press('[data-section="mails"]');
  await expect(page.locator('.card-more').first()).not.toHaveText('');
});

/** As a person writes it: durations of two parts, “everyone else”, fields in an order of their own. */
const BY_HAND = `{
  "id": "by-hand", "format": 2,
  "title": "By hand", "summary": "One.", "minutes": 2, "briefing": "One.",
  "sender": {"address": "sender@office.example", "name": "Robin"},
  "contacts": [
    {"needs": "act", "id": "ana", "name": "Ana", "address": "ana@mail.example"},
    {"needs": "know", "id": "ben", "name": "Ben", "address": "Ben@mail.example"},
    {"people": 20, "needs": "know", "id": "class", "name": "The class", "address": "class_{n}@mail.example"}
  ],
  "mails": [
    {"id": "one", "subject": "One", "body": "One.", "sensitivity": 0, "fields": ["to", "cc"]},
    {"id": "two", "subject": "Two", "body": "Two.", "sensitivity": 0, "fields": ["cc", "to", "instead"],
     "instead": {"reaches": true, "name": "By phone"},
     "after": "PT1H30M", "thread": {"of": "one", "quotes": true, "kind": "reply-all"}}
  ],
  "lesson": {"rule": "count-contexts", "why": "One."},
  "expectations": [{"id": "all", "routing": {"two": {"cc": ["*"]}, "one": {"to": ["ana"], "cc": ["*"]}}}]
}
`;

test('a level is said to be on the device after its first change, and after a file is opened', async ({ page }) => {
  await page.goto('./#/workshop');
  const kept = page.getByText('Kept on this device');
  await expect(page.locator('#at-title')).toBeVisible();
  await expect(kept).toBeHidden();
  await page.locator('#at-title').fill('A level');
  await expect(kept).toBeVisible();

  const choosing = page.waitForEvent('filechooser');
  await page.locator('[data-start-file]').press('Enter');
  const file = { name: 'by-hand.json', mimeType: 'application/json', buffer: Buffer.from(BY_HAND) };
  await (await choosing).setFiles(file);
  await expect(page.locator('#at-title')).toHaveValue('By hand');
  await expect(kept).toBeVisible();
  await page.reload();
  await expect(page.locator('#at-title')).toHaveValue('By hand');
  await expect(kept).toBeVisible();
});

test('what a person wrote by hand stays as it is where the form is left as it was @thorough', async ({ page }) => {
  const press = async (what: string) => page.locator(what).press('Enter');
  const same = async (field: string) => page.locator(field).fill(await page.locator(field).inputValue());
  const sameChoice = async (menu: string) => page.locator(menu).selectOption(await page.locator(menu).inputValue());
  await page.goto('./#/workshop');
  const choosing = page.waitForEvent('filechooser');
  await press('[data-start-file]');
  await (
    await choosing
  ).setFiles({
    name: 'by-hand.json',
    mimeType: 'application/json',
    buffer: Buffer.from(BY_HAND),
  });
  await expect(page.locator('#at-title')).toHaveValue('By hand');
  await same('#at-title');

  await press('[data-section="people"]');
  await page.locator('[data-card="contact-2"] summary').first().click();
  await page.locator('[data-card="contact-2"] .form-more summary').click();
  await expect(page.locator('#at-contacts-2-address')).toHaveValue('class@mail.example');
  await same('#at-contacts-2-address');

  await press('[data-section="mails"]');
  await page.locator('[data-card="mail-1"] summary').first().click();
  await expect(page.locator('#at-mails-1-after')).toHaveValue('90');
  await same('#at-mails-1-after');
  await sameChoice('.form-duration select');
  await page.locator('[data-card="mail-1"] .form-more summary').click();
  await sameChoice('#at-mails-1-thread-kind');
  await sameChoice('#at-mails-1-thread-of');

  await press('[data-section="expected"]');
  await press('[data-try]');
  await press('[data-replace]');
  await expect(page.locator('.expected-routing')).toContainText('everyone else');

  await press('[data-section="share"]');
  const saving = page.waitForEvent('download');
  await press('[data-save-level]');
  expect(await readFile(await (await saving).path(), 'utf8')).toBe(BY_HAND);
});

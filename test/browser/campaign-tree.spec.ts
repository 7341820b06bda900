import type { Locator, Page } from '@playwright/test';
import { isMarkedOutside } from '../../src/board/marks.ts';
import { isExpandable } from '../../src/engine/level/contact.ts';
import { bestPlay, CAMPAIGN, levelWords, type BestDesk, type LevelWords } from './campaign.ts';
import { listen, type Ears } from './ears.ts';
import { expect, test } from './fixtures.ts';
import { escaped, press, starting } from './hearing.ts';
import { beforeComma, interfaceWords, type Words } from './language-words.ts';
import type { Contact, ContactId, Field, Level } from '../../src/engine/level/level.ts';

/**
 * The whole campaign by the accessibility tree alone: every thing is found by its role and name, and what happened is known from
 * what is announced. The languages take turns, so that each desk tool is met in several.
 */

const LANGUAGE_TAGS = ['en', 'ar', 'ja', 'de', 'fr', 'es'];

test.use({ course: 'whole' });

/** What a listener of one language needs to find their way in one level. */
interface Listener {
  readonly page: Page;
  readonly ears: Ears;
  readonly level: Level;
  readonly text: Words['text'];
  readonly words: LevelWords;
}

const option = ({ page, text }: Listener, name: string) =>
  page.getByRole('listbox', { name: text('board.cards') }).getByRole('option', { name: starting(name) });

const fieldName = ({ text, words }: Listener, { desk }: BestDesk, field: Field) =>
  field === 'instead' ? words.instead(desk.mails[0] ?? '') : text(`field.${field}`);

/** A disclosure of a dialog: a listener opens it by its name, and then finds what was folded. */
async function unfold(dialog: Locator, summary: string | RegExp): Promise<void> {
  const details = dialog.locator('details').filter({ has: dialog.page().locator('summary', { hasText: summary }) });
  await expect(details.first()).toBeAttached();
  if (!(await details.first().evaluate((part: HTMLDetailsElement) => part.open)))
    await press(details.first().locator('summary').first());
}

/** The thread: the mail is opened by its button, and says who wrote what is quoted below it. */
async function readThread(listener: Listener, { desk }: BestDesk): Promise<void> {
  const { page, text, words } = listener;
  await press(page.getByRole('button', { name: text('board.read') }));
  const dialog = page.getByRole('dialog');
  await expect(dialog).toHaveCount(1);
  await expect(dialog).toHaveAccessibleName(/\S/);
  for (const { from } of desk.quoted) {
    if (from !== null) await expect(dialog.getByText(words.name(from), { exact: false }).first()).toBeVisible();
  }
  await press(dialog.getByRole('button', { name: text('board.close') }));
  await expect(page.getByRole('dialog')).toHaveCount(0);
}

/** Opens a card, looks behind it where it is a list, and chooses a field by its name. */
async function place(listener: Listener, best: BestDesk, contact: Contact, field: Field): Promise<void> {
  const { page, text, words } = listener;
  const name = words.name(contact.id);
  await press(option(listener, name));
  const dialog = page.getByRole('dialog', { name, exact: true });
  await expect(dialog).toBeFocused();
  if (isExpandable(contact)) {
    await unfold(dialog, text('board.look-behind'));
    if ((contact.behind ?? 'members') === 'members') {
      for (const member of contact.members ?? [])
        await expect(dialog.getByText(words.name(member)).first()).toBeVisible();
    }
  }
  // In Arabic the name of one field begins with that of another: what follows it has to fit, too.
  const signs = [`${field}-sign`, 'cc-on-each', 'instead-reaches'].map((key) => text(`board.${key}`));
  const choice = `^${escaped(fieldName(listener, best, field))}(\\s+(${signs.map(escaped).join('|')}).*)?$`;
  await press(dialog.getByRole('button', { name: new RegExp(choice) }));
  await expect(page.getByRole('dialog')).toHaveCount(0);
}

/** Finds somebody by name in the address line, whose card does not lie on the desk. */
async function takeByName(listener: Listener, best: BestDesk, contact: ContactId, field: Field): Promise<void> {
  const { page, ears, text, words } = listener;
  await page.getByRole('combobox', { name: text('address.field') }).selectOption(fieldName(listener, best, field));
  const line = page.getByRole('combobox', { name: text('address.label') });
  const name = words.name(contact);
  await line.fill(name.slice(0, 3));
  const suggested = page.getByRole('listbox', { name: text('address.suggestions') }).getByRole('option');
  await expect(suggested.first()).toBeAttached();
  expect(await ears.next()).toMatch(starting(text('address.found', { n: '' }).replace(/\p{P}*$/u, '')));
  await expect(line).toHaveAttribute('aria-expanded', 'true');
  // Of two with almost one name only the address tells who is who, and it is part of what is said.
  await press(suggested.filter({ hasText: listener.level.contacts.find(({ id }) => id === contact)?.address ?? '' }));
  await expect(line).toBeFocused();
}

/** What a move means is said first, once, and with the name in it. */
async function hearMove(listener: Listener, best: BestDesk, contact: ContactId, field: Field): Promise<void> {
  const said = await listener.ears.next();
  expect(said).toMatch(starting(`${fieldName(listener, best, field)}. `));
  const name = beforeComma(listener.words.name(contact));
  expect(said.split(name).length, `${name}: ${said}`).toBe(2);
  expect(await listener.ears.rest()).toEqual([]);
}

async function addressDesk(listener: Listener, best: BestDesk): Promise<void> {
  const { page, ears, level, text, words } = listener;
  const { desk, placement } = best;
  await expect(page.getByRole('toolbar', { name: text('board.fields') })).toBeAttached();
  await ears.forget();
  // A list without a card is nothing to go to.
  const list = page.getByRole('listbox', { name: text('board.cards') });
  if ((await list.count()) > 0) await expect(list.getByRole('option').first()).toBeAttached();
  if (desk.quoted.length > 0) await readThread(listener, best);
  const had = new Set(desk.quoted.flatMap(({ had: readers }) => readers));
  for (const id of desk.contacts) {
    const contact = level.contacts.find((one) => one.id === id);
    if (!contact) continue;
    const field = placement[id] ?? 'none';
    const card = option(listener, words.name(id));
    if ((await card.count()) === 0) {
      if (field === 'none') continue;
      await takeByName(listener, best, id, field);
      await hearMove(listener, best, id, field);
    } else {
      if (isMarkedOutside(level, contact)) await expect(card).toHaveAccessibleName(new RegExp(text('mark.outside')));
      if (had.has(id)) await expect(card).toHaveAccessibleName(new RegExp(text('mark.on-thread')));
      const lies = text('board.lies-in', { field: fieldName(listener, best, field) });
      const there = ((await card.getAttribute('aria-label')) ?? '').endsWith(lies);
      if (there && !isExpandable(contact)) continue;
      await place(listener, best, contact, field);
      if (!there) await hearMove(listener, best, id, field);
    }
    await expect(card).toHaveAccessibleName(
      new RegExp(`${escaped(text('board.lies-in', { field: fieldName(listener, best, field) }))}$`),
    );
  }
  await press(page.getByRole('button', { name: text('desk.send'), exact: true }));
  expect(await ears.next()).toContain(text('desk.sent-ways-open'));
  await press(page.getByRole('button', { name: text('desk.watch') }));
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  await press(page.getByRole('button', { name: text('replay.skip') }));
  let said = '';
  while (!said.includes(text('replay.over'))) said += ` ${await ears.next()}`;
  expect(said.split(text('replay.over')).length).toBe(2);
}

for (const [index, level] of CAMPAIGN.entries()) {
  const language = LANGUAGE_TAGS[index % LANGUAGE_TAGS.length] ?? 'en';
  test(`by role and name alone through ${level.id}, in ${language}, to three stars @thorough`, async ({ page }) => {
    test.slow();
    const { desks } = bestPlay(level);
    const ears = await listen(page);
    const listener = { page, ears, level, text: interfaceWords(language), words: levelWords(level, language) };
    const { text, words } = listener;
    await page.goto(`./?lang=${language}#/level/${level.id}`);
    await expect(page.getByRole('heading', { level: 1, name: words.title })).toBeFocused();
    await press(page.getByRole('button', { name: text('briefing.to-desk') }));
    for (const [turn, best] of desks.entries()) {
      if (turn > 0) {
        const bridge = page.getByRole('dialog');
        await expect(bridge).toHaveAccessibleName(/\S/);
        const met = new Set(desks.slice(0, turn).flatMap(({ desk }) => desk.contacts));
        for (const id of best.desk.contacts.filter((contact) => !met.has(contact))) {
          await expect(bridge.getByRole('heading', { name: beforeComma(words.name(id)) }).first()).toBeAttached();
        }
        await press(bridge.getByRole('button'));
        await expect(page.getByRole('dialog')).toHaveCount(0);
      }
      await addressDesk(listener, best);
      await press(
        page.getByRole('button', { name: text(`replay.go-on.${turn < desks.length - 1 ? 'mail' : 'debrief'}`) }),
      );
    }
    await expect(page.getByRole('heading', { level: 1, name: text('debrief.greeting.3') })).toBeFocused();
  });
}

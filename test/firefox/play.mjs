// Plays a level in Firefox by keyboard.
import { ENTER } from './page.mjs';

/** @typedef {import('./page.mjs').FirefoxPage} FirefoxPage */

/** The keys of the trays, by the field that a card is in then. */
const KEYS = { cc: '2', bcc: '3', separate: '4' };

/** @param {string} contact @returns {string} the expression that finds its card */
const card = (contact) => `document.querySelector('.twin-card[data-contact="${contact}"]')`;

/**
 * @param {FirefoxPage} page at the desk
 * @param {string} contact @param {keyof typeof KEYS} field where it is put
 */
export async function place({ pressOn, until }, contact, field) {
  await pressOn(`.twin-card[data-contact="${contact}"]`, KEYS[field]);
  await until(`${card(contact)}.dataset.field === '${field}'`);
}

/**
 * Opens a level from the page's home.
 * @param {FirefoxPage} page @param {string} level
 */
export async function openDesk({ pressOn, until }, level) {
  await pressOn(`[data-level="${level}"] a`, ENTER);
  await pressOn('[data-to-desk]', ENTER);
  await until(`document.querySelector('.twin-card')`);
}

/** @param {FirefoxPage} page @returns {Promise<string[]>} the contacts on the desk */
async function contactsOn({ inPage }) {
  const all = await inPage(
    `[...document.querySelectorAll('.twin-card')].map(({ dataset }) => dataset.contact).join(' ')`,
  );
  return String(all).split(' ');
}

/**
 * Plays a level from the page's home to its debrief.
 * @param {FirefoxPage} page @param {string} level
 * @param {keyof typeof KEYS} field where the cards are put
 * @param {readonly string[]} [contacts] whose cards are put there; all by default
 */
export async function play(page, level, field, contacts) {
  const { pressOn, until } = page;
  await openDesk(page, level);
  for (const contact of contacts ?? (await contactsOn(page))) await place(page, contact, field);
  await pressOn('[data-send]', ENTER);
  await pressOn('[data-watch]', ENTER);
  await pressOn('[data-transport="skip"]', ENTER);
  await pressOn('[data-go-on]', ENTER);
  await until(`document.querySelector('strong[data-stars]')`);
}

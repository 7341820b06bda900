// Two plays with the keyboard alone, by a beginner who never changes the screen reader's mode.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** @typedef {ReturnType<typeof import('./listener.mjs').createListener>} Listener */

/**
 * What the plays listen for of a level of the campaign, in English.
 * @param {string} id
 */
function campaignWords(id) {
  /** @typedef {string | { en: string }} Text */
  const level =
    /** @type {{ title: Text, contacts: { id: string, name: Text }[], mails: { subject: Text, instead?: { name: Text } }[], received?: { body: Text }[] }} */ (
      JSON.parse(readFileSync(join(import.meta.dirname, `../../levels/${id}.json`), 'utf8'))
    );
  const english = (/** @type {Text | undefined} */ text) => (typeof text === 'object' ? text.en : (text ?? ''));
  const [mail] = level.mails;
  return {
    title: english(level.title),
    subject: english(mail?.subject),
    tray: english(mail?.instead?.name),
    /** The first line of what is quoted. */
    quoted: english(level.received?.[0]?.body).split('\n')[0] ?? '',
    /** What stands before the comma of a name. */
    name: (/** @type {string} */ contact) =>
      english(level.contacts.find((one) => one.id === contact)?.name).split(',')[0] ?? '',
  };
}

/** @param {Listener} listener */
async function toTheDesk({ press, seek, pressToHear }) {
  await seek('Tab', 'One CV, two rivals', 8);
  await pressToHear('Return', 'One CV, two rivals');
  const next = await press('Down');
  if (/status ?bar/i.test(next)) throw new Error(`After the briefing's heading the end of the page is read: ${next}`);
  await seek('Tab', 'To the desk', 12);
  await pressToHear('Return', 'Desk:', 'One CV, two rivals');
  await seek('Down', 'Keys 1 to 5 put a card in a field.', 25);
}

/** @param {Listener} listener */
async function sendAndWatch({ press, listen, seek, pressToHear }) {
  await seek('shift+Tab', 'Send push button', 12);
  await pressToHear('Return', 'Sent. Take all the time you need: undo it, or watch what happens.');
  // Reading on does not cancel the chance to undo.
  for (let line = 0; line < 3; line += 1) await press('Down');
  await seek('shift+Tab', 'Watch what happens', 20);
  // The replay plays by itself; a beginner lets it run, and hears each event as it happens, at once or after a silence.
  let told = await pressToHear('Return', 'What happens: One CV, two rivals');
  for (let wait = 0; wait < 6 && !told.includes('The replay has ended.'); wait += 1) told += ` ${await listen()}`;
  return told;
}

/** @param {Listener} listener @param {string} greeting @param {string} stars */
async function toTheDebrief({ seek, pressToHear }, greeting, stars) {
  await seek('Tab', 'Continue to the debrief', 12);
  await pressToHear('Return', greeting);
  await seek('Down', stars, 8);
}

/** Each of three people gets a separate mail. @param {Listener} listener */
export async function threeStars(listener) {
  const { seek, hears, pressToHear } = listener;
  await toTheDesk(listener);
  await seek('Tab', 'Northwind', 6);
  await pressToHear('4', 'Separate emails. Nobody else can see Northwind.');
  await seek('Home', 'Southgale', 1);
  await pressToHear('4', 'Separate emails. Nobody else can see Southgale.');
  await seek('Home', 'Ines Maro', 1);
  await pressToHear('4', 'Separate emails. Nobody else can see Dr Ines Maro.');
  const end = await sendAndWatch(listener);
  hears(
    end,
    'You send separate emails to 3 people.',
    'Nobody sees anyone they shouldn’t.',
    'Each company reads an application addressed to it alone.',
    'The replay has ended.',
  );
  await toTheDebrief(listener, 'Perfectly addressed.', '3 of 3 stars');
}

/** Two rivals see each other; a key places one of them, a dialog the other. @param {Listener} listener */
export async function blunder(listener) {
  const { seek, hears, pressToHear } = listener;
  await toTheDesk(listener);
  await seek('Tab', 'Northwind', 6);
  await pressToHear('2', 'Cc. Nobody but Northwind gets this email yet.');
  await seek('Home', 'Southgale', 1);
  await pressToHear('Return', 'Southgale, HR', 'Where does it go?');
  await seek('Tab', 'Cc Everyone sees these', 6);
  await pressToHear(
    'Return',
    'Southgale, HR, in: Cc',
    'Everyone on the email can see Southgale. Visible addresses: 2.',
  );
  // The keys still work after a dialog.
  await pressToHear('5', 'Left out. No email for Southgale.');
  await pressToHear('2', 'Cc. Everyone on the email can see Southgale. Visible addresses: 2.');
  const end = await sendAndWatch(listener);
  hears(
    end,
    'Northwind can see who else got the email: Southgale.',
    'Southgale can see who else got the email: Northwind.',
    'files your application away.',
    '2 times, an address was shown to someone who should not see it.',
    'The replay has ended.',
  );
  await toTheDebrief(listener, 'This email gave something away.', '0 of 3 stars');
}

/**
 * A thread is read, somebody external is met, and what a level offers beside email is chosen: in the campaign's outage.
 * @param {Listener} listener
 */
export async function thread({ press, seek, pressToHear }) {
  const { title, subject, tray, quoted, name } = campaignWords('outage-thread');
  await seek('Tab', 'To the desk', 20);
  await pressToHear('Return', 'Desk:', title);
  await seek('Tab', 'Read the whole email', 12);
  await pressToHear('Return', subject);
  await seek('Down', 'wrote:', 40);
  await seek('Down', quoted, 12);
  await press('Escape');
  await seek('Tab', name('booking-team'), 6);
  await press('Home');
  await seek('Right', 'External', 12);
  await pressToHear('5', `${tray}. This reaches ${name('customer')} separately.`);
}

/**
 * Somebody is found by name, and told apart from another of almost the same name by the address: in the campaign's third chapter.
 * @param {Listener} listener
 */
export async function addressLine({ press, seek, pressToHear }) {
  const { title, name } = campaignWords('right-sam');
  await seek('Tab', 'To the desk', 20);
  await pressToHear('Return', 'Desk:', title);
  await seek('Tab', 'Add someone by name', 12);
  // The first letter finds both, and the first of them is the one who must not get it; more letters change nothing.
  await pressToHear('s', name('okoro'), 'External', 'sam.okoro@mail.example', 'Suggestions: 2.');
  for (const letter of ['a', 'm']) await press(letter);
  await pressToHear('Down', name('ortiz'), 'sam.ortiz@elm-hospital.example');
  await pressToHear('Return', `To. ${name('ortiz')}.`);
  // Their card lies on the desk now.
  await seek('Tab', `${name('ortiz')}, in: To`, 6);
}

import { expect, test } from 'vitest';
import { liveDesk } from '../../../src/app/workshop/live-desk.ts';
import type { Level } from '../../../src/engine/index.ts';
import { courseLevel } from '../../engine/levels.ts';

const LEVEL = courseLevel('cv-to-rivals');
const [CONTACT = '', OTHER = ''] = LEVEL.contacts.map(({ id }) => id);
const [MAIL = ''] = LEVEL.mails.map(({ id }) => id);

/** Gives cards and emails other ids wherever the level names them, as the form does when the author leaves a name. */
function renamed(level: Level, ids: Readonly<Record<string, string>>): Level {
  const copy = Object.entries(ids).reduce(
    (text, [id, other]) => text.replaceAll(JSON.stringify(id), JSON.stringify(other)),
    JSON.stringify(level),
  );
  return JSON.parse(copy) as Level;
}

function laidOut(level: Level) {
  const desk = liveDesk(() => undefined);
  desk.follow(level);
  desk.place(MAIL, [CONTACT, OTHER], 'to');
  return desk;
}

test.each([
  ['an email', { [MAIL]: 'renamed-mail' }],
  ['a card', { [CONTACT]: 'renamed-card' }],
  ['both cards and the email', { [MAIL]: 'renamed-mail', [CONTACT]: 'first', [OTHER]: 'second' }],
])('cards stay where the author put them when %s gets another id', (_what, ids) => {
  const desk = laidOut(LEVEL);
  const before = desk.model().outcome?.score;
  expect(before).toBeDefined();

  desk.follow(renamed(LEVEL, ids));
  expect(desk.model().outcome?.score).toBe(before);
  const [first] = desk.model().desks;
  expect(Object.values(first?.placement ?? {}).filter((field) => field === 'to')).toHaveLength(2);

  // Undone, they have their old ids again.
  desk.follow(LEVEL);
  expect(desk.model().outcome?.score).toBe(before);
  desk.close();
});

test('a card that is added with an id of its own begins in no field', () => {
  const desk = laidOut(LEVEL);
  const [first] = LEVEL.contacts;
  if (!first) throw new Error('The level has no contacts.');
  desk.follow({ ...LEVEL, contacts: [...LEVEL.contacts, { ...first, id: 'new' }] });
  expect(desk.model().desks[0]?.placement).toMatchObject({ [CONTACT]: 'to', [OTHER]: 'to', new: 'none' });
  desk.close();
});

test('the card after a removed one does not take its field', () => {
  const desk = laidOut(LEVEL);
  desk.place(MAIL, [CONTACT], 'bcc');
  desk.follow({ ...LEVEL, contacts: LEVEL.contacts.filter(({ id }) => id !== CONTACT) });
  expect(desk.model().desks[0]?.placement).toMatchObject({ [OTHER]: 'to', manager: 'none', referee: 'none' });
  // Undone, the removed card is back in its field.
  desk.follow(LEVEL);
  expect(desk.model().desks[0]?.placement).toMatchObject({ [CONTACT]: 'bcc', [OTHER]: 'to' });
  desk.close();
});

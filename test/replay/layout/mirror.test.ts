import { expect, test } from 'vitest';
import { layTable } from '../../../src/replay/layout/layout.ts';
import { mirrored } from '../../../src/replay/layout/mirror.ts';
import { courseLevel } from '../../engine/levels.ts';

const WIDTH = 816;

test('the table is mirrored as a whole: what was on the left is on the right, at the same distance and height', () => {
  const { contacts } = courseLevel('survey-mailing');
  const actors = contacts.map((contact) => ({ contact, people: contact.people ?? 1 }));
  const laid = layTable(actors, WIDTH, 470);
  const turned = mirrored(laid);
  expect(laid.sender.x).toBeLessThan(WIDTH / 4);
  for (const part of ['sender', 'middle', 'pool', 'pile'] as const) {
    expect(turned[part]).toEqual({ ...laid[part], x: WIDTH - laid[part].x });
  }
  expect([...turned.seats.keys()]).toEqual(contacts.map(({ id }) => id));
  for (const [contact, seat] of laid.seats) {
    const other = turned.seats.get(contact);
    for (const part of ['box', 'stamp', 'inbox', 'letter', 'label', 'sign'] as const) {
      expect(other?.[part]).toEqual({ ...seat[part], x: WIDTH - seat[part].x });
    }
  }
});

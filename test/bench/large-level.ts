import { NEEDS, type Contact, type Level, type Mail } from '../../src/engine/level/level.ts';
import { written } from '../../src/workshop/edit.ts';
import type { Json } from '../../src/workshop/json/value.ts';

/** As many people, and as many emails, as a large level has. */
export const LARGE = 30;

const NAMES = 'Ana Ben Cleo Dev Elif Finn Gita Hugo Ines Jun Kofi Lena Mia Noor Olga Pol Quinn Rosa Sven Tara'.split(
  ' ',
);
const SURNAMES = ['Adler', 'Brook', 'Castro'];

/** As many cards as an email can have here: a level has at most 90 to place. */
const CARDS_EACH = 3;

/** The file of a level with 30 people and 30 emails, and of each kind of fact some. */
export function largeLevel(): string {
  const contacts = Array.from({ length: LARGE }, (_, index) => contact(index));
  const mails = Array.from({ length: LARGE }, (_, index) => mail(index));
  const level: Level = {
    format: 2,
    id: 'large',
    title: 'A month of emails',
    summary: 'Thirty emails to thirty people.',
    minutes: 30,
    briefing: 'You run the office of a clinic, and this month every email goes through your hands.',
    sender: { name: 'Robin Hale', role: 'Office', address: 'robin@clinic.example' },
    contacts,
    circles: Array.from({ length: 10 }, (_, index) => ({
      id: `team-${String(index)}`,
      members: contacts.slice(index * 3, index * 3 + 3).map(({ id }) => id),
      bond: index % 3 === 2 ? 'acquaintance' : 'context',
    })),
    mails,
    lesson: { rule: 'count-contexts', why: 'Each email has other people who may know of each other.' },
  };
  return written(level as unknown as Json);
}

const idOf = (index: number) => `person-${String(index)}`;

function contact(index: number): Contact {
  const id = idOf(index);
  return {
    id,
    name: `${NAMES[index % NAMES.length] ?? ''} ${SURNAMES[index % SURNAMES.length] ?? ''} ${String(index)}`,
    about: 'Has been at the clinic since spring, and knows some of the others.',
    address: `${id}@${index % 2 === 0 ? 'clinic' : 'post'}.example`,
    needs: NEEDS[index % NEEDS.length] ?? 'know',
    ...(index % 7 === 0 && { mustBeSeen: true }),
    ...(index % 5 === 0 && { habits: ['replies-all'] }),
  };
}

function mail(index: number): Mail {
  return {
    id: `mail-${String(index)}`,
    subject: `Results of day ${String(index + 1)}`,
    body: 'Dear all,\n\nplease find below what came in today, and tell me until Friday what is still open.\n\nRobin',
    sensitivity: index % 4,
    contacts: Array.from({ length: CARDS_EACH }, (_, card) => idOf((index + card * 7) % LARGE)),
    fields: ['to', 'cc', 'bcc', 'separate'],
  };
}

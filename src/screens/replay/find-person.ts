import { addressOf, peopleOf, type Contact, type Level, type Outcome } from '../../engine/index.ts';
import { textOf } from '../../i18n/index.ts';
import { readersOf } from './model.ts';

/** One person whose screen can be opened. */
export interface FoundPerson {
  readonly contact: Contact;
  /** Which person of a crowd, counted from 0. */
  readonly index: number;
  readonly address: string;
}

const MOST = 6;
/** A whole number with any grouping that people use: 514229, 514,229, 514 229, 514.229. */
const NUMBER = /^\d{1,3}(?:[ \u00a0\u202f,.'’]?\d{3})*$|^\d+$/;

/**
 * Finds readers of a mail by a name, by an address or part of it, or by a person's number in a crowd. It finds any one
 * of a million without a search through the others.
 */
export function findPeople(level: Level, outcome: Outcome, query: string): FoundPerson[] {
  const wanted = query.trim().toLocaleLowerCase();
  if (wanted === '') return [];
  const readers = new Set(readersOf(level, outcome));
  const found = level.contacts
    .filter(({ id }) => readers.has(id))
    .flatMap((contact) => {
      const index = indexIn(contact, wanted);
      return index === null ? [] : [{ contact, index, address: addressOf(contact, index) }];
    });
  return found.slice(0, MOST);
}

function indexIn(contact: Contact, wanted: string): number | null {
  const people = peopleOf(contact);
  if (people > 1 && NUMBER.test(wanted)) return within(Number(wanted.replaceAll(/\D/g, '')), people);
  if (people > 1 && wanted.includes('@')) return numberInAddress(contact.address.toLowerCase(), wanted, people);
  const named = textOf(contact.name).toLocaleLowerCase().includes(wanted);
  return named || contact.address.toLowerCase().includes(wanted) ? 0 : null;
}

/** Finds the person of a crowd by the address or its beginning. */
function numberInAddress(pattern: string, wanted: string, people: number): number | null {
  const [before = '', after = ''] = pattern.split('{n}');
  if (!wanted.startsWith(before)) return null;
  const digits = /^\d+/.exec(wanted.slice(before.length))?.[0] ?? '';
  const rest = wanted.slice(before.length + digits.length);
  return digits !== '' && after.startsWith(rest) ? within(Number(digits), people) : null;
}

function within(number: number, people: number): number | null {
  return number >= 1 && number <= people ? number - 1 : null;
}

import { relations, type Relations } from './circles.ts';
import { addressBook, peopleOf, type AddressBook } from './contacts.ts';
import { deliver, type DeliveredMail } from './delivery.ts';
import { contactsOn, deskName } from './desks.ts';
import { disclose, exposedContacts, type Unmasking } from './disclosure.ts';
import { durationSeconds, MINUTE } from './duration.ts';
import type { ContactId, Level, Mail } from './level.ts';
import type { ContentLeak, ExposedContact, Exposure } from './outcome.ts';
import type { Routing } from './routing.ts';
import { spokenUp } from './replies.ts';

/** One mail that the player has addressed. */
export interface StoryMail {
  readonly mail: Mail;
  /** Seconds of story time after the first mail. */
  readonly at: number;
  /** The cards that lay on the desk for it. */
  readonly onDesk: readonly ContactId[];
  readonly delivered: DeliveredMail;
  /** The mail software's warning stood there when the player pressed Send (rule 12). */
  readonly warned: boolean;
}

/** The mails of one desk, addressed in one go. */
export interface StoryDesk {
  readonly id: string;
  readonly at: number;
  readonly mails: readonly StoryMail[];
  readonly unmaskings: readonly Unmasking[];
  /** What these mails show by themselves, whatever was shown before or is shown later. */
  readonly exposures: readonly Exposure[];
}

/** What the routing has led to so far, before it is told as beats and scored. */
export interface Story {
  readonly level: Level;
  readonly book: AddressBook;
  readonly relations: Relations;
  readonly routing: Routing;
  readonly desks: readonly StoryDesk[];
  readonly due: readonly Mail[];
  readonly unmaskings: readonly Unmasking[];
  readonly exposures: readonly Exposure[];
  readonly exposed: readonly ExposedContact[];
  readonly leaks: readonly ContentLeak[];
  readonly breach: boolean;
}

type Findings = Pick<Story, 'unmaskings' | 'exposures' | 'exposed' | 'leaks' | 'breach'>;

function findings(desks: readonly StoryDesk[], book: AddressBook, bonds: Relations): Findings {
  const mails = desks.flatMap((desk) => desk.mails.map((mail) => mail.delivered));
  const unmaskings = desks.flatMap((desk) => desk.unmaskings);
  const exposures = disclose(mails, unmaskings, bonds);
  const leaks = mails.flatMap((delivered) =>
    delivered.deliveries
      .filter(({ addressee }) => addressee.needs === 'nothing')
      .map(({ addressee, field }) => ({
        mail: delivered.mail.id,
        contact: addressee.id,
        field,
        people: peopleOf(addressee),
      })),
  );
  return {
    unmaskings,
    exposures,
    exposed: exposedContacts(exposures, book.addressees),
    leaks,
    breach: leaks.length > 0 || exposures.some((exposure) => exposure.sensitivity >= 1),
  };
}

function byDesk(level: Level): Mail[][] {
  const desks = new Map<string, Mail[]>();
  for (const mail of level.mails) desks.set(deskName(mail), [...(desks.get(deskName(mail)) ?? []), mail]);
  return [...desks.values()];
}

/** Sends the mails that the routing addresses, desk by desk, since what an apology is about follows from the mails before it. */
export function tell(level: Level, routing: Routing): Story {
  const book = addressBook(level);
  const bonds = relations(level, book);
  const desks: StoryDesk[] = [];
  let found = findings(desks, book, bonds);
  let due: Mail[] = [];
  for (const mails of byDesk(level)) {
    const owed = mails.filter((mail) => mail.when !== 'breach' || found.breach);
    due = owed.filter((mail) => !(mail.id in routing));
    if (due.length > 0) break;
    const exposed = found.exposed.map(({ contact }) => contact);
    const story = owed.map((mail, index) => storyMail(level, mail, index, exposed, routing, book));
    const [first] = story;
    if (first) desks.push(storyDesk(first, story, bonds));
    found = findings(desks, book, bonds);
  }
  return { level, book, relations: bonds, routing, desks, due, ...found };
}

function storyDesk(first: StoryMail, mails: readonly StoryMail[], bonds: Relations): StoryDesk {
  const delivered = mails.map((mail) => mail.delivered);
  const unmaskings = delivered.flatMap(spokenUp);
  return {
    id: deskName(first.mail),
    at: first.at,
    mails,
    unmaskings,
    exposures: disclose(delivered, unmaskings, bonds),
  };
}

function storyMail(
  level: Level,
  mail: Mail,
  index: number,
  exposed: readonly ContactId[],
  routing: Routing,
  book: AddressBook,
): StoryMail {
  const delivered = deliver(mail, routing[mail.id] ?? {}, book);
  return {
    mail,
    at: sendingTime(mail) + index * MINUTE,
    onDesk: contactsOn(level, mail, exposed),
    delivered,
    warned: mail.warnsAt !== undefined && delivered.publicAddresses >= mail.warnsAt,
  };
}

/** When a mail is sent, in seconds of story time after the first. */
export function sendingTime(mail: Mail): number {
  return mail.after ? durationSeconds(mail.after) : 0;
}

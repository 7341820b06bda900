import { relations, type Relations } from './circles.ts';
import { addressBook, type AddressBook } from '../mail/contacts.ts';
import { deliver, type DeliveredMail } from '../mail/delivery.ts';
import { contactsOn, deskName } from './desks.ts';
import { disclose, exposedContacts, type Flow } from './disclosure.ts';
import { leaksOf } from './leaks.ts';
import { durationSeconds, MINUTE } from '../level/duration.ts';
import { forwardings, type Forwarding } from '../mail/forwards.ts';
import type { Contact, ContactId, Level, Mail } from '../level/level.ts';
import type { ContentLeak, ExposedContact, Exposure } from './findings.ts';
import { quotationsIn, type Quotation } from './quotation.ts';
import type { Routing } from '../mail/routing.ts';
import { spokenUp, type SpeakingUp } from '../mail/replies.ts';

/** One mail that the player has addressed. */
export interface StoryMail {
  readonly mail: Mail;
  /** Seconds of story time after the first mail. */
  readonly at: number;
  /** The cards on its desk. */
  readonly onDesk: readonly ContactId[];
  /** The people of these cards. */
  readonly concerns: ReadonlySet<Contact>;
  readonly delivered: DeliveredMail;
  /** The earlier mails quoted below it. */
  readonly quotations: readonly Quotation[];
  /** The mail program's warning was visible when the player pressed Send (rule 12). */
  readonly warned: boolean;
}

/** The mails of one desk, addressed together. */
export interface StoryDesk {
  readonly id: string;
  readonly at: number;
  readonly mails: readonly StoryMail[];
  /** Those exposed by earlier mails. */
  readonly affected: ReadonlySet<ContactId>;
  readonly speakingUp: readonly SpeakingUp[];
  readonly forwardings: readonly Forwarding[];
  /** What these mails expose by themselves, regardless of earlier and later mails. */
  readonly exposures: readonly Exposure[];
}

/** What the routing has led to so far, before it becomes beats and a score. */
export interface Story {
  readonly level: Level;
  readonly book: AddressBook;
  readonly relations: Relations;
  readonly routing: Routing;
  readonly desks: readonly StoryDesk[];
  readonly due: readonly Mail[];
  readonly speakingUp: readonly SpeakingUp[];
  readonly forwardings: readonly Forwarding[];
  readonly exposures: readonly Exposure[];
  readonly exposed: readonly ExposedContact[];
  readonly leaks: readonly ContentLeak[];
  readonly breach: boolean;
}

type Findings = Pick<Story, 'speakingUp' | 'forwardings' | 'exposures' | 'exposed' | 'leaks' | 'breach'>;

function findings(desks: readonly StoryDesk[], book: AddressBook, bonds: Relations): Findings {
  const mails = desks.flatMap((desk) => desk.mails.map((mail) => mail.delivered));
  const speakingUp = desks.flatMap((desk) => desk.speakingUp);
  const passedOn = desks.flatMap((desk) => desk.forwardings);
  const [only, ...others] = desks;
  const exposures =
    only && others.length === 0
      ? only.exposures
      : disclose(
          { mails, speakingUp, forwardings: passedOn, quoting: desks.flatMap((desk) => desk.mails) },
          bonds,
          book,
        );
  const leaks = desks.flatMap((desk) => desk.mails.flatMap(leaksOf));
  return {
    speakingUp,
    forwardings: passedOn,
    exposures,
    exposed: exposedContacts(exposures, book),
    leaks,
    breach: [...leaks, ...exposures].some(({ sensitivity }) => sensitivity >= 1),
  };
}

function byDesk(level: Level): Mail[][] {
  const desks = new Map<string, Mail[]>();
  for (const mail of level.mails) desks.set(deskName(mail), [...(desks.get(deskName(mail)) ?? []), mail]);
  return [...desks.values()];
}

interface People {
  /** The level with its contacts in the order of their ids, because the order in the file must not change the story. */
  readonly level: Level;
  readonly book: AddressBook;
  readonly bonds: Relations;
}

const known = new WeakMap<Level, People>();

/** Cached, as it depends on the level alone and a search over many routings needs it often. */
function peopleIn(original: Level): People {
  let people = known.get(original);
  if (!people) {
    const contacts = original.contacts.toSorted((a, b) => (a.id < b.id ? -1 : 1));
    const level = { ...original, contacts };
    const book = addressBook(level);
    people = { level, book, bonds: relations(level, book) };
    known.set(original, people);
  }
  return people;
}

/** Sends the mails that the routing addresses, desk by desk, since an apology depends on the mails before it. */
export function tell(original: Level, routing: Routing): Story {
  const { level, book, bonds } = peopleIn(original);
  const desks: StoryDesk[] = [];
  let found = findings(desks, book, bonds);
  let due: Mail[] = [];
  for (const mails of byDesk(level)) {
    const exposed = found.exposed.map(({ contact }) => contact);
    // A mail with nobody on its desk could not be sent, and would block the story.
    const owed = mails.filter(
      (mail) => (mail.when !== 'breach' || found.breach) && contactsOn(level, mail, exposed).length > 0,
    );
    due = owed.filter((mail) => !(mail.id in routing));
    if (due.length > 0) break;
    const story = owed.map((mail, index) => storyMail(level, mail, index, exposed, routing, book));
    const [first] = story;
    if (first) desks.push(storyDesk(first, story, new Set(exposed), bonds, book));
    found = findings(desks, book, bonds);
  }
  return { level, book, relations: bonds, routing, desks, due, ...found };
}

function storyDesk(
  first: StoryMail,
  mails: readonly StoryMail[],
  affected: ReadonlySet<ContactId>,
  bonds: Relations,
  book: AddressBook,
): StoryDesk {
  const delivered = mails.map((mail) => mail.delivered);
  const flow: Flow = {
    mails: delivered,
    speakingUp: delivered.flatMap(spokenUp),
    forwardings: delivered.flatMap((mail) => forwardings(mail, book)),
    quoting: mails,
  };
  return {
    id: deskName(first.mail),
    at: first.at,
    mails,
    affected,
    speakingUp: flow.speakingUp,
    forwardings: flow.forwardings,
    exposures: disclose(flow, bonds, book),
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
  const onDesk = contactsOn(level, mail, exposed);
  return {
    mail,
    at: sendingTime(mail) + index * MINUTE,
    onDesk,
    concerns: new Set(onDesk.flatMap((contact) => book.expand(contact))),
    delivered,
    quotations: quotationsIn(level, mail, routing, book),
    warned: mail.warnsAt !== undefined && delivered.publicAddresses >= mail.warnsAt,
  };
}

/** The mail that stands for all of a desk. */
export function firstMail({ id, mails }: StoryDesk): string {
  return mails[0]?.mail.id ?? id;
}

/** When a mail is sent, in seconds of story time after the first. */
export function sendingTime(mail: Mail): number {
  return mail.after ? durationSeconds(mail.after) : 0;
}

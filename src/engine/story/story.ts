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
  /** How many desks of the level are behind: those told, and those of which no mail was owed. */
  readonly passed: number;
  readonly due: readonly Mail[];
  readonly speakingUp: readonly SpeakingUp[];
  readonly forwardings: readonly Forwarding[];
  readonly exposures: readonly Exposure[];
  readonly exposed: readonly ExposedContact[];
  readonly leaks: readonly ContentLeak[];
  readonly breach: boolean;
}

type Findings = Pick<Story, 'speakingUp' | 'forwardings' | 'exposures' | 'exposed' | 'leaks' | 'breach'>;

/** What some desks have led to. What it takes long to find is found when somebody asks: a search asks for little of it. */
class FoundOn implements Findings {
  readonly desks: readonly StoryDesk[];
  readonly book: AddressBook;
  readonly relations: Relations;

  constructor(desks: readonly StoryDesk[], book: AddressBook, bonds: Relations) {
    this.desks = desks;
    this.book = book;
    this.relations = bonds;
  }

  get speakingUp() {
    return this.desks.flatMap((desk) => desk.speakingUp);
  }

  get forwardings() {
    return this.desks.flatMap((desk) => desk.forwardings);
  }

  get exposures(): readonly Exposure[] {
    return (this.#exposures ??= this.#disclosed());
  }
  #exposures: readonly Exposure[] | undefined;

  #disclosed(): readonly Exposure[] {
    const { desks, speakingUp, forwardings: passedOn } = this;
    const [only, ...others] = desks;
    if (only && others.length === 0) return only.exposures;
    const quoting = desks.flatMap((desk) => desk.mails);
    const mails = quoting.map(({ delivered }) => delivered);
    return disclose({ mails, speakingUp, forwardings: passedOn, quoting }, this.relations, this.book);
  }

  get exposed(): readonly ExposedContact[] {
    return (this.#exposed ??= exposedContacts(this.exposures, this.book));
  }
  #exposed: readonly ExposedContact[] | undefined;

  get leaks(): readonly ContentLeak[] {
    return (this.#leaks ??= this.desks.flatMap((desk) => desk.mails.flatMap(leaksOf)));
  }
  #leaks: readonly ContentLeak[] | undefined;

  get breach(): boolean {
    return (this.#breach ??= this.leaks.some(isHarmful) || this.exposures.some(isHarmful));
  }
  #breach: boolean | undefined;
}

/** Being on a mail of sensitivity 0 says nothing about a person. */
export function isHarmful({ sensitivity }: Pick<ContentLeak | Exposure, 'sensitivity'>): boolean {
  return sensitivity >= 1;
}

class ToldStory extends FoundOn implements Story {
  readonly level: Level;
  readonly routing: Routing;
  readonly passed: number;
  readonly due: readonly Mail[];

  constructor(
    { level, book, bonds }: People,
    routing: Routing,
    desks: readonly StoryDesk[],
    passed: number,
    due: readonly Mail[] = [],
  ) {
    super(desks, book, bonds);
    this.level = level;
    this.routing = routing;
    this.passed = passed;
    this.due = due;
  }
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
  /** The mails of each desk. */
  readonly desks: readonly (readonly Mail[])[];
  /** Who is on the desk for each mail that has the same people in every play: all but an apology. */
  readonly onDesk: ReadonlyMap<Mail, OnDesk>;
}

type OnDesk = Pick<StoryMail, 'onDesk' | 'concerns'>;

function onDeskFor(level: Level, book: AddressBook, mail: Mail, exposed: readonly ContactId[]): OnDesk {
  const onDesk = contactsOn(level, mail, exposed);
  return { onDesk, concerns: new Set(onDesk.flatMap((contact) => book.expand(contact))) };
}

const known = new WeakMap<Level, People>();

/** Cached, as it depends on the level alone and a search over many routings needs it often. */
function peopleIn(original: Level): People {
  let people = known.get(original);
  if (!people) {
    const contacts = original.contacts.toSorted((a, b) => (a.id < b.id ? -1 : 1));
    const level = { ...original, contacts };
    const book = addressBook(level);
    const alike = level.mails.filter(({ affected }) => affected !== true);
    const onDesk = new Map(alike.map((mail) => [mail, onDeskFor(level, book, mail, [])]));
    people = { level, book, bonds: relations(level, book), desks: byDesk(level), onDesk };
    known.set(original, people);
  }
  return people;
}

/**
 * Sends the mails that the routing addresses, desk by desk, since an apology depends on the mails before it.
 * @param soFar a story of the same level; if the routing continues it, this tells only what is new
 */
export function tell(original: Level, routing: Routing, soFar?: Story): Story {
  const people = peopleIn(original);
  const { level, book, bonds } = people;
  const earlier = soFar && isContinued(soFar, people, routing) ? soFar : null;
  const told = [...(earlier?.desks ?? [])];
  for (const [passed, mails] of people.desks.entries()) {
    if (passed < (earlier?.passed ?? 0)) continue;
    const before = told.length === earlier?.desks.length ? earlier : new FoundOn([...told], book, bonds);
    const corrects = mails.some(({ affected, when }) => affected === true || when === 'breach');
    const exposed = corrects ? before.exposed.map(({ contact }) => contact) : [];
    const onDesk = (mail: Mail) => people.onDesk.get(mail) ?? onDeskFor(level, book, mail, exposed);
    // A mail with nobody on its desk could not be sent, and would keep the story from going on.
    const owed = mails.filter((mail) => (mail.when !== 'breach' || before.breach) && onDesk(mail).onDesk.length > 0);
    const due = owed.filter((mail) => !(mail.id in routing));
    if (due.length > 0) return new ToldStory(people, routing, told, passed, due);
    const sent = owed.map((mail, index) => storyMail(level, mail, index, onDesk(mail), routing, book));
    const [first] = sent;
    if (first) told.push(storyDesk(first, sent, new Set(exposed), bonds, book));
  }
  return new ToldStory(people, routing, told, people.desks.length);
}

/** True when a routing leaves what a story has told as it is: it addresses the same mails in the same way, and more. */
function isContinued({ level, routing: before }: Story, people: People, routing: Routing): boolean {
  const isNew = (mail: string) => mail in routing && !(mail in before);
  return (
    level === people.level &&
    Object.keys(before).every((mail) => before[mail] === routing[mail]) &&
    // A mail of a series can quote one of a later desk.
    level.mails.every(({ id, thread }) => !(id in before && thread && isNew(thread.of)))
  );
}

function storyDesk(
  first: StoryMail,
  mails: readonly StoryMail[],
  affected: ReadonlySet<ContactId>,
  bonds: Relations,
  book: AddressBook,
): StoryDesk {
  const delivered = mails.map((mail) => mail.delivered);
  let speakingUp: readonly SpeakingUp[] | undefined;
  let passedOn: readonly Forwarding[] | undefined;
  let exposures: readonly Exposure[] | undefined;
  const flow: Flow = {
    mails: delivered,
    get speakingUp() {
      return (speakingUp ??= delivered.flatMap(spokenUp));
    },
    get forwardings() {
      return (passedOn ??= delivered.flatMap((mail) => forwardings(mail, book)));
    },
    quoting: mails,
  };
  return {
    id: deskName(first.mail),
    at: first.at,
    mails,
    affected,
    get speakingUp() {
      return flow.speakingUp;
    },
    get forwardings() {
      return flow.forwardings;
    },
    get exposures() {
      return (exposures ??= disclose(flow, bonds, book));
    },
  };
}

function storyMail(
  level: Level,
  mail: Mail,
  index: number,
  onDesk: OnDesk,
  routing: Routing,
  book: AddressBook,
): StoryMail {
  const delivered = deliver(mail, routing[mail.id] ?? {}, book);
  return {
    mail,
    at: sendingTime(mail) + index * MINUTE,
    ...onDesk,
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

import {
  FIELDS,
  type ContactId,
  type Field,
  type Level,
  type LevelText,
  type Mail,
  type MailId,
} from '../level/level.ts';
import { contactsOn, deskName, isOptional } from '../story/desks.ts';
import { prefilledByThread, quotedBy, type Quoted } from '../mail/thread.ts';
import type { Outcome } from './outcome.ts';
import type { MailRouting, Routing } from '../mail/routing.ts';

/** What the player addresses together: one mail, or all mails of a series. */
export interface Desk {
  /** The series, or the id of the only mail. */
  readonly id: string;
  readonly mails: readonly MailId[];
  /** The cards on this desk, in the order of the level. */
  readonly contacts: readonly ContactId[];
  /** The trays on this desk, in the order to, cc, bcc, separate, none. */
  readonly fields: readonly Field[];
  /** Cards that the mail program has already placed. */
  readonly prefilled: Readonly<Record<ContactId, Field>>;
  /** The name of the `instead` tray; null if there is none. */
  readonly instead: LevelText | null;
  /** The earlier mails quoted below the one to send, the newest first. */
  readonly quoted: readonly Quoted[];
  /** The number of To and Cc addresses of one mail at which the mail program warns; null if it does not. */
  readonly warnsAt: number | null;
  /** True when the player may also send nothing. */
  readonly optional: boolean;
}

function leastWarning(mails: readonly Mail[]): number | null {
  const counts = mails.flatMap((mail) => mail.warnsAt ?? []);
  return counts.length > 0 ? Math.min(...counts) : null;
}

/** Returns what the mail program fills in: the fields from a thread, overridden by those from the level. */
function prefilledOn(level: Level, mail: Mail, sent: Routing): MailRouting {
  return { ...(mail.thread && prefilledByThread(level, mail.thread, sent)), ...mail.prefilled };
}

/** What followed from the mails sent so far, as far as the next desk depends on it. */
export type SoFar = Pick<Outcome, 'due'> & {
  readonly sent: readonly Pick<Outcome['sent'][number], 'mail' | 'cards'>[];
  readonly exposed: readonly Pick<Outcome['exposed'][number], 'contact'>[];
};

/** Only an apology asks for them, so that nobody else waits for them to be worked out. */
function exposedFor(mails: readonly Mail[], outcome: Pick<SoFar, 'exposed'>): readonly ContactId[] {
  return mails.some(({ affected }) => affected) ? outcome.exposed.map(({ contact }) => contact) : [];
}

/**
 * Returns the desk that the player must address next.
 * @param outcome what followed from the mails sent so far
 * @returns null when every mail that is due has been addressed
 */
export function deskOf(level: Level, outcome: SoFar): Desk | null {
  const mails = level.mails.filter((mail) => outcome.due.includes(mail.id));
  const [first] = mails;
  if (!first) return null;
  const exposed = exposedFor(mails, outcome);
  const onDesk = new Set(mails.flatMap((mail) => contactsOn(level, mail, exposed)));
  const sent = Object.fromEntries(outcome.sent.map(({ mail, cards }) => [mail, cards]));
  const offered = new Set<Field>([...mails.flatMap((mail) => mail.fields), 'none']);
  return {
    id: deskName(first),
    mails: mails.map((mail) => mail.id),
    contacts: level.contacts.map((contact) => contact.id).filter((contact) => onDesk.has(contact)),
    fields: FIELDS.filter((field) => offered.has(field)),
    prefilled: Object.fromEntries(
      mails
        .flatMap((mail) => Object.entries(prefilledOn(level, mail, sent)))
        .filter(([contact, field]) => onDesk.has(contact) && offered.has(field)),
    ),
    instead: first.instead?.name ?? null,
    quoted: quotedBy(level, first, sent),
    warnsAt: leastWarning(mails),
    optional: mails.every(isOptional),
  };
}

/**
 * Returns the routing of a desk's mails, from the fields of its cards. A card counts only on those mails that have it
 * on their desk.
 */
export function routeDesk(level: Level, outcome: Pick<SoFar, 'exposed'>, desk: Desk, placement: MailRouting): Routing {
  const mails = level.mails.filter((mail) => desk.mails.includes(mail.id));
  const exposed = exposedFor(mails, outcome);
  return Object.fromEntries(
    mails.map((mail) => {
      const onDesk = new Set(contactsOn(level, mail, exposed));
      return [
        mail.id,
        Object.fromEntries(
          Object.entries(placement).filter(([contact, field]) => onDesk.has(contact) && field !== 'none'),
        ),
      ];
    }),
  );
}

import {
  mailboxCount,
  viewOf,
  type ContactId,
  type Copy,
  type Level,
  type MailboxRun,
  type Routing,
} from '../engine/index.ts';
import { formatList, t, textOf } from '../i18n/index.ts';
import type { Arrival } from './timeline/actors.ts';

/** One line of a letter on the table. */
export interface LetterLine {
  readonly label: string;
  readonly text: string;
  /** It names people whom this reader should not see. */
  readonly seen: boolean;
}

/** What a reader finds in the first mail of an arrival. */
export interface LetterText {
  readonly lines: readonly LetterLine[];
}

/**
 * Returns the lines To and Cc for the letter that rises from an inbox.
 * @param strangers whom this reader sees but should not
 */
export function letterTextOf(
  level: Level,
  routing: Routing,
  arrival: Arrival,
  strangers: ReadonlySet<ContactId>,
): LetterText {
  const copies = arrival.mails.flatMap(
    (mail) => viewOf(level, routing, mail, { contact: arrival.actor, index: 0 }) ?? [],
  );
  const [copy] = copies;
  if (!copy) return { lines: [] };
  if (copies.length > 1) {
    const lines = [{ label: '', text: t('count.mails', { count: copies.length }), seen: false }];
    return { lines: [...lines, ...headers(level, copy, strangers)] };
  }
  return { lines: headers(level, copy, strangers) };
}

function headers(level: Level, copy: Copy, strangers: ReadonlySet<ContactId>): LetterLine[] {
  const line = (label: string, runs: readonly MailboxRun[]): LetterLine[] =>
    runs.length === 0
      ? []
      : [{ label, text: namesIn(level, runs), seen: runs.some(({ contact }) => strangers.has(contact)) }];
  const to = copy.toPlaceholder === null ? line(t('field.to'), copy.to) : [];
  return [
    ...(copy.toPlaceholder === null ? to : [{ label: t('field.to'), text: copy.toPlaceholder, seen: false }]),
    ...line(t('field.cc'), copy.cc),
  ];
}

function namesIn(level: Level, runs: readonly MailboxRun[]): string {
  return formatList(
    runs.map((run) =>
      run.people > 1
        ? t('count.addresses', { count: mailboxCount([run]) })
        : textOf(level.contacts.find(({ id }) => id === run.contact)?.name ?? run.pattern),
    ),
  );
}

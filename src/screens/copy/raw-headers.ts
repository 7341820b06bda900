import { eml, mailboxCount, type Copy, type MailboxRun } from '../../engine/index.ts';
import { textOf } from '../../i18n/index.ts';

/** The most addresses of a crowd that are written out; the saved file has all of them. */
const WRITTEN = 60;

/** Returns the header of one copy line by line, as the mailbox stores it (RFC 5322). */
export interface RawHeaders {
  readonly text: string;
  /** How many addresses were left out, because the list would be endless. */
  readonly left: number;
}

/**
 * Returns the full headers of a copy, with long address lines cut short.
 * @param at seconds of story time at which the mail was sent
 */
export function rawHeaders(copy: Copy, at: number): RawHeaders {
  const [to, cc] = [cut(copy.to), cut(copy.cc)];
  const left = mailboxCount(copy.to) - mailboxCount(to) + mailboxCount(copy.cc) - mailboxCount(cc);
  let text = '';
  for (const piece of eml({ ...copy, to, cc }, { at, textOf })) {
    text += piece;
    if (text.includes('\r\n\r\n')) break;
  }
  return { text: text.slice(0, text.indexOf('\r\n\r\n')).replaceAll('\r\n', '\n'), left };
}

function cut(runs: readonly MailboxRun[]): MailboxRun[] {
  let room = WRITTEN;
  return runs.flatMap((run) => {
    const people = Math.min(room, run.people);
    room -= people;
    return people > 0 ? [{ ...run, people }] : [];
  });
}

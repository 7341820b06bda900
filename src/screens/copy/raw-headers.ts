import { eml, mailboxCount, type Copy, type MailboxRun } from '../../engine/index.ts';
import { textOf } from '../../i18n/index.ts';

/** The most addresses of a crowd that are written out; the saved file has all of them. */
const WRITTEN = 60;

/** The header of one copy as the mailbox has it (RFC 5322), line by line. */
export interface RawHeaders {
  readonly text: string;
  /** Addresses that were left out, as they would not end. */
  readonly left: number;
}

/**
 * The full headers of a copy, long address lines cut.
 *
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

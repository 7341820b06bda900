import type { LevelText } from '../../level/level.ts';
import { base64Lines, displayName, headerWords } from './mime.ts';
import type { MailboxRun } from '../header-lines.ts';
import { mailboxCount, mailboxesFrom, type Copy } from '../view.ts';

/** Story time has no date, but an exported mail needs one (RFC 5322 §3.6), so the first mail's date is fixed. */
// oxlint-disable-next-line no-restricted-globals -- calendar arithmetic on a fixed moment reads no clock
const FIRST_MAIL = Date.UTC(2024, 0, 8, 9, 0, 0);
/** A line with an encoded word has at most 76 characters (RFC 2047 §2); RFC 5322 §2.1.1 asks for at most 78 in the others. */
const LINE = 76;
/** How many addresses are written at a time, so that a header of a million is never completely in memory. */
const BLOCK = 1000;

export interface EmlOptions {
  /** Seconds of story time at which the mail was sent. */
  readonly at: number;
  /** The language of names, subject and body. */
  readonly textOf: (text: LevelText) => string;
}

/**
 * Writes one recipient's copy as a mail file (.eml; RFC 5322), as the mailbox holds it.
 * @param copy from `viewOf`
 * @returns pieces of text with CRLF line ends, in order; together they are the mail
 */
export function* eml(copy: Copy, { at, textOf }: EmlOptions): Generator<string, void, undefined> {
  const mailbox = (name: LevelText | null, address: string) =>
    name === null ? [address] : [...displayName(textOf(name)), `<${address}>`];
  yield `Date: ${mailDate(at)}\r\n`;
  yield* folded('From', mailbox(copy.from.name, copy.from.address));
  if (copy.replyTo !== null) yield* folded('Reply-To', [copy.replyTo]);
  if (copy.toPlaceholder !== null) yield `To: ${copy.toPlaceholder}\r\n`;
  yield* addressLine('To', copy.to, mailbox);
  yield* addressLine('Cc', copy.cc, mailbox);
  if (copy.bcc?.length === 0) yield 'Bcc: \r\n';
  yield* addressLine('Bcc', copy.bcc ?? [], mailbox);
  yield* folded('Subject', headerWords(textOf(copy.subject)));
  yield* folded('Message-ID', [`<${copy.messageId}>`]);
  yield 'MIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n';
  for (const line of base64Lines(textOf(copy.body).replaceAll(/\r?\n/g, '\r\n'))) yield `${line}\r\n`;
}

const DAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const two = (number: number) => String(number).padStart(2, '0');

/** RFC 5322 §3.3 */
function mailDate(at: number): string {
  // oxlint-disable-next-line no-restricted-globals -- calendar arithmetic on a fixed moment reads no clock
  const date = new Date(FIRST_MAIL + at * 1000);
  const day = `${DAYS[date.getUTCDay()] ?? ''}, ${String(date.getUTCDate())} ${MONTHS[date.getUTCMonth()] ?? ''}`;
  const time = [date.getUTCHours(), date.getUTCMinutes(), date.getUTCSeconds()].map(two).join(':');
  return `${day} ${String(date.getUTCFullYear())} ${time} +0000`;
}

function* addressLine(
  name: string,
  runs: readonly MailboxRun[],
  mailbox: (name: LevelText | null, address: string) => string[],
): Generator<string, void, undefined> {
  const total = mailboxCount(runs);
  for (let start = 0; start < total; start += BLOCK) {
    const written = mailboxesFrom(runs, start, BLOCK).flatMap((one, index) => {
      const words = mailbox(one.name, one.address);
      return start + index === total - 1 ? words : [...words.slice(0, -1), `${words.at(-1) ?? ''},`];
    });
    yield* folded(start === 0 ? name : null, written);
  }
}

/**
 * Writes one header field, folded between its words (RFC 5322 §2.2.3); without a name it continues the previous field.
 */
function* folded(name: string | null, words: readonly string[]): Generator<string, void, undefined> {
  let line = name === null ? '' : `${name}:`;
  let text = '';
  for (const word of words) {
    if (line !== '' && line.length + 1 + word.length > LINE) {
      text += `${line}\r\n`;
      line = '';
    }
    line += ` ${word}`;
  }
  yield `${text}${line}\r\n`;
}

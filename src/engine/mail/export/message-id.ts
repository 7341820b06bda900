import type { Level, MailId } from '../../level/level.ts';
import { utf8 } from './mime.ts';

/**
 * Returns a Message-ID (RFC 5322 §3.6.4) without the angle brackets: a dot-atom on both sides of the at sign, for any
 * address.
 * @param own the address of a separate mail; null for the shared mail
 * @returns the same id for every spelling of one mailbox, and a different one for every other mailbox
 */
export function messageId({ id, sender }: Level, mail: MailId, own: string | null): string {
  const left = [id, mail, ...(own === null ? [] : [own.toLowerCase()])].map(atom).join('.');
  const domain = sender.address.slice(sender.address.lastIndexOf('@') + 1);
  return `${left}@${domain.split('.').map(atom).join('.')}`;
}

/**
 * Returns one atom (RFC 5322 §3.2.3) that can be decoded again: a byte that is not a letter, digit or hyphen becomes
 * `=` and two digits.
 */
function atom(text: string): string {
  if (text === '') return '=';
  return Array.from(utf8(text), (byte) => {
    const character = String.fromCharCode(byte);
    return /[A-Za-z0-9-]/.test(character) ? character : `=${byte.toString(16).padStart(2, '0')}`;
  }).join('');
}

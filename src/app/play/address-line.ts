import type { Command, ContactId, Desk, Level, Placement } from '../../engine/index.ts';
import { textOf } from '../../i18n/index.ts';

/**
 * What the address line of mail software knows: whom it suggests while somebody types, and in which order. It ends in the
 * same `place` commands as a drag; the engine knows nothing of it.
 */

/** Whom the level lets the address line suggest at this desk, the first one on top; empty where the player does not type. */
function offered({ mails }: Level, desk: Desk): ContactId[] {
  const mail = mails.find(({ id }) => id === desk.mails[0]);
  const all = mail?.suggestions?.flatMap(({ contacts }) => contacts) ?? [];
  return [...new Set(all)].filter((contact) => desk.contacts.includes(contact));
}

/** True at a desk where the player types names. */
export function hasAddressLine(level: Level, desk: Desk): boolean {
  return offered(level, desk).length > 0;
}

/** The contacts that were placed at the desk the player is at, the last one first. */
function lastUsed(log: readonly Command[]): ContactId[] {
  const here = log.slice(log.findLastIndex(({ type }) => type === 'send' || type === 'skip') + 1);
  return [...new Set(here.flatMap((command) => (command.type === 'place' ? command.contacts : [])).toReversed())];
}

/**
 * The contacts whose cards lie on the desk. Somebody whom the address line suggests has no card in the address book: the
 * player has to find them by name. Once used, the card is there.
 *
 * @param log of the play: it says who has been used
 */
export function contactsOnDesk(
  level: Level,
  desk: Desk,
  placement: Placement,
  log: readonly Command[],
): readonly ContactId[] {
  const hidden = new Set(offered(level, desk));
  if (hidden.size === 0) return desk.contacts;
  const used = new Set(lastUsed(log));
  return desk.contacts.filter(
    (contact) => !hidden.has(contact) || used.has(contact) || (placement[contact] ?? 'none') !== 'none',
  );
}

/** Letters without case and marks, so that "jose" finds "José". */
function plain(text: string): string {
  return text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase().trim();
}

/** The words by which somebody is found: of the name, and of the address. */
function wordsOf(name: string, address: string): string[] {
  return [...plain(name).split(/[\s,.·()-]+/u), ...plain(address).split(/[.@_-]+/u), plain(address)].filter(Boolean);
}

/**
 * Whom the address line suggests for what is typed: first as the level says, look-alikes on top, then everybody else of the
 * desk, the last used first. Each typed word has to begin a word of the name or the address. Nothing typed finds everybody.
 * People who get the mail already are not suggested again.
 */
export function suggest(
  level: Level,
  desk: Desk,
  placement: Placement,
  log: readonly Command[],
  typed: string,
): ContactId[] {
  const wanted = plain(typed);
  const parts = wanted.split(/\s+/u).filter(Boolean);
  const mail = level.mails.find(({ id }) => id === desk.mails[0]);
  const byTyping = new Set(
    mail?.suggestions?.flatMap((entry) => (plain(entry.typed).startsWith(wanted) ? entry.contacts : [])),
  );
  const found = (id: ContactId) => {
    if (byTyping.has(id)) return true;
    const contact = level.contacts.find((one) => one.id === id);
    const words = contact ? wordsOf(textOf(contact.name), contact.address) : [];
    return parts.every((part) => words.some((word) => word.startsWith(part)));
  };
  const order = [...new Set([...offered(level, desk), ...lastUsed(log), ...desk.contacts])];
  return order.filter((id) => desk.contacts.includes(id) && (placement[id] ?? 'none') === 'none' && found(id));
}

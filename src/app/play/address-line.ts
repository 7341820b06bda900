import type { Command, ContactId, Desk, Level, Placement } from '../../engine/index.ts';
import { textOf } from '../../i18n/index.ts';

/**
 * The suggestions of the address line while someone types, and their order. A choice ends in the same `place` command
 * as a drag, so the engine knows nothing about typing.
 */

/**
 * The contacts that the level lets the address line suggest at this desk, in its order; empty if the player does not
 * type.
 */
function offered({ mails }: Level, desk: Desk): ContactId[] {
  const mail = mails.find(({ id }) => id === desk.mails[0]);
  const all = mail?.suggestions?.flatMap(({ contacts }) => contacts) ?? [];
  return [...new Set(all)].filter((contact) => desk.contacts.includes(contact));
}

/** True at a desk where the player types names. */
export function hasAddressLine(level: Level, desk: Desk): boolean {
  return offered(level, desk).length > 0;
}

/** The contacts that were placed at the current desk, the last one first. */
function lastUsed(log: readonly Command[]): ContactId[] {
  const here = log.slice(log.findLastIndex(({ type }) => type === 'send' || type === 'skip') + 1);
  return [...new Set(here.flatMap((command) => (command.type === 'place' ? command.contacts : [])).toReversed())];
}

/**
 * Returns the contacts whose cards are on the desk. A contact that the address line suggests has no card in the address
 * book, because the player has to find it by name. Once used, the card appears.
 * @param log of the play, which shows who has been used
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

/** The characters between the words of a name or an address. */
const BETWEEN_WORDS = /[\s,،、，.·・()@_-]+/u;

/** The words to search in: those of the name, and those of the address. */
function wordsOf(name: string, address: string): string[] {
  return [...plain(name).split(BETWEEN_WORDS), ...plain(address).split(BETWEEN_WORDS)].filter(Boolean);
}

/**
 * Returns suggestions for what is typed: first in the level's order, look-alikes on top, then everyone else on the
 * desk, the last used first. Each typed word must begin a word of the name or the address. Without text, everyone
 * matches. Contacts that already get the mail are left out.
 */
export function suggest(
  level: Level,
  desk: Desk,
  placement: Placement,
  log: readonly Command[],
  typed: string,
): ContactId[] {
  const wanted = plain(typed);
  const parts = wanted.split(BETWEEN_WORDS).filter(Boolean);
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

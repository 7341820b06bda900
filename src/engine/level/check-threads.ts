import { duplicates, unknownContacts, type IdFault, type Path } from './check-ids.ts';
import { isExpandable } from './contact.ts';
import type { Fault } from './fault.ts';
import type { Level, Mail } from './level.ts';

export const THREAD_FAULT_CODES = ['needs-of-list', 'id-of-a-mail'] as const;
type ThreadFault = IdFault | Fault<(typeof THREAD_FAULT_CODES)[number]>;

/**
 * A mail may state the needs of single contacts only; groups and lists need nothing themselves, but their members do.
 */
export function checkNeeds(level: Level, needs: Mail['needs'], path: Path): ThreadFault[] {
  return Object.keys(needs ?? {}).flatMap((id): ThreadFault[] => {
    const contact = level.contacts.find((one) => one.id === id);
    if (!contact) return unknownContacts(level, [id], () => [...path, id]).map((fault) => ({ ...fault, ofName: true }));
    return isExpandable(contact) ? [{ code: 'needs-of-list', path: [...path, id], params: { id }, ofName: true }] : [];
  });
}

/** A mail can only follow one that the player already has: received, or sent from an earlier desk. */
export function checkThread(level: Level, { thread, series }: Mail, index: number): ThreadFault[] {
  if (!thread) return [];
  const earlier = level.mails.slice(0, index).filter((mail) => series === undefined || mail.series !== series);
  const known = [...(level.received ?? []), ...earlier].map(({ id }) => id);
  if (known.includes(thread.of)) return [];
  return [{ code: 'unknown-mail', path: ['mails', index, 'thread', 'of'], params: { id: thread.of }, known }];
}

/** Finds problems in the mails that the player has received. */
export function checkReceived(level: Level): ThreadFault[] {
  const received = level.received ?? [];
  const faults: ThreadFault[] = duplicates(received, 'received');
  for (const [index, { id, from, to = [], cc = [], needs }] of received.entries()) {
    const at = (...rest: (string | number)[]): Path => ['received', index, ...rest];
    if (level.mails.some((mail) => mail.id === id))
      faults.push({ code: 'id-of-a-mail', path: at('id'), params: { id } });
    faults.push(
      ...unknownContacts(level, [from], () => at('from')),
      ...unknownContacts(level, to, (place) => at('to', place)),
      ...unknownContacts(level, cc, (place) => at('cc', place)),
      ...checkNeeds(level, needs, at('needs')),
    );
  }
  return faults;
}

import type { Fault } from './fault.ts';
import type { Level } from './level.ts';

export type Path = Fault['path'];
export type IdFault = Fault<'duplicate-id' | 'unknown-contact' | 'unknown-mail'>;

/** Finds duplicate ids in a list. */
export function duplicates(items: readonly { readonly id: string }[], list: string): IdFault[] {
  const seen = new Set<string>();
  return items.flatMap(({ id }, index) => {
    if (!seen.has(id)) {
      seen.add(id);
      return [];
    }
    return [{ code: 'duplicate-id' as const, path: [list, index, 'id'], params: { id } }];
  });
}

/** Finds ids that no contact of the level has. */
export function unknownContacts(level: Level, ids: readonly string[], pathTo: (index: number) => Path): IdFault[] {
  const known = new Set(level.contacts.map(({ id }) => id));
  return ids.flatMap((id, index) =>
    known.has(id) ? [] : [{ code: 'unknown-contact' as const, path: pathTo(index), params: { id }, known: [...known] }],
  );
}

/** Finds ids that no mail of the level has. */
export function unknownMails(level: Level, ids: readonly string[], pathTo: (index: number) => Path): IdFault[] {
  const known = level.mails.map(({ id }) => id);
  return ids.flatMap((id, index) =>
    known.includes(id) ? [] : [{ code: 'unknown-mail' as const, path: pathTo(index), params: { id }, known }],
  );
}

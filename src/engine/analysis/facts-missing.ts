import { isExpandable } from '../mail/contacts.ts';
import type { ContactId, Level } from '../level/level.ts';
import { isFor } from '../level/needs.ts';
import type { Fact } from '../level/fact.ts';

/** A fact that a level does not state, and how the level looks with it. */
export interface MissingFact {
  readonly fact: Fact;
  readonly level: Level;
}

/**
 * Lists facts that the author of a level may have had in mind without stating them: that someone must be seen, must act
 * or must not get the mail, that the people of a mail know of each other, how sensitive it is.
 */
export function factsMissing(level: Level): MissingFact[] {
  return [
    ...level.contacts.flatMap((_, index) => ofContact(level, index)),
    ...level.mails.flatMap((_, index) => [...sensitivities(level, index), ...sharedContext(level, index)]),
  ];
}

const NEEDS_MISSED = ['act', 'nothing'] as const;

function ofContact(level: Level, index: number): MissingFact[] {
  const contact = level.contacts[index];
  if (!contact || isExpandable(contact)) return [];
  const fact = (kind: Fact['kind'], name: string, value: string): Fact => ({
    kind,
    path: ['contacts', index, name],
    contacts: [contact.id],
    others: [],
    mail: null,
    value,
  });
  const changed = (change: Partial<Level['contacts'][number]>): Level => ({
    ...level,
    contacts: level.contacts.with(index, { ...contact, ...change }),
  });
  return [
    ...(contact.mustBeSeen === true
      ? []
      : [{ fact: fact('must-be-seen', 'mustBeSeen', ''), level: changed({ mustBeSeen: true }) }]),
    ...NEEDS_MISSED.filter((needs) => needs !== contact.needs).map((needs) => ({
      fact: fact('needs', 'needs', needs),
      level: changed({ needs }),
    })),
  ];
}

const SENSITIVITIES = [0, 1, 2, 3] as const;

function sensitivities(level: Level, index: number): MissingFact[] {
  const mail = level.mails[index];
  if (!mail) return [];
  return SENSITIVITIES.filter((sensitivity) => sensitivity !== mail.sensitivity).map((sensitivity) => ({
    fact: {
      kind: 'sensitivity',
      path: ['mails', index, 'sensitivity'],
      contacts: [],
      others: [],
      mail: mail.id,
      value: String(sensitivity),
    },
    level: { ...level, mails: level.mails.with(index, { ...mail, sensitivity }) },
  }));
}

function sharedContext(level: Level, index: number): MissingFact[] {
  const mail = level.mails[index];
  if (!mail) return [];
  const members: ContactId[] = level.contacts.map(({ id }) => id).filter((id) => isFor(mail, id));
  if (members.length < 2) return [];
  return [
    {
      fact: { kind: 'context', path: ['circles'], contacts: members, others: [], mail: mail.id, value: '' },
      level: {
        ...level,
        // An id that no author can write, so that it is not one of theirs.
        circles: [...(level.circles ?? []), { id: '*', members, bond: 'context', mails: [mail.id] }],
      },
    },
  ];
}

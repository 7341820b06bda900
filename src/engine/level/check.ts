import { conditionsOf, contactsNamedBy } from './beat-format.ts';
import { durationSeconds } from './duration.ts';
import { canLieIn, isExpandable, peopleOf } from './contact.ts';
import { duplicates, unknownContacts, unknownMails, type Path } from './check-ids.ts';
import { checkMailboxes, MAILBOX_FAULT_CODES } from './check-mailboxes.ts';
import { checkNeeds, checkReceived, checkThread, THREAD_FAULT_CODES } from './check-threads.ts';
import { checkExpectationFormat, EXPECTATION_FAULT_CODES } from './expectations.ts';
import type { Fault } from './fault.ts';
import { MAX_PEOPLE, type Level } from './level.ts';

export const LEVEL_FAULT_CODES = [
  'duplicate-id',
  'duplicate-language',
  'unknown-contact',
  'unknown-mail',
  'list-without-members',
  'members-without-list',
  'forwards-to-nobody',
  'crowd-without-number',
  'number-without-crowd',
  'too-many-people',
  'address-malformed',
  'address-not-reserved',
  'field-not-offered',
  'affected-without-breach',
  'first-mail-conditional',
  'beat-before-first',
  'list-cycle',
  'batches-do-not-sum',
  'too-many-placements',
  'series-fields-differ',
  'instead-half-said',
  'cc-on-separate-not-offered',
  ...MAILBOX_FAULT_CODES,
  ...THREAD_FAULT_CODES,
  ...EXPECTATION_FAULT_CODES,
] as const;
export type LevelFaultCode = (typeof LEVEL_FAULT_CODES)[number];
export type LevelFault = Fault<LevelFaultCode>;

/** The most cards on all mails together. */
const MAX_PLACEMENTS = 90;

/** Domains that can never belong to a real person (RFC 2606 §2 and §3, RFC 6761 §6). */
const RESERVED_TOP_LEVEL = ['example', 'test', 'invalid', 'localhost'];
const RESERVED_SECOND_LEVEL = ['example.com', 'example.net', 'example.org'];
/** Dot-atoms on both sides of the at sign (RFC 5322 §3.4.1); level files need no quoted local parts. */
const ADDRESS =
  /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*@([A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?\.)*[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?$/;

/** True for a mail address on a domain that is reserved for examples and tests. */
export function isReservedAddress(address: string): boolean {
  const domain = address.slice(address.lastIndexOf('@') + 1).toLowerCase();
  const labels = domain.split('.');
  return RESERVED_TOP_LEVEL.includes(labels.at(-1) ?? '') || RESERVED_SECOND_LEVEL.includes(labels.slice(-2).join('.'));
}

/**
 * Finds everything that keeps a well-formed level from being played.
 * @returns faults in the order of the parts of a level; empty when it can be played
 */
export function checkLevel(level: Level): LevelFault[] {
  return [
    ...checkTranslations(level),
    ...checkContacts(level),
    ...checkMailboxes(level),
    ...checkCycles(level),
    ...checkBatches(level),
    ...checkCircles(level),
    ...checkReceived(level),
    ...checkMails(level),
    ...checkBeats(level),
    ...checkExpectationFormat(level),
  ];
}

function checkTranslations({ translations = [] }: Level): LevelFault[] {
  return translations.flatMap((language, index) =>
    translations.indexOf(language) < index
      ? [{ code: 'duplicate-language' as const, path: ['translations', index], params: { language } }]
      : [],
  );
}

function checkAddress(address: string, path: Path): LevelFault[] {
  const sample = address.replaceAll('{n}', '1');
  if (!ADDRESS.test(sample)) return [{ code: 'address-malformed', path, params: { address } }];
  return isReservedAddress(sample) ? [] : [{ code: 'address-not-reserved', path, params: { address } }];
}

/** Finds what is wrong with an address that no contact has: `{n}` numbers the people of a contact. */
function checkSingleAddress(address: string, path: Path): LevelFault[] {
  if (!address.includes('{n}')) return checkAddress(address, path);
  return [{ code: 'number-without-crowd', path, params: { address } }];
}

function checkContacts(level: Level): LevelFault[] {
  const faults: LevelFault[] = [
    ...checkSingleAddress(level.sender.address, ['sender', 'address']),
    ...duplicates(level.contacts, 'contacts'),
  ];
  for (const [index, contact] of level.contacts.entries()) {
    const at = (...rest: (string | number)[]): Path => ['contacts', index, ...rest];
    faults.push(...checkAddress(contact.address, at('address')));
    if (peopleOf(contact) > 1 && !contact.address.includes('{n}')) {
      faults.push({ code: 'crowd-without-number', path: at('address'), params: { address: contact.address } });
    }
    if (isExpandable(contact) && !contact.members)
      faults.push({ code: 'list-without-members', path: at('kind'), params: { id: contact.id } });
    if (!isExpandable(contact) && contact.members)
      faults.push({ code: 'members-without-list', path: at('members'), params: { id: contact.id } });
    faults.push(...unknownContacts(level, contact.members ?? [], (member) => at('members', member)));
    for (const [place, id] of (contact.maySee ?? []).entries()) {
      if (id !== '*') faults.push(...unknownContacts(level, [id], () => at('maySee', place)));
    }
    if (contact.forwardsTo !== undefined) {
      const { forwardsTo } = contact;
      faults.push(...unknownContacts(level, [forwardsTo], () => at('forwardsTo')));
    }
    if (contact.habits?.includes('forwards') && contact.forwardsTo === undefined) {
      faults.push({ code: 'forwards-to-nobody', path: at('habits'), params: { id: contact.id } });
    }
  }
  if (level.contacts.reduce((sum, contact) => sum + peopleOf(contact), 0) > MAX_PEOPLE) {
    faults.push({ code: 'too-many-people', path: ['contacts'], params: { most: String(MAX_PEOPLE) } });
  }
  return faults;
}

function checkCircles(level: Level): LevelFault[] {
  const circles = level.circles ?? [];
  return [
    ...duplicates(circles, 'circles'),
    ...circles.flatMap(({ members, mails = [] }, index) => [
      ...unknownContacts(level, members, (member) => ['circles', index, 'members', member]),
      ...unknownMails(level, mails, (mail) => ['circles', index, 'mails', mail]),
    ]),
  ];
}

/** A list whose members would pass a mail back to it for ever. */
function checkCycles(level: Level): LevelFault[] {
  const members = new Map(level.contacts.map((contact) => [contact.id, contact.members ?? []]));
  const reaches = (from: string, goal: string, seen: Set<string>): boolean => {
    if (seen.has(from)) return false;
    seen.add(from);
    return (members.get(from) ?? []).some((member) => member === goal || reaches(member, goal, seen));
  };
  return level.contacts.flatMap((contact, index) =>
    (contact.members ?? []).flatMap((member, place) =>
      member === contact.id || reaches(member, contact.id, new Set())
        ? [
            {
              code: 'list-cycle' as const,
              path: ['contacts', index, 'members', place],
              params: { id: contact.id, member },
            },
          ]
        : [],
    ),
  );
}

function checkBatches(level: Level): LevelFault[] {
  const { batches } = level;
  if (!batches) return [];
  const unknown = unknownContacts(level, batches.contacts, (index) => ['batches', 'contacts', index]);
  const twice = batches.contacts.flatMap((id, index) =>
    batches.contacts.indexOf(id) < index
      ? [{ code: 'duplicate-id' as const, path: ['batches', 'contacts', index], params: { id } }]
      : [],
  );
  if (unknown.length + twice.length > 0) return [...unknown, ...twice];
  const sum = level.contacts
    .filter(({ id }) => batches.contacts.includes(id))
    .reduce((people, contact) => people + peopleOf(contact), 0);
  if (sum === batches.people) return [];
  return [
    {
      code: 'batches-do-not-sum',
      path: ['batches', 'people'],
      params: { people: String(batches.people), sum: String(sum) },
    },
  ];
}

function checkMails(level: Level): LevelFault[] {
  const faults: LevelFault[] = duplicates(level.mails, 'mails');
  for (const [index, mail] of level.mails.entries()) {
    const at = (...rest: (string | number)[]): Path => ['mails', index, ...rest];
    faults.push(...unknownContacts(level, mail.contacts ?? [], (contact) => at('contacts', contact)));
    for (const [contact, field] of Object.entries(mail.prefilled ?? {})) {
      const unknown = unknownContacts(level, [contact], () => at('prefilled', contact));
      faults.push(...unknown.map((fault) => ({ ...fault, ofName: true })));
      const card = level.contacts.find(({ id }) => id === contact);
      if (field !== 'none' && (!mail.fields.includes(field) || (card && !canLieIn(card, field)))) {
        faults.push({ code: 'field-not-offered', path: at('prefilled', contact), params: { field } });
      }
    }
    faults.push(...checkNeeds(level, mail.needs, at('needs')));
    for (const [place, { contacts }] of (mail.suggestions ?? []).entries()) {
      faults.push(...unknownContacts(level, contacts, (contact) => at('suggestions', place, 'contacts', contact)));
    }
    if (mail.fields.includes('instead') !== (mail.instead !== undefined))
      faults.push({ code: 'instead-half-said', path: at('fields'), params: {} });
    const merges = mail.fields.includes('cc') && mail.fields.includes('separate');
    if (mail.ccOnSeparate === true && !merges)
      faults.push({ code: 'cc-on-separate-not-offered', path: at('ccOnSeparate'), params: {} });
    faults.push(...checkThread(level, mail, index));
    if (mail.replyTo) faults.push(...checkSingleAddress(mail.replyTo, at('replyTo')));
    if (
      mail.recalls !== undefined &&
      !level.mails.slice(0, index).some(({ id, series }) => id === mail.recalls || series === mail.recalls)
    ) {
      const known = level.mails.slice(0, index).flatMap(({ id, series }) => [id, series ?? []].flat());
      faults.push({ code: 'unknown-mail', path: at('recalls'), params: { id: mail.recalls }, known });
    }
    const first = level.mails.find(({ series }) => series !== undefined && series === mail.series);
    if (first && [...first.fields].toSorted().join() !== [...mail.fields].toSorted().join()) {
      faults.push({
        code: 'series-fields-differ',
        path: at('fields'),
        params: { id: first.id, series: mail.series ?? '' },
      });
    }
    if (mail.affected && mail.when !== 'breach')
      faults.push({ code: 'affected-without-breach', path: at('affected'), params: { id: mail.id } });
    if (mail.when === 'breach' && index === 0)
      faults.push({ code: 'first-mail-conditional', path: at('when'), params: { id: mail.id } });
  }
  // With more cards a player loses track, and so does the search for the best way.
  const placements = level.mails.reduce((sum, mail) => sum + (mail.contacts ?? level.contacts).length, 0);
  if (placements > MAX_PLACEMENTS) {
    const params = { placements: String(placements), most: String(MAX_PLACEMENTS) };
    faults.push({ code: 'too-many-placements', path: ['mails'], params });
  }
  return faults;
}

function checkBeats(level: Level): LevelFault[] {
  const beats = level.beats ?? [];
  const mails = new Set(level.mails.map(({ id }) => id));
  const faults: LevelFault[] = duplicates(beats, 'beats');
  for (const [index, { when, after }] of beats.entries()) {
    const at = (...rest: (string | number)[]): Path => ['beats', index, ...rest];
    for (const { condition, path } of conditionsOf(when)) {
      const within = (name: string) => at('when', ...path, name);
      for (const { name, id } of contactsNamedBy(condition))
        faults.push(...unknownContacts(level, [id], () => within(name)));
      if ('mail' in condition && condition.mail !== undefined && !mails.has(condition.mail)) {
        faults.push({ code: 'unknown-mail', path: within('mail'), params: { id: condition.mail }, known: [...mails] });
      }
    }
    if (durationSeconds(after) === 0) faults.push({ code: 'beat-before-first', path: at('after'), params: { after } });
  }
  return faults;
}

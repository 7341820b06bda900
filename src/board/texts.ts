import {
  isCrowd,
  isExpandable,
  isVisibleField,
  peopleOf,
  type Contact,
  type ContactId,
  type Desk,
  type Field,
  type Level,
  type Mail,
  type Placement,
} from '../engine/index.ts';
import type { DialogPart } from '../access/dialog.ts';
import { formatList, formatNumber, shortName, t, textOf } from '../i18n/index.ts';
import { fieldName } from '../i18n/field-name.ts';
import { behindPart, knownPeople, peopleTogether } from './list-words.ts';
import { isMarkedOutside, type CardMark } from './marks.ts';
import { threadWords, type ThreadWords } from './thread-words.ts';

/** What a card says. */
export interface CardWords {
  readonly contact: Contact;
  readonly name: string;
  readonly address: string;
  /** Number of people, for a card with more than one; else null. */
  readonly people: string | null;
  /** The same as a number only, for a small space. */
  readonly number: string;
  readonly about: string;
  /** The members of a group or a list; null for a card that is neither. */
  readonly behind: DialogPart | null;
  readonly marks: readonly CardMark[];
}

/** What a tray says. */
export interface TrayWords {
  readonly name: string;
  readonly why: string;
  readonly people: string;
  readonly count: number;
  readonly digit: string;
}

/** The texts of one desk, in the current language: drawn on the canvas, and read out by the twin. */
export interface DeskWords {
  readonly cards: ReadonlyMap<ContactId, CardWords>;
  readonly mail: Mail;
  readonly from: string;
  readonly fromAddress: string;
  readonly subject: string;
  readonly body: string;
  readonly mails: number;
  /** Which earlier mail this one follows; null when it stands alone. */
  readonly thread: ThreadWords | null;
  /** The fields say who can see their cards. */
  readonly signs: boolean;
  tray(field: Field, placement: Placement): TrayWords;
  /** The name on the card, its number of people, and its field. */
  label(contact: ContactId, field: Field): string;
  /** What else a card says: its address, and what is known about the contact. */
  note(contact: ContactId): string;
  /** Names in a list, short. */
  names(contacts: readonly ContactId[]): string;
  /**
   * Where cards went and what that means for who can see who: the field first, then the meaning with the names in it.
   */
  moved(contacts: readonly ContactId[], field: Field, placement: Placement): string;
}

/** More names than this would bury the sentence. */
const NAMES_TOLD = 3;

/** A crowd's addresses as one: the number runs from the first to the last. */
function addressLine(contact: Contact): string {
  return contact.address.replaceAll('{n}', `1…${formatNumber(peopleOf(contact))}`);
}

/** @param signs the fields say who sees what lies in them */
export function deskWords(level: Level, desk: Desk, signs: boolean): DeskWords {
  /** A list that hides its members counts as the one address that it is. */
  const headcount = (contact: Contact) => knownPeople(level, contact) ?? 1;
  const mail = level.mails.find(({ id }) => id === desk.mails[0]) ?? level.mails[0];
  if (!mail) throw new Error('A desk without a mail.');
  const thread = threadWords(level, mail, desk);
  const marksOf = (contact: Contact): CardMark[] => [
    ...(isMarkedOutside(level, contact) ? (['outside'] as const) : []),
    ...(thread?.had.has(contact.id) ? (['on-thread'] as const) : []),
  ];
  const cards = new Map(
    desk.contacts.flatMap((id): [ContactId, CardWords][] => {
      const contact = level.contacts.find((one) => one.id === id);
      if (!contact) return [];
      const many = isCrowd(contact) || (isExpandable(contact) && contact.behind !== 'nothing');
      return [
        [
          id,
          {
            contact,
            name: textOf(contact.name),
            address: addressLine(contact),
            number: formatNumber(headcount(contact)),
            people: many ? t('count.people', { count: headcount(contact) }) : null,
            about: contact.about === undefined ? '' : textOf(contact.about),
            behind: behindPart(level, contact),
            marks: marksOf(contact),
          },
        ],
      ];
    }),
  );
  /** What it means for these people to be in a field, given where the others are. */
  const meaning = (contacts: readonly ContactId[], field: Field, placement: Placement): string => {
    const names = namesTold(contacts);
    if (field === 'instead' && mail.instead?.reaches) return t('board.means-instead-reaches', { names });
    if (!isVisibleField(field)) return t(`board.means-${field}`, { names });
    const moved = contacts.flatMap((id) => cards.get(id)?.contact ?? []);
    if (people(moved) === 1 && people(lying(placement, (each) => each !== 'none')) === 1) {
      return t('board.means-alone', { names });
    }
    const [here, all] = [addresses(moved), addresses(lying(placement, isVisibleField))];
    const seen = t('board.means-seen', { names });
    return all > here ? `${seen} ${t('board.seen-in-all', { n: all })}` : seen;
  };
  /** Names that fit in a sentence. For more cards than this, the sentence gives the number. */
  const namesTold = (contacts: readonly ContactId[]) =>
    contacts.length > NAMES_TOLD
      ? t('board.these-cards', { count: contacts.length })
      : formatList(contacts.map((id) => nameTold(id)));
  const nameTold = (id: ContactId) => {
    const contact = cards.get(id)?.contact;
    return contact ? shortName(level, contact) : id;
  };
  const nameOf = (field: Field) => fieldName(field, desk);
  /** Who can see what, if the fields say it. What happens to those who get no mail is not a secret. */
  const whyOf = (field: Field) => {
    if (field === 'instead') return t(mail.instead?.reaches ? 'board.instead-reaches' : 'board.instead-sign');
    // What the mail program does with the line is not a help, but a fact that nobody could guess.
    if (field === 'cc' && mail.ccOnSeparate) return t('board.cc-on-each');
    return signs || field === 'none' ? t(`board.${field}-sign`) : '';
  };
  const lying = (placement: Placement, test: (field: Field) => boolean) =>
    desk.contacts.flatMap((id) => (test(placement[id] ?? 'none') ? (cards.get(id)?.contact ?? []) : []));
  const people = (contacts: readonly Contact[]) => peopleTogether(level, contacts);
  /** A mailing list shows one address, however many are on it. */
  const addresses = (contacts: readonly Contact[]) =>
    contacts.reduce((sum, contact) => sum + (contact.kind === 'list' ? 1 : headcount(contact)), 0);

  return {
    cards,
    mail,
    from: textOf(level.sender.name),
    fromAddress: level.sender.address,
    subject: textOf(mail.subject),
    body: textOf(mail.body),
    mails: desk.mails.length,
    thread,
    signs,
    tray(field, placement) {
      const count = people(lying(placement, (each) => each === field));
      return {
        name: nameOf(field),
        why: whyOf(field),
        people: t('count.people', { count }),
        count,
        digit: formatNumber(desk.fields.indexOf(field) + 1),
      };
    },
    label(contact, field) {
      const card = cards.get(contact);
      const marks = card?.marks.map((mark) => t(`mark.${mark}`)) ?? [];
      const parts = [card?.name, card?.people, ...marks, t('board.lies-in', { field: nameOf(field) })];
      return parts.filter((part) => part).join(', ');
    },
    note(contact) {
      const card = cards.get(contact);
      return [card?.address, card?.about].filter((part) => part).join('. ');
    },
    names: (contacts) => formatList(contacts.map((id) => nameTold(id))),
    moved(contacts, field, placement) {
      const said = signs || field === 'none' || field === 'instead';
      const told = said ? meaning(contacts, field, placement) : `${namesTold(contacts)}.`;
      return `${nameOf(field)}. ${told}`;
    },
  };
}

import { isOutside } from '../engine/index.ts';
import type { Draft } from './draft.ts';
import { withContactIds } from './ids/contact-ids.ts';
import { newId, saysNothing } from './ids/new-id.ts';
import { objectsIn, ownValue, valueAt, textsIn, withFieldSet, type JsonObject } from './json/value.ts';
import { change, draftOf, levelOf, setValue, type LevelFiles } from './level-files.ts';
import { addItem, changeItem, idsOf, type Added } from './items.ts';
import { newText, textAt } from './texts.ts';

/** What a card can be, as the form asks it: a crowd is a person with a number of people. */
export const CARD_KINDS = ['person', 'crowd', 'office', 'group', 'list'] as const;
export type CardKind = (typeof CARD_KINDS)[number];
export type DraftContact = NonNullable<Draft['contacts']>[number];

const NEW_CROWD = 20;

export function kindOf({ kind = 'person', people = 1 }: Pick<DraftContact, 'kind' | 'people'>): CardKind {
  return kind === 'person' && people > 1 ? 'crowd' : kind;
}

/** Adds a card at the end of the address book. @param name can be empty, until the author has one */
export function addPerson(files: LevelFiles, kind: CardKind, language: string, name: string): Added {
  const level = levelOf(files);
  const id = newId(name, kind, idsOf(objectsIn(level, 'contacts')));
  const contact = withKind({ address: addressFor(id, level), needs: 'know' }, kind);
  return addItem(files, 'contacts', id, withFieldSet(contact, 'name', newText(level, language, name)));
}

/** A new card is of another organisation than the sender, like most people whom an email can leak. */
function addressFor(id: string, level: JsonObject): string {
  const sender = valueAt(level, ['sender', 'address']);
  const isTaken = typeof sender === 'string' && sender.toLowerCase().endsWith('@mail.example');
  return `${id}@${isTaken ? 'post.example' : 'mail.example'}`;
}

/** Removes a card, and its id wherever the level or a translation names it. */
export function removePerson(files: LevelFiles, id: string): LevelFiles {
  return change(files, (level) => withContactIds(level, (other) => (other === id ? null : other)));
}

/** Gives a card another id, in step at every place that names it. @returns the files unchanged if the id is taken */
export function renamePerson(files: LevelFiles, id: string, other: string): LevelFiles {
  return change(
    files,
    (level) =>
      idsOf(objectsIn(level, 'contacts')).includes(other)
        ? level
        : withContactIds(level, (own) => (own === id ? other : own)),
    [{ list: 'contacts', ids: new Map([[id, other]]) }],
  );
}

/**
 * Makes an id of the card's name if it has none of its own yet, and of the address that followed from the id. The form
 * calls it when the author leaves the name. An id that says something stays, since the face of a card follows from it.
 */
export function settlePerson(files: LevelFiles, index: number, language: string): LevelFiles {
  const level = levelOf(files);
  const id = valueAt(level, ['contacts', index, 'id']);
  const name = textAt(files, ['contacts', index, 'name'], language);
  if (typeof id !== 'string' || name === '' || !CARD_KINDS.some((kind) => saysNothing(id, kind))) return files;
  const others = idsOf(objectsIn(level, 'contacts')).filter((own) => own !== id);
  const other = newId(name, id, others);
  if (other === id) return files;
  const renamed = renamePerson(files, id, other);
  const address = valueAt(level, ['contacts', index, 'address']);
  if (typeof address !== 'string' || !(address.startsWith(`${id}@`) || address.startsWith(`${id}-{n}@`)))
    return renamed;
  return setValue(renamed, ['contacts', index, 'address'], other + address.slice(id.length));
}

/** Makes another kind of card: what only the old kind can have goes, and the address counts the people of a crowd. */
export function setKind(files: LevelFiles, index: number, kind: CardKind): LevelFiles {
  const old = draftOf(files).contacts?.[index];
  if (old && kindOf(old) === kind) return files;
  return changeItem(files, 'contacts', index, (contact) => withKind(contact, kind));
}

function withKind(contact: JsonObject, kind: CardKind): JsonObject {
  const isBook = kind === 'group' || kind === 'list';
  let changed = withFieldSet(contact, 'kind', kind === 'person' || kind === 'crowd' ? undefined : kind);
  if (kind !== 'list') changed = withFieldSet(changed, 'nameReveals', undefined);
  if (!isBook) for (const name of ['members', 'behind']) changed = withFieldSet(changed, name, undefined);
  const people = ownValue(contact, 'people');
  const crowd = typeof people === 'number' && people > 1 ? people : NEW_CROWD;
  changed = withFieldSet(changed, 'people', kind === 'crowd' ? crowd : undefined);
  const address = ownValue(changed, 'address');
  return typeof address === 'string'
    ? withFieldSet(changed, 'address', writtenAddress(shownAddress(address), kind === 'crowd'))
    : changed;
}

/** The address as the form shows it: of a crowd without the number of each person. */
export function shownAddress(address: string): string {
  return address.replaceAll(/[-_.]?\{n\}/g, '');
}

/** The address as the file has it: of a crowd with the place for the number of each person. */
export function writtenAddress(shown: string, isCrowd: boolean): string {
  if (!isCrowd || shown.includes('{n}')) return shown;
  return shown.includes('@') ? shown.replace(/@/, '-{n}@') : `${shown}-{n}`;
}

/** Changes an address to what the form shows of it. One that is shown so already stays as it is written. */
export function setAddress(files: LevelFiles, index: number, shown: string): LevelFiles {
  const { address = '', ...facts } = draftOf(files).contacts?.[index] ?? {};
  if (shownAddress(address) === shown) return files;
  return setValue(files, ['contacts', index, 'address'], writtenAddress(shown, kindOf(facts) === 'crowd') || undefined);
}

/** Says for which other organisation a card is; a level that follows from the addresses says nothing about it. */
export function setOutside(files: LevelFiles, index: number, outside: boolean): LevelFiles {
  return changeItem(files, 'contacts', index, (contact, level) => {
    const plain = withFieldSet(contact, 'outside', undefined);
    if ((ownValue(contact, 'outside') ?? isOutsideByAddress(level, plain)) === outside) return contact;
    return isOutsideByAddress(level, plain) === outside ? plain : withFieldSet(plain, 'outside', outside);
  });
}

function isOutsideByAddress(level: JsonObject, contact: JsonObject): boolean {
  const [own, sender] = [ownValue(contact, 'address'), valueAt(level, ['sender', 'address'])];
  if (typeof own !== 'string' || typeof sender !== 'string') return true;
  const plain = { id: '', name: '', address: own, needs: 'may' as const };
  return isOutside({ sender: { name: '', address: sender } }, plain);
}

/** Says that someone forwards what they get, and to whom; null: to nobody. */
export function setForwardsTo(files: LevelFiles, index: number, to: string | null): LevelFiles {
  return changeItem(files, 'contacts', index, (contact) =>
    withHabit(withFieldSet(contact, 'forwardsTo', to ?? undefined), 'forwards', to !== null),
  );
}

/** Says that someone tends to reply to all. */
export function setRepliesAll(files: LevelFiles, index: number, on: boolean): LevelFiles {
  return changeItem(files, 'contacts', index, (contact) => withHabit(contact, 'replies-all', on));
}

function withHabit(contact: JsonObject, habit: string, on: boolean): JsonObject {
  const habits = textsIn(contact, 'habits');
  if (habits.includes(habit) === on) return contact;
  const changed = on ? [...habits, habit] : habits.filter((own) => own !== habit);
  return withFieldSet(contact, 'habits', changed.length > 0 ? changed : undefined);
}

import { FIELDS, placementOf, type Field } from '../engine/index.ts';
import type { Draft } from './draft.ts';
import { newId } from './ids/new-id.ts';
import { addItem, changeItem, idsOf, type Added } from './items.ts';
import { isObject, objectsIn, ownValue, withFieldSet, type JsonObject } from './json/value.ts';
import { draftOf, levelOf, type LevelFiles } from './level-files.ts';

/* What the author expects of the game: ways to address the emails, the best first. */

/** The field of each card on one email or one series, by contact. */
export type Placed = Readonly<Record<string, Field>>;

/** The placements of a way, by email or series. */
export type Way = Readonly<Record<string, Placed>>;

const IDS = ['best-way', 'likely-mistake', 'other-mistake'];

/** Adds a way that the author expects to rank below the others. @param stars null where the author expects no number */
export function addExpectation(files: LevelFiles, way: Way, stars: number | null): Added {
  const old = objectsIn(levelOf(files), 'expectations');
  const id = newId(IDS[old.length] ?? '', 'way', idsOf(old));
  return addItem(files, 'expectations', id, { ...(stars !== null && { stars }), routing: routingOf(way) });
}

/**
 * Returns how a way addresses the emails: the field of each card on each email or series that it names. “All others” are
 * the cards of its desk that no field names.
 */
export function wayOf(draft: Draft, index: number): Way {
  const { routing = {} } = draft.expectations?.[index] ?? {};
  return Object.fromEntries(
    Object.entries(routing).map(([name, placed]) => [name, placedOn(draft, name, placed ?? {})]),
  );
}

type DraftPlaced = { readonly [Some in Field]?: readonly string[] | undefined };

function placedOn({ contacts = [], mails = [] }: Draft, name: string, placed: DraftPlaced): Placed {
  const all = contacts.flatMap(({ id }) => id ?? []);
  const meant = mails.filter(({ id, series }) => id === name || series === name);
  const isOnDesk = (contact: string) =>
    meant.some((mail) => mail.affected === true || (mail.contacts?.includes(contact) ?? true));
  return placementOf(placed, all.filter(isOnDesk));
}

/** Changes how a way addresses the emails. What it addresses as before stays as it is written. */
export function setWay(files: LevelFiles, index: number, way: Way): LevelFiles {
  const before = wayOf(draftOf(files), index);
  return changeItem(files, 'expectations', index, (expectation) => {
    const old = ownValue(expectation, 'routing');
    const entries = Object.entries(way).map(([name, placed]) => {
      const own = isObject(old) ? ownValue(old, name) : undefined;
      return [name, own !== undefined && isSame(before[name], placed) ? own : fieldsOf(placed)] as const;
    });
    const isUnchanged =
      isObject(old) && Object.keys(old).length === entries.length && entries.every(([name, own]) => old[name] === own);
    return isUnchanged ? expectation : withFieldSet(expectation, 'routing', Object.fromEntries(entries));
  });
}

function isSame(one: Placed = {}, other: Placed): boolean {
  const names = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...names].every((name) => (one[name] ?? 'none') === (other[name] ?? 'none'));
}

/** Changes the stars that a way should earn; null: the author expects no number. */
export function setStars(files: LevelFiles, index: number, stars: number | null): LevelFiles {
  return changeItem(files, 'expectations', index, (expectation) =>
    withFieldSet(expectation, 'stars', stars ?? undefined),
  );
}

function routingOf(way: Way): JsonObject {
  return Object.fromEntries(Object.entries(way).map(([mail, placed]) => [mail, fieldsOf(placed)]));
}

/** Those left out are not named, as contacts that no field names are left out anyway; a way that names nobody says so. */
function fieldsOf(placed: Placed): JsonObject {
  const contactsIn = (field: Field) => Object.keys(placed).filter((contact) => placed[contact] === field);
  const fields = FIELDS.filter((field) => field !== 'none' && contactsIn(field).length > 0);
  if (fields.length > 0) return Object.fromEntries(fields.map((field) => [field, contactsIn(field)]));
  return contactsIn('none').length > 0 ? { none: contactsIn('none') } : {};
}

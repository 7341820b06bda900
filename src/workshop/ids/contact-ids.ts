import {
  isObject,
  objectsIn,
  ownValue,
  textsIn,
  withFieldSet,
  withItems,
  withNames,
  withObjects,
  type Json,
  type JsonObject,
} from '../json/value.ts';

/** Another id for a contact; null for one that is removed. */
export type NewId = (id: string) => string | null;

/**
 * Changes an id at every place where a level names a contact. What only made sense with a contact that is removed goes
 * with it: a condition that waits for them, a suggestion that nobody is left in, an email that they wrote.
 */
export function withContactIds(level: JsonObject, newId: NewId): JsonObject {
  const gone = goneIds(level, newId);
  let changed = withObjects(level, 'contacts', (contact) => withContact(contact, newId));
  changed = withObjects(changed, 'circles', (circle) => withCircle(changed, circle, newId));
  changed = withBatches(changed, level, newId);
  changed = withObjects(changed, 'mails', (mail) => withMail(mail, newId));
  changed = withObjects(changed, 'received', (mail) => withReceived(mail, newId));
  changed = withObjects(changed, 'beats', (beat) => withBeat(beat, newId));
  changed = withObjects(changed, 'expectations', (expectation) => withExpectation(expectation, newId));
  return gone.length > 0 ? withoutThreads(changed, level) : changed;
}

function goneIds(level: JsonObject, newId: NewId): string[] {
  return objectsIn(level, 'contacts').flatMap(({ id }) => (typeof id === 'string' && newId(id) === null ? [id] : []));
}

const renamed = (newId: NewId) => (item: Json) => (typeof item === 'string' && item !== '*' ? newId(item) : item);

function withContact(contact: JsonObject, newId: NewId): JsonObject | null {
  const { id } = contact;
  const own = typeof id === 'string' ? newId(id) : undefined;
  if (own === null) return null;
  let changed = own === undefined ? contact : withFieldSet(contact, 'id', own);
  changed = withItems(changed, 'members', renamed(newId));
  changed = withItems(changed, 'maySee', renamed(newId));
  const { forwardsTo } = changed;
  if (typeof forwardsTo !== 'string') return changed;
  const target = newId(forwardsTo);
  if (target !== null) return withFieldSet(changed, 'forwardsTo', target);
  changed = withFieldSet(changed, 'forwardsTo', undefined);
  return withItems(changed, 'habits', (habit) => (habit === 'forwards' ? null : habit));
}

/** A circle that a single person is left in says nothing any more. */
function withCircle(level: JsonObject, circle: JsonObject, newId: NewId): JsonObject | null {
  const changed = withItems(circle, 'members', renamed(newId));
  if (changed === circle) return circle;
  const members = textsIn(changed, 'members');
  if (members.length === textsIn(circle, 'members').length) return changed;
  const [only] = members;
  const isAlone =
    members.length === 1 && objectsIn(level, 'contacts').some((one) => one['id'] === only && isPerson(one));
  return members.length === 0 || isAlone ? null : changed;
}

function isPerson(contact: JsonObject): boolean {
  const { people, kind } = contact;
  return (people === undefined || people === 1) && kind !== 'group' && kind !== 'list';
}

function withBatches(level: JsonObject, old: JsonObject, newId: NewId): JsonObject {
  const batches = ownValue(level, 'batches');
  if (!isObject(batches)) return level;
  const changed = withItems(batches, 'contacts', renamed(newId));
  if (changed === batches) return level;
  const left = textsIn(changed, 'contacts');
  if (left.length === 0) return withFieldSet(level, 'batches', undefined);
  if (left.length === textsIn(batches, 'contacts').length) return withFieldSet(level, 'batches', changed);
  const people = ownValue(batches, 'people');
  if (typeof people !== 'number') return withFieldSet(level, 'batches', changed);
  const gone = new Set(textsIn(batches, 'contacts').filter((id) => newId(id) === null));
  const fewer = objectsIn(old, 'contacts').reduce((sum, contact) => {
    const count = typeof contact['people'] === 'number' ? contact['people'] : 1;
    return typeof contact['id'] === 'string' && gone.has(contact['id']) ? sum - count : sum;
  }, people);
  return withFieldSet(level, 'batches', fewer < 2 ? undefined : withFieldSet(changed, 'people', fewer));
}

/** Changes the names of the fields of a table by contact; a table that this empties goes with its last row. */
function withTable(fields: JsonObject, name: string, newId: NewId): JsonObject {
  const table = ownValue(fields, name);
  if (!isObject(table)) return fields;
  const changed = withNames(table, newId);
  const isEmptied = changed !== table && Object.keys(changed).length === 0;
  return withFieldSet(fields, name, isEmptied ? undefined : changed);
}

function withMail(mail: JsonObject, newId: NewId): JsonObject {
  let changed = withItems(mail, 'contacts', renamed(newId));
  changed = withTable(changed, 'needs', newId);
  changed = withTable(changed, 'prefilled', newId);
  return withObjects(changed, 'suggestions', (suggestion) => {
    const one = withItems(suggestion, 'contacts', renamed(newId));
    return one !== suggestion && one['contacts'] === undefined ? null : one;
  });
}

function withReceived(mail: JsonObject, newId: NewId): JsonObject | null {
  const { from } = mail;
  const sender = typeof from === 'string' ? newId(from) : undefined;
  if (sender === null) return null;
  let changed = sender === undefined ? mail : withFieldSet(mail, 'from', sender);
  for (const line of ['to', 'cc']) changed = withItems(changed, line, renamed(newId));
  return withTable(changed, 'needs', newId);
}

const CONDITION_NAMES = ['viewer', 'learns', 'contact', 'reached'];

function withBeat(beat: JsonObject, newId: NewId): JsonObject | null {
  const when = ownValue(beat, 'when');
  if (!isObject(when)) return beat;
  const changed = withCondition(when, newId);
  return changed && withFieldSet(beat, 'when', changed);
}

function withCondition(condition: JsonObject, newId: NewId): JsonObject | null {
  let changed = condition;
  for (const name of CONDITION_NAMES) {
    const id = ownValue(changed, name);
    if (typeof id !== 'string' || id === '*') continue;
    const other = newId(id);
    if (other === null) return null;
    changed = withFieldSet(changed, name, other);
  }
  if (objectsIn(changed, 'and').some((part) => withCondition(part, newId) === null)) return null;
  return withObjects(changed, 'and', (part) => withCondition(part, newId));
}

function withExpectation(expectation: JsonObject, newId: NewId): JsonObject | null {
  const routing = ownValue(expectation, 'routing');
  if (!isObject(routing)) return expectation;
  let changed: JsonObject = routing;
  for (const [mail, placed] of Object.entries(routing)) {
    if (!isObject(placed)) continue;
    let fields: JsonObject = placed;
    for (const field of Object.keys(placed)) fields = withItems(fields, field, renamed(newId));
    const isEmptied = fields !== placed && Object.keys(fields).length === 0;
    changed = withFieldSet(changed, mail, isEmptied ? undefined : fields);
  }
  if (changed !== routing && Object.keys(changed).length === 0) return null;
  return withFieldSet(expectation, 'routing', changed);
}

/** Emails that followed a received one which is gone begin without it. */
function withoutThreads(level: JsonObject, old: JsonObject): JsonObject {
  const ids = (of: JsonObject) => new Set(objectsIn(of, 'received').map(({ id }) => id));
  const left = ids(level);
  const gone = new Set([...ids(old)].filter((id) => !left.has(id)));
  return withObjects(level, 'mails', (mail) => {
    const thread = ownValue(mail, 'thread');
    return isObject(thread) && gone.has(thread['of']) ? withFieldSet(mail, 'thread', undefined) : mail;
  });
}

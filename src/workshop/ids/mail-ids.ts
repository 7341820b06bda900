import {
  isObject,
  objectsIn,
  ownValue,
  textsIn,
  withFieldSet,
  withItems,
  withNames,
  withObjects,
  type JsonObject,
} from '../json/value.ts';
import type { NewId } from './contact-ids.ts';

/**
 * Changes the id of an email, received ones included, at every place where a level names it. What only made sense with
 * an email that is removed goes with it: a circle for it alone, an event that waits for it, its routing in an
 * expectation.
 */
export function withMailIds(level: JsonObject, newId: NewId): JsonObject {
  let changed = withObjects(level, 'mails', (mail) => withOwnId(mail, newId));
  changed = withObjects(changed, 'received', (mail) => withOwnId(mail, newId));
  return withMailNames(changed, withSeries(level, changed, newId));
}

function withOwnId(mail: JsonObject, newId: NewId): JsonObject | null {
  const { id } = mail;
  const own = typeof id === 'string' ? newId(id) : undefined;
  if (own === null) return null;
  return own === undefined ? mail : withFieldSet(mail, 'id', own);
}

/** The name of a series is removed with its last email. */
function withSeries(old: JsonObject, level: JsonObject, newId: NewId): NewId {
  const seriesIn = (of: JsonObject) => objectsIn(of, 'mails').flatMap(({ series }) => series ?? []);
  const ids = new Set(objectsIn(old, 'mails').map(({ id }) => id));
  const left = new Set(seriesIn(level));
  const gone = new Set(seriesIn(old).filter((series) => !left.has(series) && !ids.has(series)));
  return (id) => (gone.has(id) ? null : newId(id));
}

function withMailNames(level: JsonObject, newId: NewId): JsonObject {
  let changed = withObjects(level, 'mails', (mail) => withReferences(mail, newId));
  changed = withObjects(changed, 'circles', (circle) => {
    const one = withItems(circle, 'mails', (mail) => (typeof mail === 'string' ? newId(mail) : mail));
    // Without its list of emails the circle would hold for all of them.
    return one !== circle && textsIn(one, 'mails').length === 0 ? null : one;
  });
  changed = withObjects(changed, 'beats', (beat) => {
    const when = ownValue(beat, 'when');
    const one = isObject(when) ? withCondition(when, newId) : when;
    return one === null ? null : withFieldSet(beat, 'when', one);
  });
  return withObjects(changed, 'expectations', (expectation) => {
    const routing = ownValue(expectation, 'routing');
    if (!isObject(routing)) return expectation;
    const one = withNames(routing, newId);
    return one !== routing && Object.keys(one).length === 0 ? null : withFieldSet(expectation, 'routing', one);
  });
}

function withReferences(mail: JsonObject, newId: NewId): JsonObject {
  let changed = mail;
  const { recalls, thread } = mail;
  if (typeof recalls === 'string') changed = withFieldSet(changed, 'recalls', newId(recalls) ?? undefined);
  if (!isObject(thread) || typeof thread['of'] !== 'string') return changed;
  const of = newId(thread['of']);
  return withFieldSet(changed, 'thread', of === null ? undefined : withFieldSet(thread, 'of', of));
}

function withCondition(condition: JsonObject, newId: NewId): JsonObject | null {
  const mail = ownValue(condition, 'mail');
  const other = typeof mail === 'string' ? newId(mail) : undefined;
  if (other === null) return null;
  const changed = other === undefined ? condition : withFieldSet(condition, 'mail', other);
  if (objectsIn(changed, 'and').some((part) => withCondition(part, newId) === null)) return null;
  return withObjects(changed, 'and', (part) => withCondition(part, newId));
}

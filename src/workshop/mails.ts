import { withMailIds } from './ids/mail-ids.ts';
import { newId, saysNothing } from './ids/new-id.ts';
import { addItem, changeItem, idsOf, type Added } from './items.ts';
import {
  isObject,
  objectsIn,
  ownValue,
  textsIn,
  valueAt,
  withFieldSet,
  withObjects,
  withValue,
  type Json,
  type JsonObject,
} from './json/value.ts';
import { change, levelOf, type LevelFiles } from './level-files.ts';
import { textAt } from './texts.ts';

/** The emails that the player addresses, and those that they have received before. */
export type MailList = 'mails' | 'received';

const NAMES = { mails: 'email', received: 'received' } as const;
const ALL_LINES = ['to', 'cc', 'bcc', 'separate'];

/** Adds an email to address, after the others. */
export function addMail(files: LevelFiles): Added {
  return added(files, 'mails', { sensitivity: 1, fields: ALL_LINES });
}

/** Adds an email that the player has received from this contact. */
export function addReceived(files: LevelFiles, from: string): Added {
  return added(files, 'received', { from, sensitivity: 1 });
}

function added(files: LevelFiles, list: MailList, facts: JsonObject): Added {
  return addItem(files, list, newId('', NAMES[list], mailIds(levelOf(files))), facts);
}

/** A received email and one to address may not share an id, since a thread names either. */
const mailIds = (level: JsonObject) => [
  ...idsOf(objectsIn(level, 'mails')),
  ...idsOf(objectsIn(level, 'received')),
  ...objectsIn(level, 'mails').flatMap(({ series }) => (typeof series === 'string' ? [series] : [])),
];

/** Removes an email, and its id wherever the level or a translation names it. */
export function removeMail(files: LevelFiles, id: string): LevelFiles {
  return change(files, (level) => withMailIds(level, (other) => (other === id ? null : other)));
}

/** Gives an email another id, in step at every place that names it. @returns the files unchanged if the id is taken */
export function renameMail(files: LevelFiles, id: string, other: string): LevelFiles {
  const ids = new Map([[id, other]]);
  return change(
    files,
    (level) => (mailIds(level).includes(other) ? level : withMailIds(level, (own) => (own === id ? other : own))),
    [
      { list: 'mails', ids },
      { list: 'received', ids },
    ],
  );
}

/** Makes an id of the subject of an email that has none of its own yet. The form calls it when the author leaves it. */
export function settleMail(files: LevelFiles, list: MailList, index: number, language: string): LevelFiles {
  const level = levelOf(files);
  const id = valueAt(level, [list, index, 'id']);
  const subject = textAt(files, [list, index, 'subject'], language);
  if (typeof id !== 'string' || subject === '' || !saysNothing(id, NAMES[list])) return files;
  const other = newId(
    subject,
    id,
    mailIds(level).filter((own) => own !== id),
  );
  return other === id ? files : renameMail(files, id, other);
}

/** Says which fields the player may use; emails of one series offer the same. */
export function setFields(files: LevelFiles, index: number, fields: readonly string[]): LevelFiles {
  return change(files, (level) => withFields(level, index, fields));
}

function withFields(level: JsonObject, index: number, fields: readonly string[]): JsonObject {
  const series = valueAt(level, ['mails', index, 'series']);
  let at = -1;
  return withObjects(level, 'mails', (mail) => {
    at += 1;
    const isOne = at === index || (series !== undefined && mail['series'] === series);
    return isOne ? withMailFields(mail, fields) : mail;
  });
}

function withMailFields(mail: JsonObject, fields: readonly string[]): JsonObject {
  const old = textsIn(mail, 'fields');
  if (old.length === fields.length && old.every((field) => fields.includes(field))) return mail;
  let changed = withFieldSet(mail, 'fields', fields);
  if (!fields.includes('cc') || !fields.includes('separate'))
    changed = withFieldSet(changed, 'ccOnSeparate', undefined);
  if (!fields.includes('instead')) changed = withFieldSet(changed, 'instead', undefined);
  return withoutPrefilled(changed, (_, field) => field === 'none' || fields.some((own) => own === field));
}

function withoutPrefilled(mail: JsonObject, stays: (contact: string, field: Json) => boolean): JsonObject {
  const prefilled = ownValue(mail, 'prefilled');
  if (!isObject(prefilled)) return mail;
  const left = Object.entries(prefilled).filter(([contact, field]) => stays(contact, field));
  if (left.length === Object.keys(prefilled).length) return mail;
  return withFieldSet(mail, 'prefilled', left.length > 0 ? Object.fromEntries(left) : undefined);
}

/** Says who is on the desk of an email. @param contacts null for everyone */
export function setOnDesk(files: LevelFiles, index: number, contacts: readonly string[] | null): LevelFiles {
  return changeItem(files, 'mails', index, (mail) =>
    withFieldSet(mail, 'contacts', contacts && contacts.length > 0 ? contacts : undefined),
  );
}

/** Says what a contact needs from one email; null: what they need usually. */
export function setNeedOnMail(
  files: LevelFiles,
  list: MailList,
  index: number,
  contact: string,
  need: string | null,
): LevelFiles {
  return changeItem(files, list, index, (mail) => withRow(mail, 'needs', contact, need));
}

/** Sets one row of a table by contact; a table without rows is left out. */
export function withRow(fields: JsonObject, table: string, contact: string, value: Json): JsonObject {
  const old = ownValue(fields, table);
  const rows = withFieldSet(isObject(old) ? old : {}, contact, value ?? undefined);
  return withFieldSet(fields, table, Object.keys(rows).length > 0 ? rows : undefined);
}

/** Puts an email on one desk with the one before it, so that they are addressed in one go, or on a desk of its own. */
export function setTogether(files: LevelFiles, index: number, together: boolean): LevelFiles {
  return change(files, (level) => {
    const before = valueAt(level, ['mails', index - 1]);
    if (!together) return withoutSeries(level, index);
    if (!isObject(before)) return level;
    const { series } = before;
    const name = typeof series === 'string' ? series : newId('', 'together', mailIds(level));
    const fields = textsIn(before, 'fields');
    const marked = withValue(withValue(level, ['mails', index - 1, 'series'], name), ['mails', index, 'series'], name);
    return isObject(marked) ? withFields(marked, index, fields) : level;
  });
}

/** A series of a single email is none. */
function withoutSeries(level: JsonObject, index: number): JsonObject {
  const series = valueAt(level, ['mails', index, 'series']);
  const alone = withValue(level, ['mails', index, 'series'], undefined);
  if (!isObject(alone)) return level;
  const left = objectsIn(alone, 'mails').filter((mail) => mail['series'] === series);
  if (left.length !== 1) return alone;
  return withObjects(alone, 'mails', (mail) =>
    mail['series'] === series ? withFieldSet(mail, 'series', undefined) : mail,
  );
}

/** Makes an email an apology: due after a breach only, to everyone whom the earlier ones exposed. */
export function setApology(files: LevelFiles, index: number, on: boolean): LevelFiles {
  return changeItem(files, 'mails', index, (mail) => {
    const isOne = mail['when'] === 'breach';
    if (isOne === on) return mail;
    return withFieldSet(withFieldSet(mail, 'when', on ? 'breach' : undefined), 'affected', on ? true : undefined);
  });
}

import { keysOf } from './keys.ts';

/**
 * What distinguishes the fields that a contact can be in. Every question about a field is answered from this one table.
 */
export interface FieldTraits {
  /** Its place in every list of fields, the most open first. If a mailbox is in two, the more open one decides. */
  readonly order: number;
  /** Its contacts get the mail. */
  readonly delivers: boolean;
  /** Every reader of the shared mail sees its addresses (RFC 5322 §3.6.3). */
  readonly visible: boolean;
  /** Its contacts read the To and Cc lines of the shared mail, and not those of a separate one. */
  readonly readsShared: boolean;
  /**
   * Its contacts have a copy of the mail, which they can reply to and forward; false if they are reached another way.
   */
  readonly copied: boolean;
  /** It is an address line of the mail, which may be hidden from the readers. */
  readonly line: boolean;
}

export const FIELD_TRAITS = {
  to: { order: 0, delivers: true, visible: true, readsShared: true, copied: true, line: true },
  cc: { order: 1, delivers: true, visible: true, readsShared: true, copied: true, line: true },
  bcc: { order: 2, delivers: true, visible: false, readsShared: true, copied: true, line: true },
  separate: { order: 3, delivers: true, visible: false, readsShared: false, copied: true, line: false },
  instead: { order: 4, delivers: true, visible: false, readsShared: false, copied: false, line: false },
  none: { order: 5, delivers: false, visible: false, readsShared: false, copied: false, line: false },
} as const satisfies Readonly<Record<string, FieldTraits>>;

type Traits = typeof FIELD_TRAITS;
export type Field = keyof Traits;

/** The fields that have a trait. */
type With<Trait extends keyof FieldTraits> = {
  [Some in Field]: Traits[Some][Trait] extends true ? Some : never;
}[Field];

export type DeliveringField = With<'delivers'>;
export type VisibleField = With<'visible'>;
export type LineField = With<'line'>;

/** All fields, the most open first. */
export const FIELDS = keysOf(FIELD_TRAITS).toSorted(
  (one, other) => FIELD_TRAITS[one].order - FIELD_TRAITS[other].order,
);

export function isVisibleField(field: Field): field is VisibleField {
  return FIELD_TRAITS[field].visible;
}

/** True when the contacts of a field get the mail. */
export function deliversTo(field: Field): field is DeliveringField {
  return FIELD_TRAITS[field].delivers;
}

export const DELIVERING_FIELDS: readonly DeliveringField[] = FIELDS.filter(deliversTo);
export const VISIBLE_FIELDS: readonly VisibleField[] = FIELDS.filter(isVisibleField);
export const LINE_FIELDS: readonly LineField[] = FIELDS.filter(hasLine);

/** True for a field that is an address line of the mail. */
export function hasLine(field: Field): field is LineField {
  return FIELD_TRAITS[field].line;
}

/** True for a field whose contacts read the To and Cc lines of the shared mail. */
export function readsShared(field: Field): boolean {
  return FIELD_TRAITS[field].readsShared;
}

/** True for a field whose contacts have a copy of the mail. */
export function isCopied(field: Field): boolean {
  return FIELD_TRAITS[field].copied;
}

/** The more open of two fields. */
export function mostOpen<Some extends Field>(one: Some, other: Some): Some {
  return FIELD_TRAITS[one].order <= FIELD_TRAITS[other].order ? one : other;
}

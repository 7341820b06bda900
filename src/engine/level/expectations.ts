import type { Fault } from './fault.ts';
import { FIELDS, type ContactId, type Expectation, type Field, type Level, type Mail } from './level.ts';

/** All others: the contacts on the desk of a mail that no field names. */
const OTHERS = '*';

type Placed = Expectation['routing'][string];

/** Returns the mails that a name in an expectation means: one by its id, or all of a series. */
export function mailsNamed(level: Pick<Level, 'mails'>, name: string): Mail[] {
  return level.mails.filter(({ id, series }) => id === name || series === name);
}

/** Returns the field of each contact in an expectation, without those left out. */
export function placementOf(
  placed: { readonly [Some in Field]?: readonly ContactId[] | undefined },
  onDesk: readonly ContactId[],
): Readonly<Record<ContactId, Field>> {
  const named = new Set(FIELDS.flatMap((field) => placed[field] ?? []));
  const others = onDesk.filter((contact) => !named.has(contact));
  return Object.fromEntries(
    FIELDS.flatMap((field) =>
      (placed[field] ?? [])
        .flatMap((contact) => (contact === OTHERS ? others : [contact]))
        .map((contact) => [contact, field]),
    ),
  );
}

export const EXPECTATION_FAULT_CODES = ['placed-twice'] as const;
type ExpectationFault = Fault<
  (typeof EXPECTATION_FAULT_CODES)[number] | 'duplicate-id' | 'unknown-mail' | 'unknown-contact' | 'field-not-offered'
>;

/** Finds what keeps an expectation from being tried: mails, contacts and fields that the level does not have. */
export function checkExpectationFormat(level: Level): ExpectationFault[] {
  const expectations = level.expectations ?? [];
  const mailNames = level.mails.flatMap(({ id, series }) => [id, series ?? []].flat());
  return expectations.flatMap(({ id, routing }, index): ExpectationFault[] => {
    const path = ['expectations', index];
    const twice = expectations.findIndex((other) => other.id === id) < index;
    return [
      ...(twice ? [{ code: 'duplicate-id' as const, path: [...path, 'id'], params: { id } }] : []),
      ...Object.entries(routing).flatMap(([name, placed]): ExpectationFault[] => {
        const at = [...path, 'routing', name];
        const mails = mailsNamed(level, name);
        if (mails.length > 0) return checkPlaced(level, mails, placed, at);
        return [{ code: 'unknown-mail', path: at, params: { id: name }, known: mailNames, ofName: true }];
      }),
    ];
  });
}

function checkPlaced(level: Level, mails: readonly Mail[], placed: Placed, path: Fault['path']): ExpectationFault[] {
  const known = level.contacts.map(({ id }) => id);
  const seen = new Set<string>();
  return FIELDS.flatMap((field) => {
    const contacts = placed[field];
    if (!contacts) return [];
    const offered = field === 'none' || mails.some(({ fields }) => fields.includes(field));
    return [
      ...(offered
        ? []
        : [{ code: 'field-not-offered' as const, path: [...path, field], params: { field }, ofName: true }]),
      ...contacts.flatMap((id, place): ExpectationFault[] => {
        const at = [...path, field, place];
        if (seen.has(id)) return [{ code: 'placed-twice', path: at, params: { id } }];
        seen.add(id);
        return id === OTHERS || known.includes(id)
          ? []
          : [{ code: 'unknown-contact', path: at, params: { id }, known }];
      }),
    ];
  });
}

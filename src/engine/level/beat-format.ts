import * as z from 'zod/mini';
import { described, duration, id, text } from './format.ts';
import { field } from './mail-format.ts';
import { AUTHORED_TRIGGERS } from './vocabulary.ts';

/** An event in the author's own words, and the condition under which it happens. */

const mailOfCondition = z.optional(described(z.string(), 'The id of the email. Without it: any email.', 'cv'));

const CONDITIONS = [
  z.strictObject({
    viewer: described(z.string(), 'The id of the contact who sees someone, or * for anyone.', 'southgale'),
    learns: described(z.string(), 'The id of the contact who is seen, or * for anyone.', 'northwind'),
  }),
  z.strictObject({
    contact: described(z.string(), 'The id of a contact.', 'boss'),
    in: described(z.array(field).check(z.minLength(1)), 'The fields it must be in.', ['to', 'cc']),
    mail: mailOfCondition,
  }),
  z.strictObject({
    reached: described(
      z.string(),
      'The id of the contact that the email must have reached, in any field. For a group or list: all of its people.',
      'northwind',
    ),
    mail: mailOfCondition,
  }),
  z.strictObject({
    event: described(
      z.enum(AUTHORED_TRIGGERS),
      'always: an email went out. no-breach: nothing leaked, and everyone who must act got the email. Others: after something that the game found.',
      'breach',
    ),
  }),
] as const;

const conditionSchema = z.union(CONDITIONS);

export const authoredBeatSchema = z.strictObject({
  id: id('A short name, used inside this file.', 'southgale-calls'),
  when: described(
    z.union([
      ...CONDITIONS,
      z.strictObject({
        and: described(
          z.array(conditionSchema).check(z.minLength(2), z.maxLength(6)),
          'Conditions that must all apply.',
          [{ event: 'no-breach' }, { reached: 'northwind' }],
        ),
      }),
    ]),
    'When it happens: when someone sees someone else, when a contact is in one of several fields, when an email has reached someone, after something that the game found, or when several of these apply.',
  ),
  after: duration('How long after the first email it happens (ISO 8601).', 'P1D'),
  text: text('What happens. One or two sentences.', 280, 'Southgale calls Northwind.'),
});

/** One condition of an authored event. */
export type BeatCondition = z.infer<typeof conditionSchema>;

/** The conditions of an authored event, all of which must hold, each with its place in the file below `when`. */
export function conditionsOf(
  when: z.infer<typeof authoredBeatSchema>['when'],
): { readonly condition: BeatCondition; readonly path: readonly (string | number)[] }[] {
  return 'and' in when
    ? when.and.map((condition, index) => ({ condition, path: ['and', index] }))
    : [{ condition: when, path: [] }];
}

/** The contacts that a condition names, each with the name of its field; `*` names nobody in particular. */
export function contactsNamedBy(condition: BeatCondition): { readonly name: string; readonly id: string }[] {
  const named =
    'viewer' in condition
      ? { viewer: condition.viewer, learns: condition.learns }
      : 'contact' in condition
        ? { contact: condition.contact }
        : 'reached' in condition
          ? { reached: condition.reached }
          : {};
  return Object.entries(named).flatMap(([name, contact]) => (contact === '*' ? [] : [{ name, id: contact }]));
}

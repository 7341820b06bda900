import type { Draft } from './draft.ts';
import { withNeedToAct } from './circles.ts';
import { newId } from './ids/new-id.ts';
import { idsOf } from './items.ts';
import { objectsIn, ownValue, textsIn, withFieldSet, withObjects, withValue, type JsonObject } from './json/value.ts';
import { change, draftOf, type LevelFiles } from './level-files.ts';

/**
 * What two people have to do with each other, as questions with yes or no. `sees`: may the first see the other on an
 * email? `seen`: the reverse.
 */
export const QUESTIONS = ['know', 'recognise', 'answer', 'sees', 'seen'] as const;
export type Question = (typeof QUESTIONS)[number];

/** What makes an answer yes, so that the form can say it where the question cannot change it. */
export type Reason =
  /** The answer is no. */
  | 'none'
  | 'circle'
  /** They share a circle on some emails only. */
  | 'some-mails'
  /** One of them works on the matter for the sender. */
  | 'authorised'
  /** The level says that one may see the other, or everyone. */
  | 'permission';

export interface Answer {
  readonly yes: boolean;
  readonly reason: Reason;
}

const NO: Answer = { yes: false, reason: 'none' };

/** Returns the answer to each question about two people, from the facts of the level. */
export function answersFor(draft: Draft, one: string, other: string): Readonly<Record<Question, Answer>> {
  const circles = (draft.circles ?? []).filter(
    (circle) => isIn(draft, circle.members, one) && isIn(draft, circle.members, other),
  );
  const contexts = circles.filter(({ bond }) => bond === 'context');
  const isAuthorised = (draft.contacts ?? []).some(
    ({ id, authorised }) => (id === one || id === other) && authorised === true,
  );
  return {
    know: isAuthorised ? { yes: true, reason: 'authorised' } : answerOf(contexts),
    recognise: answerOf(circles.filter(({ bond }) => bond === 'acquaintance')),
    answer: answerOf(circles.filter(({ discusses }) => discusses === true)),
    sees: permission(draft, one, other),
    seen: permission(draft, other, one),
  };
}

function answerOf(circles: readonly { readonly mails?: readonly string[] }[]): Answer {
  if (circles.length === 0) return NO;
  return { yes: true, reason: circles.every(({ mails }) => mails !== undefined) ? 'some-mails' : 'circle' };
}

function permission({ contacts = [] }: Draft, viewer: string, subject: string): Answer {
  const { maySee = [] } = contacts.find(({ id }) => id === viewer) ?? {};
  return maySee.includes('*') || maySee.includes(subject) ? { yes: true, reason: 'permission' } : NO;
}

/** True when a circle has a contact among its members, or in a group or list among them. */
function isIn(
  draft: Draft,
  members: readonly string[] | undefined,
  contact: string,
  seen = new Set<string>(),
): boolean {
  return (members ?? []).some((member) => {
    if (member === contact) return true;
    if (seen.has(member)) return false;
    seen.add(member);
    return isIn(draft, draft.contacts?.find(({ id }) => id === member)?.members, contact, seen);
  });
}

/**
 * Answers a question about two people, by facts about these two: what the level says about others stays.
 * @returns the files unchanged where the answer is so already, or follows from another fact (see `Reason`)
 */
export function answer(files: LevelFiles, one: string, other: string, question: Question, yes: boolean): LevelFiles {
  if (answersFor(draftOf(files), one, other)[question].yes === yes) return files;
  return change(files, (level) => {
    switch (question) {
      case 'sees':
        return withPermission(level, one, other, yes);
      case 'seen':
        return withPermission(level, other, one, yes);
      case 'know':
        return yes ? withPair(level, one, other, { bond: 'context' }) : apart(level, one, other, isContext);
      case 'recognise':
        return yes
          ? withPair(level, one, other, { bond: 'acquaintance' })
          : apart(level, one, other, (circle) => !isContext(circle));
      case 'answer':
        return yes
          ? withNeedToAct(withPair(level, one, other, { bond: 'context', discusses: true }), [one, other])
          : silent(level, one, other);
    }
  });
}

const isContext = (circle: JsonObject) => circle['bond'] === 'context';

function withPermission(level: JsonObject, viewer: string, subject: string, yes: boolean): JsonObject {
  return withObjects(level, 'contacts', (contact) => {
    if (contact['id'] !== viewer) return contact;
    const old = textsIn(contact, 'maySee');
    if (old.includes('*') || old.includes(subject) === yes) return contact;
    const ids = yes ? [...old, subject] : old.filter((id) => id !== subject);
    return withFieldSet(contact, 'maySee', ids.length > 0 ? ids : undefined);
  });
}

const names = (circle: JsonObject, ...ids: readonly string[]) =>
  ids.every((id) => textsIn(circle, 'members').includes(id));

/** Adds a circle of two, or says of one that has both what it should say. */
function withPair(level: JsonObject, one: string, other: string, facts: JsonObject): JsonObject {
  const circles = objectsIn(level, 'circles');
  const fits = (circle: JsonObject) =>
    circle['bond'] === facts['bond'] && names(circle, one, other) && ownValue(circle, 'mails') === undefined;
  if (circles.some((circle) => fits(circle) && (facts['discusses'] === undefined || circle['discusses'] === true))) {
    return level;
  }
  const both = circles.find((circle) => fits(circle) && textsIn(circle, 'members').length === 2);
  if (both) return withObjects(level, 'circles', (circle) => (circle === both ? { ...circle, ...facts } : circle));
  const id = newId(`${one}-${other}`, 'pair', idsOf(circles));
  // An index past the end appends.
  return withValue(level, ['circles', Infinity], { id, members: [one, other], ...facts });
}

/** Two people share a circle no longer; with each of the others they share what they shared. */
function apart(level: JsonObject, one: string, other: string, isMeant: (circle: JsonObject) => boolean): JsonObject {
  const taken = idsOf(objectsIn(level, 'circles'));
  const added: JsonObject[] = [];
  const changed = withObjects(level, 'circles', (circle) => {
    if (!isMeant(circle) || !names(circle, one, other)) return circle;
    const members = textsIn(circle, 'members');
    if (members.length === 2) return null;
    const id = newId(typeof circle['id'] === 'string' ? circle['id'] : '', 'circle', [...taken, ...idsOf(added)]);
    added.push({ ...circle, id, members: members.filter((member) => member !== one) });
    return withFieldSet(
      circle,
      'members',
      members.filter((member) => member !== other),
    );
  });
  if (added.length === 0) return changed;
  return withFieldSet(changed, 'circles', [...objectsIn(changed, 'circles'), ...added]);
}

/** Two people know of each other as before, and need not answer each other. */
function silent(level: JsonObject, one: string, other: string): JsonObject {
  const quiet = withObjects(level, 'circles', (circle) =>
    circle['discusses'] === true && names(circle, one, other) && textsIn(circle, 'members').length === 2
      ? withFieldSet(circle, 'discusses', undefined)
      : circle,
  );
  const split = apart(quiet, one, other, (circle) => circle['discusses'] === true);
  return split === quiet ? quiet : withPair(split, one, other, { bond: 'context' });
}

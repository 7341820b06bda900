import type { Draft } from './draft.ts';
import { newId } from './ids/new-id.ts';
import { addItem, changeItem, idsOf, type Added } from './items.ts';
import { isObject, objectsIn, textsIn, valueAt, withFieldSet, withObjects, type JsonObject } from './json/value.ts';
import { change, draftOf, levelOf, type LevelFiles } from './level-files.ts';

/**
 * What people share, as the form asks it. “Do these people already know of each other here?” “Would they recognise each
 * other?” “Must they answer each other?” The answers are circles.
 */
export const TIES = ['know', 'recognise', 'answer'] as const;
export type Tie = (typeof TIES)[number];
export type DraftCircle = NonNullable<Draft['circles']>[number];

const FACTS = {
  know: { bond: 'context', discusses: undefined },
  recognise: { bond: 'acquaintance', discusses: undefined },
  answer: { bond: 'context', discusses: true },
} as const satisfies Record<Tie, { readonly bond: string; readonly discusses: true | undefined }>;

/** Returns which question a circle answers with yes. */
export function tieOf({ bond, discusses }: Pick<DraftCircle, 'bond' | 'discusses'>): Tie {
  if (bond === 'acquaintance') return 'recognise';
  return discusses === true ? 'answer' : 'know';
}

/** Says that people share something. Those who must answer each other must act, too. */
export function addCircle(files: LevelFiles, tie: Tie, members: readonly string[]): Added {
  const id = newId(tie, tie, idsOf(objectsIn(levelOf(files), 'circles')));
  const added = addItem(files, 'circles', id, { members, ...defined(FACTS[tie]) });
  return { ...added, files: withDoers(added.files, tie, members) };
}

const defined = (facts: { readonly bond: string; readonly discusses: true | undefined }): JsonObject => ({
  bond: facts.bond,
  ...(facts.discusses && { discusses: facts.discusses }),
});

/** Changes what the people of a circle share. */
export function setTie(files: LevelFiles, index: number, tie: Tie): LevelFiles {
  const old = draftOf(files).circles?.[index];
  if (old?.bond !== undefined && tieOf(old) === tie) return files;
  const { bond, discusses } = FACTS[tie];
  const changed = changeItem(files, 'circles', index, (circle) =>
    withFieldSet(withFieldSet(circle, 'bond', bond), 'discusses', discusses),
  );
  return withDoers(changed, tie, membersAt(changed, index));
}

/** Changes who is in a circle. */
export function setMembers(files: LevelFiles, index: number, members: readonly string[]): LevelFiles {
  const before = new Set(membersAt(files, index));
  const changed = changeItem(files, 'circles', index, (circle) => withFieldSet(circle, 'members', members));
  const discusses = valueAt(levelOf(changed), ['circles', index, 'discusses']);
  const added = members.filter((member) => !before.has(member));
  return discusses === true ? withDoers(changed, 'answer', added) : changed;
}

/** Says on which emails the people of a circle share it; null: on all. */
export function setCircleMails(files: LevelFiles, index: number, mails: readonly string[] | null): LevelFiles {
  return changeItem(files, 'circles', index, (circle) =>
    withFieldSet(circle, 'mails', mails && mails.length > 0 ? mails : undefined),
  );
}

function membersAt(files: LevelFiles, index: number): readonly string[] {
  const circle = valueAt(levelOf(files), ['circles', index]);
  return isObject(circle) ? textsIn(circle, 'members') : [];
}

function withDoers(files: LevelFiles, tie: Tie, members: readonly string[]): LevelFiles {
  return tie === 'answer' ? change(files, (level) => withNeedToAct(level, members)) : files;
}

/** Says that people must act. Groups and lists need nothing themselves. */
export function withNeedToAct(level: JsonObject, people: readonly string[]): JsonObject {
  return withObjects(level, 'contacts', (contact) => {
    const { id, kind } = contact;
    const isOne = typeof id === 'string' && people.includes(id) && kind !== 'group' && kind !== 'list';
    return isOne ? withFieldSet(contact, 'needs', 'act') : contact;
  });
}

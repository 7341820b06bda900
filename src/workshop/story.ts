import type { Draft } from './draft.ts';
import { newId } from './ids/new-id.ts';
import { addItem, changeItem, idsOf, type Added } from './items.ts';
import { objectsIn, withFieldSet, type Json, type JsonObject } from './json/value.ts';
import { levelOf, type LevelFiles } from './level-files.ts';

/**
 * The author's own events, as the form asks for them: what happened, how long after, and what the player reads.
 * `sees`: did someone see someone? `placed`: was a card in one of these fields? `reached`: did an email reach someone?
 * `event`: did something happen that the game works out?
 */
export const HAPPENINGS = ['event', 'sees', 'placed', 'reached'] as const;
export type HappeningKind = (typeof HAPPENINGS)[number];

/** Anyone, in a condition that names a viewer or who is seen. */
export const ANYONE = '*';

/** The most conditions of one event. */
export const MOST_CONDITIONS = 6;

/** What must have happened. Ids are '' until the author has chosen. */
export type Happening =
  | { readonly kind: 'event'; readonly event: string }
  | { readonly kind: 'sees'; readonly viewer: string; readonly seen: string }
  | {
      readonly kind: 'placed';
      readonly contact: string;
      readonly fields: readonly string[];
      readonly mail: string | null;
    }
  | { readonly kind: 'reached'; readonly contact: string; readonly mail: string | null };

type DraftBeat = NonNullable<Draft['beats']>[number];

/** Returns everything that must have happened before an event; empty for one whose condition cannot be read. */
export function happeningsOf({ when }: Pick<DraftBeat, 'when'>): Happening[] {
  if (!when) return [];
  const parts = 'and' in when && when.and ? when.and : [when];
  return parts.flatMap((part) => happeningOf(part) ?? []);
}

function happeningOf(condition: object): Happening | null {
  const read = (name: string): unknown => Object.entries(condition).find(([own]) => own === name)?.[1];
  const id = (name: string) => {
    const value = read(name);
    return typeof value === 'string' ? value : '';
  };
  const mail = id('mail') === '' ? null : id('mail');
  if (read('event') !== undefined) return { kind: 'event', event: id('event') };
  if (read('viewer') !== undefined || read('learns') !== undefined) {
    return { kind: 'sees', viewer: id('viewer'), seen: id('learns') };
  }
  if (read('reached') !== undefined) return { kind: 'reached', contact: id('reached'), mail };
  const fields = read('in');
  if (read('contact') === undefined) return null;
  return { kind: 'placed', contact: id('contact'), fields: Array.isArray(fields) ? fields.map(String) : [], mail };
}

function conditionOf(happening: Happening): JsonObject {
  switch (happening.kind) {
    case 'event':
      return { event: happening.event };
    case 'sees':
      return { viewer: happening.viewer, learns: happening.seen };
    case 'placed':
      return {
        contact: happening.contact,
        in: happening.fields,
        ...(happening.mail !== null && { mail: happening.mail }),
      };
    case 'reached':
      return { reached: happening.contact, ...(happening.mail !== null && { mail: happening.mail }) };
  }
}

function whenOf(happenings: readonly Happening[]): Json | undefined {
  const [first, ...rest] = happenings.map(conditionOf);
  return first && (rest.length === 0 ? first : { and: [first, ...rest] });
}

/** Adds an event at the end of the story, a day after the first email. */
export function addBeat(files: LevelFiles, happenings: readonly Happening[]): Added {
  const id = newId('', 'event', idsOf(objectsIn(levelOf(files), 'beats')));
  const when = whenOf(happenings);
  return addItem(files, 'beats', id, { ...(when !== undefined && { when }), after: 'P1D' });
}

/** Changes what must have happened before an event: one thing, or all of several. */
export function setHappenings(files: LevelFiles, index: number, happenings: readonly Happening[]): LevelFiles {
  return changeItem(files, 'beats', index, (beat) => withFieldSet(beat, 'when', whenOf(happenings)));
}

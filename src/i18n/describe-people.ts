import type { ContactId, Exposure, Level, OpenPlacement } from '../engine/index.ts';
import { namesOf } from './describe.ts';
import { t } from './text.ts';

/** Says which decision let someone see someone else, in one sentence. */
export function describeOpenPlacement(
  level: Level,
  { field, subjects, readIn, viewers, within }: OpenPlacement,
): string {
  const words = { field: t(`field.${field}`), subjects: namesOf(level, subjects) };
  if (within) return t('sight.within', words);
  return t('sight.read', { ...words, viewers: namesOf(level, viewers), readIn: t(`field.${readIn}`) });
}

/**
 * Says how many people of a contact saw someone, or were seen: "Batch 1 (118 people)".
 * @param side which end of the exposure is named
 */
export function describeKnown(level: Level, exposure: Exposure, side: 'viewer' | 'subject'): string {
  const contact: ContactId = exposure[side];
  const all = level.contacts.find(({ id }) => id === contact)?.people ?? 1;
  const others = exposure.viewer === exposure.subject;
  const people = side === 'subject' ? exposure.seen : all;
  const name = namesOf(level, [contact]);
  if (others) return t('sight.each-other', { name, others: t('count.others', { count: Math.max(1, people - 1) }) });
  return people === 1 ? name : t('sight.people', { name, people: t('count.people', { count: people }) });
}

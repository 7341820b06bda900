import { beat, beatId, type Beat } from './beat.ts';
import { becauseOfBeat, becausePlaced } from './causes.ts';
import { durationSeconds } from '../level/duration.ts';
import { conditionsOf, type BeatCondition } from '../level/beat-format.ts';
import { isNeeded, needOf } from '../level/needs.ts';
import type { AuthoredBeat, Field } from '../level/level.ts';
import type { Cause, Exposure } from './findings.ts';
import type { Story, StoryMail } from './story.ts';

interface Holds {
  readonly causes: readonly Cause[];
  readonly viewers?: readonly string[];
  readonly subjects?: readonly string[];
}

/** Returns the beats that the level's author wrote, if their conditions hold. */
export function authoredBeats(story: Story, told: readonly Beat[]): Beat[] {
  return (story.level.beats ?? []).flatMap((authored) => {
    const held = allHold(story, told, authored.when);
    return held
      ? [beat('authored', [authored.id], timeOf(authored, held, told), { ...held, text: authored.text })]
      : [];
  });
}

/** At the author's time, but never before its cause. */
function timeOf(authored: AuthoredBeat, { causes }: Holds, told: readonly Beat[]): number {
  const times = causes.flatMap((cause) => told.find(({ id }) => cause.type === 'beat' && id === cause.beat)?.at ?? []);
  return Math.max(durationSeconds(authored.after), ...times);
}

/** Returns the causes if all conditions hold; null if one does not. */
function allHold(story: Story, told: readonly Beat[], when: AuthoredBeat['when']): Holds | null {
  const each = conditionsOf(when).map(({ condition }) => holds(story, told, condition));
  const held = each.filter((one) => one !== null);
  if (held.length < each.length) return null;
  const united = <Value>(lists: readonly (readonly Value[] | undefined)[]) => [
    ...new Map(lists.flatMap((list) => list ?? []).map((value) => [JSON.stringify(value), value])).values(),
  ];
  return {
    causes: united(held.map(({ causes }) => causes)),
    viewers: united(held.map(({ viewers }) => viewers)),
    subjects: united(held.map(({ subjects }) => subjects)),
  };
}

function holds(story: Story, told: readonly Beat[], condition: BeatCondition): Holds | null {
  if ('viewer' in condition) return learned(story, told, condition.viewer, condition.learns);
  if ('contact' in condition) return placed(story, condition.contact, condition.in, condition.mail);
  if ('reached' in condition) return reached(story, condition.reached, condition.mail);
  return event(story, told, condition.event);
}

function mailsNamed(story: Story, mail: string | undefined): StoryMail[] {
  return story.desks.flatMap((desk) => desk.mails).filter((one) => mail === undefined || one.mail.id === mail);
}

function placed(story: Story, contact: string, fields: readonly Field[], mail: string | undefined): Holds | null {
  const mails = mailsNamed(story, mail);
  const found = mails.map((one) => story.routing[one.mail.id]?.[contact] ?? 'none');
  if (!found.some((field) => fields.includes(field))) return null;
  return { causes: becausePlaced(story, mails, [contact], fields), subjects: [contact] };
}

/** A mail reached a contact, in any field; for a group or a list, it reached all of its people. */
function reached(story: Story, contact: string, mail: string | undefined): Holds | null {
  const named = new Set(mailsNamed(story, mail));
  const people = story.book.expand(contact);
  const desksReaching = people.map((person) =>
    story.desks.filter((desk) =>
      desk.mails.some(
        (one) => named.has(one) && one.delivered.deliveries.some(({ addressee }) => addressee === person),
      ),
    ),
  );
  if (people.length === 0 || desksReaching.some((desks) => desks.length === 0)) return null;
  const ids = new Set(desksReaching.flatMap((desks) => desks.slice(0, 1).map(({ id }) => id)));
  return { causes: [...ids].map((id) => becauseOfBeat(beatId('sent', id))), viewers: people.map(({ id }) => id) };
}

function learned(story: Story, told: readonly Beat[], viewer: string, subject: string): Holds | null {
  const matches = (exposure: Exposure) =>
    (viewer === '*' || exposure.viewer === viewer) && (subject === '*' || exposure.subject === subject);
  const shown = story.exposures.filter(matches);
  if (shown.length === 0) return null;
  const viewers = [...new Set(shown.map((exposure) => exposure.viewer))];
  const subjects = [...new Set(shown.map((exposure) => exposure.subject))];
  const shownBy = told.find(
    ({ kind, viewers: who, subjects: whom }) =>
      (kind === 'disclosed' || kind === 'unmasked') &&
      viewers.some((id) => who.includes(id)) &&
      subjects.some((id) => whom.includes(id)),
  );
  return { causes: shownBy ? [becauseOfBeat(shownBy.id)] : [], viewers, subjects };
}

function event(
  story: Story,
  told: readonly Beat[],
  name: 'always' | 'breach' | 'no-breach' | 'content-leaked' | 'omitted' | 'regulator-decided',
): Holds | null {
  const after = (...kinds: Beat['kind'][]): Holds | null => {
    const causes = told.filter(({ kind }) => kinds.includes(kind)).slice(0, 3);
    return causes.length > 0 ? { causes: causes.map(({ id }) => becauseOfBeat(id)) } : null;
  };
  switch (name) {
    case 'always':
      return after('sent');
    case 'breach':
      return story.breach ? after('disclosed', 'content-leaked', 'unmasked') : null;
    case 'no-breach':
      return story.breach || !arrived(story, told) ? null : after('sent');
    case 'content-leaked':
      return after('content-leaked');
    case 'omitted':
      return after('omitted');
    case 'regulator-decided':
      return after('decided');
  }
}

/**
 * Everyone who must act got their mail, and so did someone whom it is for: a mail that reached nobody leaked nothing
 * and did nothing.
 */
function arrived(story: Story, told: readonly Beat[]): boolean {
  if (told.some((one) => one.kind === 'omitted' && one.variant === 'act')) return false;
  return story.desks.some(({ mails }) =>
    mails.some(({ mail, delivered }) =>
      delivered.deliveries.some(({ addressee }) => isNeeded(needOf(mail, addressee))),
    ),
  );
}

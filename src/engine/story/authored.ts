import { beat, type Beat } from './beat.ts';
import { becauseOfBeat, becausePlaced } from './causes.ts';
import { durationSeconds } from '../level/duration.ts';
import type { AuthoredBeat } from '../level/level.ts';
import type { Cause, Exposure } from './findings.ts';
import type { Story } from './story.ts';

interface Holds {
  readonly causes: readonly Cause[];
  readonly viewers?: readonly string[];
  readonly subjects?: readonly string[];
}

/** The beats that the level's author wrote, where their condition holds. */
export function authoredBeats(story: Story, told: readonly Beat[]): Beat[] {
  return (story.level.beats ?? []).flatMap((authored) => {
    const holds = condition(story, told, authored.when);
    return holds
      ? [beat('authored', [authored.id], timeOf(authored, holds, told), { ...holds, text: authored.text })]
      : [];
  });
}

/** As the author says, but never before what caused it. */
function timeOf(authored: AuthoredBeat, { causes }: Holds, told: readonly Beat[]): number {
  const times = causes.flatMap((cause) => told.find(({ id }) => cause.type === 'beat' && id === cause.beat)?.at ?? []);
  return Math.max(durationSeconds(authored.after), ...times);
}

function condition(story: Story, told: readonly Beat[], when: AuthoredBeat['when']): Holds | null {
  if ('viewer' in when) return learned(story, told, when.viewer, when.learns);
  if ('contact' in when) {
    const mails = story.desks
      .flatMap((desk) => desk.mails)
      .filter(({ mail }) => when.mail === undefined || mail.id === when.mail);
    const fields = mails.map(({ mail }) => story.routing[mail.id]?.[when.contact] ?? 'none');
    if (!fields.some((field) => when.in.includes(field))) return null;
    return { causes: becausePlaced(story, mails, [when.contact], when.in), subjects: [when.contact] };
  }
  return event(story, told, when.event);
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
      return story.breach ? null : after('sent');
    case 'content-leaked':
      return after('content-leaked');
    case 'omitted':
      return after('omitted');
    case 'regulator-decided':
      return after('decided');
  }
}

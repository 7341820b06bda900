import { replayLog, type Level, type Routing } from '../../engine/index.ts';
import { textOf } from '../../i18n/index.ts';
import type { PlayReport } from '../../lms/report.ts';
import type { SavedPlay } from '../../progress/index.ts';

/** A play counts as right from this many stars on, as it does for the rules that come back. */
const RIGHT_STARS = 2;

/**
 * Tells of a play that has just been finished.
 *
 * @returns null when the level has changed so that the play does not end any more
 */
export function playReport(
  level: Level,
  { log }: Pick<SavedPlay, 'log'>,
  seconds: number,
  at: number,
): PlayReport | null {
  try {
    const { outcome, routing, desk } = replayLog(level, log);
    if (desk) return null;
    const { score, stars, privacy, purpose } = outcome;
    return {
      level: level.id,
      title: textOf(level.title),
      score,
      privacy,
      purpose,
      right: stars >= RIGHT_STARS,
      placement: placementLine(routing),
      seconds,
      at,
    };
  } catch {
    return null;
  }
}

/** Writes where the cards lay, in the words of the level file: `mail:to=ana,ben;bcc=cem`. */
export function placementLine(routing: Routing): string {
  return Object.entries(routing)
    .map(([mail, cards]) => {
      const fields = new Map<string, string[]>();
      for (const [contact, field] of Object.entries(cards)) {
        if (field !== 'none') fields.set(field, [...(fields.get(field) ?? []), contact]);
      }
      return `${mail}:${[...fields].map(([field, contacts]) => `${field}=${contacts.join(',')}`).join(';')}`;
    })
    .join('|');
}

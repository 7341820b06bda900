import { replayLog, type Level, type Routing } from '../../engine/index.ts';
import { textOf } from '../../i18n/index.ts';
import type { PlayReport } from '../../lms/report.ts';
import type { SavedPlay } from '../../progress/index.ts';

/** The fewest stars of a correct play; the rules to practise use the same number. */
const RIGHT_STARS = 2;

/**
 * Returns the report of a play that has just been finished.
 *
 * @returns null if the level has changed so that the play no longer ends
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

/** Writes the routing in the words of the level file: `mail:to=ana,ben;bcc=cem`. */
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

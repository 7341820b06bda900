import {
  bestRouting,
  type ContactId,
  type Field,
  type Level,
  playOfRouting,
  readersOfTooMuch,
  replayLog,
  startPlay,
} from '../../engine/index.ts';
import { formatNumber, textOf } from '../../i18n/index.ts';
import { loadProgress } from '../../progress/index.ts';
import { handsOf, type RoomRecord } from '../../room/record.ts';
import { predictionsOf, resultsOf, type RoomOutcome, roomOutcome, type Results, spreadOf } from '../../room/tally.ts';
import type { RoomLevelModel } from '../../screens/room/model.ts';
import { answerName } from '../../screens/room/room-page.ts';
import type { SummaryRow } from '../../screens/room/summary-table.ts';

const outcomes = new WeakMap<Results, Map<string, RoomOutcome | null>>();

/** Returns what followed from a group's results of one level. It is worked out again only when the results change. */
export function outcomeOf(level: Level, { group: { results } }: RoomRecord): RoomOutcome | null {
  const known = outcomes.get(results) ?? new Map<string, RoomOutcome | null>();
  outcomes.set(results, known);
  const before = known.get(level.id);
  if (before !== undefined) return before;
  const outcome = roomOutcome(level, resultsOf(results, level));
  known.set(level.id, outcome);
  return outcome;
}

/** Returns the room page’s view of a level; null for a level without a desk. @param withBest adds the best way */
export function levelModel(level: Level, record: RoomRecord, withBest: boolean): RoomLevelModel | null {
  const { desk } = startPlay(level);
  if (!desk) return null;
  const results = resultsOf(record.group.results, level);
  const answers: readonly (ContactId | null)[] = [null, ...desk.contacts];
  return {
    level,
    desk,
    results: results.length,
    spread: spreadOf(level, results),
    outcome: outcomeOf(level, record),
    predictions: predictionsOf(results),
    hands: answers.map((said) => ({ said, count: handsOf(record, level.id, said) })),
    readers: readersHere(level),
    best: withBest ? bestPlacement(level) : null,
  };
}

/** Returns the people who saw too much in the last play on this screen; null without a play. */
function readersHere(level: Level): readonly ContactId[] | null {
  const { plays, results } = loadProgress();
  const [play, result] = [plays[level.id], results[level.id]];
  const last = play ? replayLog(level, play.log) : null;
  if (!last?.beforeSend && !result) return null;
  const { outcome } = last?.beforeSend ? last : playOfRouting(level, result?.routing ?? {});
  return readersOfTooMuch(
    outcome,
    outcome.sent.map(({ mail }) => mail),
  );
}

function bestPlacement(level: Level): Readonly<Record<ContactId, Field>> {
  const { routing } = bestRouting(level);
  const { mails = [], contacts = [] } = startPlay(level).desk ?? {};
  const fieldOf = (contact: ContactId): Field =>
    mails.map((mail) => routing[mail]?.[contact]).find((field) => field !== undefined) ?? 'none';
  return Object.fromEntries(contacts.map((contact) => [contact, fieldOf(contact)]));
}

/** Returns the summary of a level; null without results. */
export function summaryRow(level: Level, record: RoomRecord): SummaryRow | null {
  const outcome = outcomeOf(level, record);
  if (!outcome) return null;
  const { leak, predicted, foreseen } = outcome;
  return {
    title: textOf(level.title),
    results: outcome.results,
    privacy: outcome.privacy,
    purpose: outcome.purpose,
    expected: predicted > 0 ? `${formatNumber(foreseen)} / ${formatNumber(predicted)}` : null,
    leak: leak && `${answerName(level, leak.viewer)} → ${answerName(level, leak.subject)}`,
  };
}

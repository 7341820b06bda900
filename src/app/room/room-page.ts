import { announce } from '../../access/announce.ts';
import {
  bestRouting,
  type ContactId,
  type Field,
  type Level,
  type Placement,
  playOfRouting,
  readersOfTooMuch,
  replayLog,
  startPlay,
} from '../../engine/index.ts';
import { formatNumber, t, textOf } from '../../i18n/index.ts';
import { loadProgress } from '../../progress/index.ts';
import {
  addCodes,
  addLive,
  type AddedCodes,
  bringBack,
  handsOf,
  nextGroup,
  readRecord,
  type RoomRecord,
  setHands,
} from '../../room/record.ts';
import {
  playOfPlacement,
  predictionsOf,
  resultsOf,
  type RoomOutcome,
  roomOutcome,
  roomPlacement,
  type Results,
  spreadOf,
} from '../../room/tally.ts';
import type { CameraState } from '../../screens/room/codes-form.ts';
import type { RoomLevelModel } from '../../screens/room/model.ts';
import { answerName, roomScreen } from '../../screens/room/room-page.ts';
import type { SummaryRow } from '../../screens/room/summary-table.ts';
import { playable, readLevels } from '../course/loaded-course.ts';
import type { PageContext, PageController } from '../pages/page-controller.ts';
import { hideScore, isScoreHidden } from './hidden-score.ts';
import { canScan, startScanning, type Scanning } from './camera.ts';
import type { leadLiveRoom } from './live-screen.ts';
import { roomTimer } from './room-timer.ts';
import { tabRecord } from './tab-record.ts';

/**
 * The facilitator's page. It collects results by code, by show of hands and live.
 *
 * @param lead leads a live session; null if the link has none
 */
export function roomPage(
  { loaded, read, draw, openSettings, watch }: PageContext,
  lead: typeof leadLiveRoom | null,
): PageController {
  const kept = tabRecord('room');
  let record = readRecord(kept.read());
  let added: AddedCodes | null = null;
  let camera: CameraState = { state: canScan() ? 'offered' : 'none' };
  let scanning: Scanning | null = null;
  let bestShown: string | null = null;
  const timer = roomTimer(draw);
  void read(() => true).then(() => tellPhones());

  const keep = (next: RoomRecord) => {
    record = next;
    kept.write(JSON.stringify(next));
    draw();
  };
  const levels = () => readLevels(loaded());
  const chosen = () => {
    const ids = playable(loaded()).map(({ id }) => id);
    return record.level !== null && ids.includes(record.level) ? record.level : (ids[0] ?? '');
  };
  const level = () => levels().find(({ id }) => id === chosen()) ?? null;

  const add = (text: string) => {
    added = addCodes(record, levels(), text);
    // If all new codes are of one level, the page shows that level.
    const before = new Set(record.group.results);
    const taken = added.record.group.results.filter((result) => !before.has(result));
    const of = new Set(taken.map(({ level: id }) => id));
    const [only] = of.size === 1 ? of : [];
    keep(only === undefined ? added.record : { ...added.record, level: only });
  };
  const stopScanning = () => {
    scanning?.stop();
    scanning = null;
    camera = { state: 'offered' };
    draw();
  };
  const scan = async () => {
    const seen = new Set<string>();
    try {
      scanning = await startScanning(
        () => document.querySelector<HTMLVideoElement>('.room-camera'),
        (code) => {
          if (seen.has(code)) return;
          seen.add(code);
          add(code);
        },
      );
      camera = { state: 'on', stream: scanning.stream };
    } catch {
      camera = { state: 'failed' };
    }
    draw();
  };
  const live = lead?.({
    levels,
    changed: draw,
    result: (result) => keep(addLive(record, result)),
  });
  const tellPhones = () => live?.setState({ level: chosen() || null, phase: live.model().phase });

  const replay = (placement: Placement | null | undefined) => {
    const shown = level();
    const play = shown && placement && playOfPlacement(shown, placement);
    if (shown && play) watch(shown.id, { play, rescored: false });
  };

  return {
    screen() {
      const shown = level();
      return roomScreen(
        {
          levels: playable(loaded()),
          read: levels(),
          chosen: chosen(),
          shown: shown && levelModel(shown, record, bestShown === shown.id),
          added,
          camera,
          scoreHidden: isScoreHidden(),
          canBringBack: record.put !== null && record.group.results.length === 0,
          timer: timer.model(),
          live: live?.model() ?? null,
          summary: levels().flatMap((one) => summaryRow(one, record) ?? []),
        },
        {
          openSettings,
          choose(id) {
            keep({ ...record, level: id });
            tellPhones();
          },
          setPhase(phase) {
            live?.setState({ level: chosen() || null, phase });
            draw();
          },
          endSession: () => live?.screen.end(),
          addCodes: add,
          scan: (on) => (on ? void scan() : stopScanning()),
          setHands: (said, count) => keep(setHands(record, chosen(), said, count)),
          showBest() {
            bestShown = chosen();
            draw();
          },
          replayLeak: () => replay(shown && outcomeOf(shown, record)?.leak?.placement),
          replayRoom: () => replay(shown && roomPlacement(shown, resultsOf(record.group.results, shown))),
          hideScore(hidden) {
            hideScore(hidden);
            draw();
          },
          nextGroup() {
            added = null;
            keep(nextGroup(record));
            announce(t('room.session.next-done'));
          },
          bringBack: () => keep(bringBack(record)),
          timer: timer.actions,
          print: printOnly,
        },
      );
    },
  };
}

/** Prints one part of the page. */
function printOnly(what: 'handout' | 'sheet'): void {
  document.documentElement.dataset['printing'] = what;
  addEventListener('afterprint', () => delete document.documentElement.dataset['printing'], { once: true });
  print();
}

const outcomes = new WeakMap<Results, Map<string, RoomOutcome | null>>();

/** Returns what followed from a group's results of one level. It is worked out again only when the results change. */
function outcomeOf(level: Level, { group: { results } }: RoomRecord): RoomOutcome | null {
  const known = outcomes.get(results) ?? new Map<string, RoomOutcome | null>();
  outcomes.set(results, known);
  const before = known.get(level.id);
  if (before !== undefined) return before;
  const outcome = roomOutcome(level, resultsOf(results, level));
  known.set(level.id, outcome);
  return outcome;
}

function levelModel(level: Level, record: RoomRecord, withBest: boolean): RoomLevelModel | null {
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

function summaryRow(level: Level, record: RoomRecord): SummaryRow | null {
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

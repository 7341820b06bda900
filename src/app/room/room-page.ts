import { announce } from '../../access/announce.ts';
import type { Placement } from '../../engine/index.ts';
import { t } from '../../i18n/index.ts';
import { tabRecord } from '../../progress/tab-record.ts';
import type { RoomState } from '../../room/messages.ts';
import {
  addCodes,
  addLive,
  type AddedCodes,
  bringBack,
  nextGroup,
  readRecord,
  type RoomRecord,
  setHands,
} from '../../room/record.ts';
import { playOfPlacement, resultsOf, roomPlacement } from '../../room/tally.ts';
import type { CameraState } from '../../screens/room/codes-form.ts';
import { isVoting } from '../../screens/room/live-part.ts';
import { roomScreen } from '../../screens/room/room-page.ts';
import { playable, readLevels } from '../course/loaded-course.ts';
import { readSession, sessionQuery } from '../course/session-link.ts';
import { pageAddress } from '../course/sources.ts';
import type { PageContext, PageController } from '../pages/page-controller.ts';
import { canScan, startScanning, type Scanning } from './camera.ts';
import { hideScore, isScoreHidden } from './hidden-score.ts';
import type { leadLiveRoom } from './live-screen.ts';
import { levelModel, outcomeOf, summaryRow } from './room-level.ts';
import { roomTimer } from './room-timer.ts';

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
  let known = { text: kept.read(), record: readRecord(kept.read()) };
  let added: AddedCodes | null = null;
  let camera: CameraState = { state: canScan() ? 'offered' : 'none' };
  let scanning: Scanning | null = null;
  let bestShown: string | null = null;
  let codeIsLarge = false;
  const session = readSession(location.search);
  const phones = new URL(`${sessionQuery({ ...session, present: false })}#/`, pageAddress()).href;
  const timer = roomTimer(draw);
  void read(() => true).then(() => tellPhones());

  /** Returns the record. It is read each time, so that what was erased meanwhile is not written back. */
  const record = (): RoomRecord => {
    const text = kept.read();
    if (text !== known.text) known = { text, record: readRecord(text) };
    return known.record;
  };
  const keep = (next: RoomRecord) => {
    const text = JSON.stringify(next);
    known = { text, record: next };
    kept.write(text);
    draw();
  };
  const levels = () => readLevels(loaded());
  const chosen = () => {
    const ids = playable(loaded()).map(({ id }) => id);
    const { level: asked } = record();
    return asked !== null && ids.includes(asked) ? asked : (ids[0] ?? '');
  };
  const level = () => levels().find(({ id }) => id === chosen()) ?? null;

  const add = (text: string) => {
    const before = new Set(record().group.results);
    added = addCodes(record(), levels(), text);
    // If all new codes are of one level, the page shows that level.
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
  const stateNow = (): RoomState => {
    const { phase, group } = record();
    return { level: chosen() || null, phase, group: group.began };
  };
  const live = lead?.({ levels, changed: draw, results: (results) => keep(addLive(record(), results)) }, stateNow());
  const tellPhones = () => live?.setState(stateNow());

  const replay = (placement: Placement | null | undefined) => {
    const shown = level();
    const play = shown && placement && playOfPlacement(shown, placement);
    if (shown && play) watch(shown.id, { play, rescored: false, ofRoom: true });
  };

  return {
    screen() {
      const now = record();
      const shown = level();
      const liveNow = live ? { ...live.model(), phase: now.phase } : null;
      // The summary would say what the page hides while the phones vote.
      const summed = levels().filter(({ id }) => id !== shown?.id || !isVoting(liveNow));
      return roomScreen(
        {
          levels: playable(loaded()),
          read: levels(),
          played: levels().filter((one) => outcomeOf(one, now) !== null),
          chosen: chosen(),
          shown: shown && levelModel(shown, now, bestShown === shown.id),
          added,
          camera,
          scoreHidden: isScoreHidden(),
          canBringBack: now.put !== null && now.group.results.length === 0,
          timer: timer.model(),
          live: liveNow,
          phones: session.room === null ? null : { link: phones, large: codeIsLarge },
          summary: summed.flatMap((one) => summaryRow(one, now) ?? []),
        },
        {
          openSettings,
          choose(id) {
            keep({ ...record(), level: id });
            tellPhones();
          },
          setPhase(phase) {
            keep({ ...record(), phase });
            tellPhones();
          },
          endSession: () => live?.screen.end(),
          enlargeCode(large) {
            codeIsLarge = large;
            draw();
          },
          addCodes: add,
          scan: (on) => (on ? void scan() : stopScanning()),
          setHands: (said, count) => keep(setHands(record(), chosen(), said, count)),
          showBest() {
            bestShown = chosen();
            draw();
          },
          replayLeak: () => replay(shown && outcomeOf(shown, record())?.leak?.placement),
          replayRoom: () => replay(shown && roomPlacement(shown, resultsOf(record().group.results, shown))),
          hideScore(hidden) {
            hideScore(hidden);
            draw();
          },
          nextGroup() {
            added = null;
            // They belong to the group that has just ended.
            live?.takeNow();
            keep(nextGroup(record(), Date.now()));
            tellPhones();
            announce(t('room.session.next-done'));
          },
          bringBack() {
            keep(bringBack(record()));
            tellPhones();
          },
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

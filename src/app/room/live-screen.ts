import type { Level } from '../../engine/index.ts';
import { collectResults } from '../../room/live/collected-results.ts';
import { leadRoom, type LiveScreen } from '../../room/live/screen.ts';
import type { RoomState } from '../../room/messages.ts';
import type { RoomResult } from '../../room/result.ts';
import type { LiveModel } from '../../screens/room/live-part.ts';
import { liveAddress, screenKey } from './live-address.ts';

/** How the session stands, whatever the page shows. */
type Standing = Omit<LiveModel, 'phase'>;

interface Led {
  readonly screen: LiveScreen;
  model: Standing;
  /** The callbacks of the latest room page. They still take results when another page is shown. */
  follow: Follow;
  readonly takeNow: () => void;
}

/** The callbacks of a room page for messages of the session. */
export interface Follow {
  readonly levels: () => readonly Level[];
  readonly changed: () => void;
  readonly results: (results: readonly RoomResult[]) => void;
}

let led: Led | null = null;

/**
 * Leads the session of the link, if the link is live and this tab has its key. The connection stays open while other pages are
 * shown.
 */
export function leadLiveRoom(
  follow: Follow,
  begin: RoomState,
): {
  readonly model: () => Standing;
  readonly screen: LiveScreen;
  readonly setState: (state: RoomState) => void;
  /** Passes on the results that have arrived and wait to be drawn, before a change that they must not follow. */
  readonly takeNow: () => void;
} | null {
  const address = liveAddress();
  const key = screenKey();
  if (!address || key === null) return null;
  if (led) led.follow = follow;
  const current = led ?? open(address, key, follow, begin);
  led = current;
  return {
    model: () => current.model,
    screen: current.screen,
    setState: (state) => current.screen.setState(state),
    takeNow: current.takeNow,
  };
}

function open(
  address: NonNullable<ReturnType<typeof liveAddress>>,
  key: string,
  follow: Follow,
  begin: RoomState,
): Led {
  const collecting = collectResults(
    (results) => opened.follow.results(results),
    () => opened.follow.changed(),
  );
  const set = (change: Partial<Standing>) => {
    opened.model = { ...opened.model, ...change };
    collecting.changed();
  };
  const opened: { model: Standing; follow: Follow } = { model: { status: 'connecting', here: 0 }, follow };
  const screen = leadRoom({ ...address, key, state: begin }, () => opened.follow.levels(), {
    status: (status) => set({ status }),
    present: (here) => set({ here }),
    result: collecting.add,
  });
  return Object.assign(opened, { screen, takeNow: collecting.takeNow });
}

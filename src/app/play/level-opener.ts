import type { WatchedPlay } from '../../engine/index.ts';
import { prefetchCanvas, tryAgain } from './canvas.ts';
import type { CurrentRun } from './current-run.ts';
import type { PlayCode } from './play-code.ts';
import type { Navigation } from '../shell/navigation.ts';
import type { PageView } from '../shell/page-view.ts';
import type { LevelRoute } from '../shell/routes.ts';

/** Opens the level that the address names, once the level and the code that plays it have arrived. */
export interface LevelOpener {
  /**
   * Opens the level now if possible, otherwise as soon as the code has arrived.
   *
   * @param asked true if the player chose it just now, so that a finished level starts again
   * @returns true if a level has opened
   */
  open(asked: boolean): boolean;
  /** Goes to a level and shows the replay of a play from a file or from the workshop. */
  watch(route: LevelRoute, guest: WatchedPlay): Promise<void>;
  /** True if the level of the address, or the code that plays it, could not be loaded. */
  failed(): boolean;
  /** Tries to load it again. */
  retry(): void;
}

export function openLevelOpener(code: PlayCode, runs: CurrentRun, navigation: Navigation, view: PageView): LevelOpener {
  let waiting = false;
  let wasAsked = false;
  let failed = false;

  const openNow = (asked: boolean, guest?: WatchedPlay) => {
    const opener = code.opener();
    return opener !== null && runs.open(opener, navigation.route(), asked, guest);
  };

  const openLater = async () => {
    const route = navigation.route();
    waiting = true;
    // The canvas is needed next, so its code is loaded at the same time.
    void prefetchCanvas();
    await Promise.all([code.load(), runs.read(route)]);
    waiting = false;
    // The player may have gone elsewhere in the meantime.
    if (route !== navigation.route()) return view.guard(() => void open(wasAsked));
    view.guard(() => {
      const opened = openNow(wasAsked);
      failed = !opened && runs.has(route);
      if (opened || failed) view.enter();
    });
  };

  const open = (asked: boolean): boolean => {
    // While files are on their way, further requests open nothing, but the level counts as chosen if one of them chose it.
    if (waiting) {
      wasAsked ||= asked;
      return false;
    }
    failed = false;
    if (openNow(asked)) return true;
    if (!runs.has(navigation.route())) return false;
    wasAsked = asked;
    void openLater();
    return false;
  };

  return {
    open,
    failed: () => failed,
    async watch(route, guest) {
      navigation.leaveFor(route);
      await Promise.all([code.load(), runs.read(route)]);
      view.guard(() => void openNow(false, guest));
      view.enter();
    },
    retry: () => tryAgain(() => void open(true)),
  };
}

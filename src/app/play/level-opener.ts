import type { WatchedPlay } from '../../engine/index.ts';
import { prefetchCanvas, tryAgain } from './canvas.ts';
import type { CurrentRun } from './current-run.ts';
import type { PlayCode } from './play-code.ts';
import type { Navigation } from '../shell/navigation.ts';
import type { PageView } from '../shell/page-view.ts';

/** Opens the level that the address names, once the level and the code that plays it have arrived. */
export interface LevelOpener {
  /**
   * Opens the level now if it can, and else as soon as the code has arrived.
   *
   * @param asked the player asked for it just now: a level that was played to its end begins once more
   * @returns true when a level has opened
   */
  open(asked: boolean): boolean;
  /** Leaves for a level and shows the replay of a play that somebody has saved. */
  watch(level: string, guest: WatchedPlay): Promise<void>;
  /** True when the level of the address, or the code that plays it, could not be loaded. */
  failed(): boolean;
  /** Tries again to load what did not load. */
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
    // The canvas is needed next: its code comes along with the rest, not after it.
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
    // While its files are on their way, the level opens for the first who asked, and as that player did.
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
    async watch(level, guest) {
      navigation.leaveFor({ name: 'level', level });
      await Promise.all([code.load(), runs.read(navigation.route())]);
      view.guard(() => void openNow(false, guest));
      view.enter();
    },
    retry: () => tryAgain(() => void open(true)),
  };
}

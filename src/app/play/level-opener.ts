import type { Play } from '../../engine/index.ts';
import { tryAgain } from './canvas.ts';
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
  watch(level: string, play: Play): Promise<void>;
  /** Tries again to load what did not load. */
  retry(): void;
}

export function openLevelOpener(code: PlayCode, runs: CurrentRun, navigation: Navigation, view: PageView): LevelOpener {
  let waiting = false;

  const openNow = (asked: boolean, play?: Play) => {
    const opener = code.opener();
    return opener !== null && runs.open(opener, navigation.route(), asked, play);
  };

  const openLater = async (asked: boolean) => {
    if (waiting) return;
    waiting = true;
    await code.load();
    waiting = false;
    view.guard(() => {
      // The player may have gone elsewhere in the meantime.
      if (code.failed() || openNow(asked)) view.enter();
    });
  };

  return {
    open(asked) {
      if (code.opener()) return openNow(asked);
      if (runs.has(navigation.route())) void openLater(asked);
      return false;
    },
    async watch(level, play) {
      await code.load();
      navigation.leaveFor({ name: 'level', level });
      view.guard(() => void openNow(false, play));
      view.enter();
    },
    retry: () => tryAgain(() => void openLater(true)),
  };
}

import { bestRouting, type Level, type Routing } from '../../engine/index.ts';
import type { LevelInWork } from './level-in-work.ts';

/** Puts the cards where they earn most, as soon as that is known. */
export interface BestWay {
  readonly ask: () => void;
  /** True while the author waits for it. */
  readonly isAwaited: () => boolean;
  /** More is known of the level, or it has changed. */
  readonly follow: () => void;
}

/** @param lay puts the cards there */
export function bestWay(
  work: () => Pick<LevelInWork, 'analysis' | 'isAnalysing'> & { readonly level: () => Level | null },
  lay: (routing: Routing) => void,
): BestWay {
  let isAwaited = false;
  const ask = () => {
    const { level, analysis, isAnalysing } = work();
    const [playable, played] = [level(), analysis()];
    // Once the level cannot be played, cards that move later would surprise the author.
    isAwaited = playable !== null && played === null && isAnalysing();
    if (isAwaited || !playable) return;
    // Without the worker the page finds it, however long that takes.
    lay(played ? played.best.routing : bestRouting(playable).routing);
  };
  return {
    ask,
    isAwaited: () => isAwaited,
    follow() {
      if (isAwaited) ask();
    },
  };
}

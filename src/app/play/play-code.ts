import { loadAllTexts } from '../../i18n/index.ts';
import type { openLevelRun } from './level-run.ts';

/** The way into the levels: what plays them, the engine included, comes after the home page. */
export interface PlayCode {
  /** Opens a level, once what plays it has arrived; null until then. */
  readonly opener: () => typeof openLevelRun | null;
  /** Fetches what plays a level; resolves when it has arrived, or has failed. After a failure it tries again. */
  readonly load: () => Promise<void>;
}

export function playCode(): PlayCode {
  let opener: typeof openLevelRun | null = null;
  let loading: Promise<void> | null = null;
  const fetchCode = async () => {
    try {
      const [run] = await Promise.all([import('./level-run.ts'), loadAllTexts()]);
      opener = run.openLevelRun;
    } catch {
      // Without a network the next call tries again.
      loading = null;
    }
  };
  return { opener: () => opener, load: () => (loading ??= fetchCode()) };
}

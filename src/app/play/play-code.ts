import { loadAllTexts } from '../../i18n/index.ts';
import type { openLevelRun } from './level-run.ts';

/** Loads the code that plays levels, including the engine, after the home page. */
export interface PlayCode {
  /** Returns the function that opens a level; null until the code has arrived. */
  readonly opener: () => typeof openLevelRun | null;
  /** Fetches the code. It resolves even if that fails, and the next call tries again. */
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
      // There may be no network, so the next call tries again.
      loading = null;
    }
  };
  return { opener: () => opener, load: () => (loading ??= fetchCode()) };
}

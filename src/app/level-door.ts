import { loadAllTexts } from '../i18n/index.ts';
import type { openVisit } from './visit.ts';

/** The way into the levels: what plays them, the engine included, comes after the home page. */
export interface LevelDoor {
  /** Opens a level, once what plays it has arrived; null until then. */
  readonly opener: () => typeof openVisit | null;
  readonly failed: () => boolean;
  /** Fetches what plays a level; resolves when it has arrived, or has failed. After a failure it tries again. */
  readonly load: () => Promise<void>;
}

export function levelDoor(): LevelDoor {
  let opener: typeof openVisit | null = null;
  let failed = false;
  let loading: Promise<void> | null = null;
  const fetchVisit = async () => {
    try {
      const [visit] = await Promise.all([import('./visit.ts'), loadAllTexts()]);
      opener = visit.openVisit;
      failed = false;
    } catch {
      // Without a network the next call tries again.
      failed = true;
      loading = null;
    }
  };
  return { opener: () => opener, failed: () => failed, load: () => (loading ??= fetchVisit()) };
}

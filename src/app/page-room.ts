import { loadAllTexts, t } from '../i18n/index.ts';
import { levelNote } from '../screens/parts/note.ts';
import type { Screen } from './act.ts';
import { tryAgain } from './rooms.ts';
import type { Route } from './routes.ts';
import type { PageSurroundings, SidePage } from './page-around.ts';
import type { openSidePage } from './side-page.ts';

/** The page beside the levels that is open, if one is. Pages come when the first of them is asked for. */
export interface PageRoom {
  /** Follows the address: opens its page, or closes the one that was open. */
  show(route: Route): void;
  screen(): Screen;
  /** undefined while no page is open. */
  title(): string | undefined;
}

/** @param enter draws the page that has just come, and tells those who do not see it */
export function openPageRoom(around: PageSurroundings, enter: () => void): PageRoom {
  let opener: typeof openSidePage | null = null;
  let failed = false;
  let wanted: Extract<Route, { name: 'page' }> | null = null;
  let page: SidePage | null = null;

  const load = async () => {
    try {
      const [pages] = await Promise.all([import('./side-page.ts'), loadAllTexts()]);
      opener = pages.openSidePage;
      failed = false;
    } catch {
      // Without a network the next call tries again.
      failed = true;
    }
    // The player may have gone elsewhere in the meantime.
    if (!wanted || page) return;
    if (opener) page = opener(wanted.page, around);
    enter();
  };

  return {
    show(route) {
      page = null;
      wanted = route.name === 'page' ? route : null;
      if (!wanted) return;
      if (opener) page = opener(wanted.page, around);
      else void load();
    },
    screen() {
      if (page) return page.screen();
      return failed ? levelNote('page-failed', [], () => tryAgain(() => void load())) : levelNote('loading', []);
    },
    title: () => (wanted && page ? t(`${wanted.page}.title`) : undefined),
  };
}

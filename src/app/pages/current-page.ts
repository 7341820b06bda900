import { loadAllTexts, t } from '../../i18n/index.ts';
import type { Field } from '../../engine/index.ts';
import { levelNote } from '../../screens/parts/note.ts';
import type { Screen } from '../play/screen-controller.ts';
import { tryAgain } from '../play/canvas.ts';
import type { Route } from '../shell/routes.ts';
import type { PageContext, PageController } from './page-controller.ts';
import type { openPage } from './pages.ts';

/** The open page beside the levels, if any. The code of the pages loads when the first of them is opened. */
export interface CurrentPage {
  /** Follows the address: opens its page, or closes the previous one. */
  show(route: Route): void;
  screen(): Screen;
  /** undefined while no page is open. */
  title(): string | undefined;
  /** The page has been drawn. */
  drawn(): void;
  /** The fields of a desk that the page shows. */
  fields(): readonly Field[] | null;
}

export function openCurrentPage(around: PageContext): CurrentPage {
  let opener: typeof openPage | null = null;
  let failed = false;
  let wanted: Extract<Route, { name: 'page' }> | null = null;
  let page: PageController | null = null;

  /** @param opening a page that is being opened already */
  const load = async (opening?: Promise<PageController>) => {
    const asked = wanted;
    let opened: PageController | null = null;
    try {
      const [pages] = await Promise.all([import('./pages.ts'), loadAllTexts()]);
      opener = pages.openPage;
      if (asked) opened = await (opening ?? opener(asked.page, around));
      failed = false;
    } catch {
      // Without a network the next call tries again.
      failed = true;
    }
    // The player may have moved on in the meantime.
    if (wanted === null || wanted !== asked || page) return opened?.close?.();
    page = opened;
    around.enter();
  };

  return {
    show(route) {
      page?.close?.();
      page = null;
      wanted = route.name === 'page' ? route : null;
      if (!wanted) return;
      const opened = opener?.(wanted.page, around);
      if (opened && !(opened instanceof Promise)) page = opened;
      else void load(opened);
    },
    screen() {
      if (page) return page.screen();
      return failed ? levelNote('page-failed', [], () => tryAgain(() => void load())) : levelNote('loading', []);
    },
    title: () => (wanted && page ? (page.title?.() ?? t(`${wanted.page}.title`)) : undefined),
    drawn: () => page?.drawn?.(),
    fields: () => page?.fields?.() ?? null,
  };
}

import '../../screens/pages/pages.css';
import { loadAllTexts } from '../../i18n/index.ts';
import { certificatePage } from './certificate.ts';
import type { PageContext, PageController } from './page-controller.ts';
import { packagePrivacyPage } from '../package/privacy.ts';
import { practicePage } from './practice.ts';
import { privacyPage } from './privacy.ts';
import { progressPage } from './progress.ts';
import { isLiveLink } from '../room/room-link.ts';
import type { PageName } from '../shell/routes.ts';

type OpenPage = (around: PageContext) => PageController | Promise<PageController>;

const PAGES: Readonly<Record<PageName, OpenPage>> = {
  privacy: import.meta.env.PACKAGE ? packagePrivacyPage : privacyPage,
  progress: progressPage,
  certificate: certificatePage,
  // Learners have no use for its code.
  host: async (around) => (await import('./host.ts')).hostPage(around),
  // Only facilitators load its code and its texts.
  async room(around) {
    const [{ roomPage }, live] = await Promise.all([
      import('../room/room-page.ts'),
      isLiveLink() ? import('../room/live-screen.ts') : null,
      loadAllTexts('room'),
    ]);
    return roomPage(around, live?.leadLiveRoom ?? null);
  },
  // Only trainers load its code and its texts.
  async workshop(around) {
    const [{ workshopPage }] = await Promise.all([import('../workshop/workshop-page.ts'), loadAllTexts('workshop')]);
    return workshopPage(around);
  },
  day: (around) => practicePage('day', around),
  today: (around) => practicePage('today', around),
  refresh: (around) => practicePage('refresh', around),
  spot: (around) => practicePage('spot', around),
  check: (around) => practicePage('check', around),
};

/**
 * Opens a page.
 *
 * @returns a promise where the page is fetched first; it is rejected without a network
 */
export function openPage(name: PageName, around: PageContext): PageController | Promise<PageController> {
  return PAGES[name](around);
}

import '../screens/pages/pages.css';
import { certificatePage } from './certificate-page.ts';
import { hostPage } from './host-page.ts';
import type { PageSurroundings, SidePage } from './page-around.ts';
import { privacyPage } from './privacy-page.ts';
import { progressPage } from './progress-page.ts';
import type { PageName } from './routes.ts';

const PAGES: Readonly<Record<PageName, (around: PageSurroundings) => SidePage>> = {
  privacy: privacyPage,
  progress: progressPage,
  certificate: certificatePage,
  host: hostPage,
};

export function openSidePage(name: PageName, around: PageSurroundings): SidePage {
  return PAGES[name](around);
}

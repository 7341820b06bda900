import '../../screens/pages/pages.css';
import { certificatePage } from './certificate.ts';
import { hostPage } from './host.ts';
import type { PageContext, PageController } from './page-controller.ts';
import { packagePrivacyPage } from '../package/privacy.ts';
import { privacyPage } from './privacy.ts';
import { progressPage } from './progress.ts';
import type { PageName } from '../shell/routes.ts';

const PAGES: Readonly<Record<PageName, (around: PageContext) => PageController>> = {
  privacy: import.meta.env.PACKAGE ? packagePrivacyPage : privacyPage,
  progress: progressPage,
  certificate: certificatePage,
  host: hostPage,
};

export function openPage(name: PageName, around: PageContext): PageController {
  return PAGES[name](around);
}

import { packagePrivacyScreen } from '../../screens/package/privacy.ts';
import type { PageContext, PageController } from '../pages/page-controller.ts';

/** The page that says what goes to the learning platform, and what stays in the tab. */
export function packagePrivacyPage({ openSettings }: PageContext): PageController {
  return { screen: () => packagePrivacyScreen(openSettings) };
}

import '../../screens/workshop/workshop.css';
import { workshopScreen } from '../../screens/workshop/workshop-screen.ts';
import type { PageContext, PageController } from '../pages/page-controller.ts';

/** The trainer's page: a form that writes a level, beside a desk that plays it. */
export function workshopPage({ openSettings }: PageContext): PageController {
  return { screen: () => workshopScreen({ openSettings }) };
}

import { html, type TemplateResult } from 'lit';
import { t } from '../../i18n/index.ts';
import { screenHeading } from '../parts/heading.ts';
import { topLine } from '../parts/navigation.ts';

export interface WorkshopActions {
  readonly openSettings: () => void;
}

/** Shows the workshop: the form and the desk. */
export function workshopScreen(actions: WorkshopActions): TemplateResult {
  return html`<div class="screen side-page workshop" data-page="workshop">
    ${topLine(actions.openSettings)}
    <main class="sheet side-sheet">
      <header>
        ${screenHeading(t('workshop.title'))}
        <p class="side-lead">${t('workshop.lead')}</p>
      </header>
    </main>
  </div>`;
}

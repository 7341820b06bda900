import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { icon } from '../parts/icons.ts';
import { screenHeading } from '../parts/heading.ts';
import { topLine } from '../parts/navigation.ts';
import { t } from '../../i18n/index.ts';

export interface StartModel {
  readonly title: string;
  /** One or two sentences about the practice. */
  readonly lead: string;
  /** Whether the clock is switched on; null if there is none. */
  readonly clock: boolean | null;
}

export interface StartActions {
  readonly start: () => void;
  readonly setClock: (on: boolean) => void;
  readonly openSettings: () => void;
}

/** The screen before a round of composed emails: what it is, and one button. */
export function startScreen({ title, lead, clock }: StartModel, actions: StartActions): TemplateResult {
  return html`<div class="screen practice" data-practice="start">
    ${topLine(actions.openSettings)}
    <main class="sheet practice-sheet">
      ${screenHeading(title)}
      <p class="practice-lead">${lead}</p>
      ${clock === null ? nothing : clockTick(clock, actions)}
      <p class="practice-ways">
        <button class="button primary large" type="button" data-practice-start @click=${actions.start}>
          <span>${t('practice.start')}</span>${icon('forward')}
        </button>
      </p>
    </main>
  </div>`;
}

function clockTick(clock: boolean, { setClock }: StartActions): TemplateResult {
  return html`<label class="tick">
    <input
      type="checkbox"
      data-practice-clock
      .checked=${live(clock)}
      @change=${(event: Event) => setClock((event.target as HTMLInputElement).checked)}
    />
    <span>${t('practice.clock')}<small>${t('practice.clock-text')}</small></span>
  </label>`;
}

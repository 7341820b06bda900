import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { icon } from '../parts/icons.ts';
import { screenHeading } from '../parts/heading.ts';
import { topLine } from '../parts/navigation.ts';
import { t } from '../../i18n/index.ts';

export interface StartModel {
  readonly title: string;
  /** Some paragraphs about the practice. */
  readonly lead: readonly string[];
  /** Whether the clock is switched on; null if there is none. */
  readonly clock: boolean | null;
  /** The email that waits in a round under way, and out of how many; null when none is. */
  readonly waiting: { readonly number: number; readonly of: number } | null;
  /** True if a new round may replace the one under way. */
  readonly renews: boolean;
  /** True to offer a way past it. */
  readonly skips: boolean;
}

export interface StartActions {
  readonly start: () => void;
  /** Continues the round under way. */
  readonly goOn: () => void;
  readonly skip: () => void;
  readonly setClock: (on: boolean) => void;
  readonly openSettings: () => void;
}

/** The screen before a round of composed emails: what it is, and one button. */
export function startScreen(model: StartModel, actions: StartActions): TemplateResult {
  const { title, lead, clock, waiting, renews, skips } = model;
  return html`<div class="screen practice" data-practice="start">
    ${topLine(actions.openSettings)}
    <main class="sheet practice-sheet">
      ${screenHeading(title)} ${lead.map((paragraph) => html`<p class="practice-lead">${paragraph}</p>`)}
      ${clock === null ? nothing : clockTick(clock, actions)}
      <p class="practice-ways">
        ${
          waiting
            ? html`<button class="button primary large" type="button" data-practice-resume @click=${actions.goOn}>
                <span>${t('practice.resume', waiting)}</span>${icon('forward')}
              </button>`
            : nothing
        }
        ${
          waiting && !renews
            ? nothing
            : html`<button
                class=${`button large${waiting ? '' : ' primary'}`}
                type="button"
                data-practice-start
                @click=${actions.start}
              >
                <span>${t(waiting ? 'practice.renew' : 'practice.start')}</span>${icon(waiting ? 'replay' : 'forward')}
              </button>`
        }
        ${
          skips
            ? html`<button class="button large quiet" type="button" data-practice-skip @click=${actions.skip}>
                <span>${t('check.skip')}</span>
              </button>`
            : nothing
        }
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

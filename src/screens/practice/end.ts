import { html, nothing, type TemplateResult } from 'lit';
import { leaning, total, type Discernment, type LevelText } from '../../engine/index.ts';
import { t } from '../../i18n/index.ts';
import { icon } from '../parts/icons.ts';
import { screenHeading } from '../parts/heading.ts';
import { told } from '../parts/level-text.ts';
import { topLine } from '../parts/navigation.ts';
import { postmark, starLine } from '../parts/postmark.ts';

export interface EndModel {
  readonly title: string;
  readonly score: number;
  readonly stars: number;
  readonly discernment: Discernment;
  /** The emails and their results; empty if there was only one. */
  readonly emails: readonly { readonly title: LevelText; readonly score: number; readonly stars: number }[];
  /** Anything else to show, such as the line to share. */
  readonly more: TemplateResult | null;
  /** Starts again; null if there is only one try. */
  readonly again: (() => void) | null;
  readonly openSettings: () => void;
}

/** The screen after a round of composed emails: its postmark, both questions, and a line for each email. */
export function endScreen(model: EndModel): TemplateResult {
  return html`<div class="screen practice" data-practice="end">
    ${topLine(model.openSettings)}
    <main class="sheet practice-sheet">
      <header class="practice-head">
        <div>
          ${screenHeading(model.title)}
          <p class="practice-score" data-end-score=${model.score}>
            ${starLine(model.stars)} <span>${t('stars.score', { score: model.score })}</span>
          </p>
        </div>
        ${postmark(model, true)}
      </header>
      ${questions(model.discernment)} ${model.emails.length > 0 ? emailList(model.emails) : nothing}
      ${model.more ?? nothing}
      <p class="practice-ways">
        ${
          model.again
            ? html`<button class="button primary large" type="button" data-practice-again @click=${model.again}>
                ${icon('replay')}<span>${t('practice.again')}</span>
              </button>`
            : nothing
        }
        <a class="button large" href="#/" data-practice-home><span>${t('app.home')}</span>${icon('forward')}</a>
      </p>
    </main>
  </div>`;
}

/** Shows both questions, because only the two together distinguish a careful player from one who hides everyone. */
function questions(discernment: Discernment): TemplateResult {
  const { protect, reach } = discernment;
  return html`<section class="practice-questions" data-leaning=${leaning(discernment)}>
    <p>${icon('eye')}<span>${t('practice.protected', { right: protect.right, of: total(protect) })}</span></p>
    <p>${icon('people')}<span>${t('practice.reached', { right: reach.right, of: total(reach) })}</span></p>
  </section>`;
}

function emailList(emails: EndModel['emails']): TemplateResult {
  return html`<ol class="practice-emails">
    ${emails.map(
      ({ title, score, stars }) =>
        html`<li><span>${told(title)}</span> ${starLine(stars)} <span>${t('stars.score', { score })}</span></li>`,
    )}
  </ol>`;
}

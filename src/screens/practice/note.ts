import { html, nothing, type TemplateResult } from 'lit';
import { t } from '../../i18n/index.ts';
import { icon } from '../parts/icons.ts';
import { screenHeading } from '../parts/heading.ts';
import { topLine } from '../parts/navigation.ts';

export interface NoteModel {
  readonly title: string;
  readonly text: string;
  /** The words of the link to the levels. */
  readonly onward: string;
  /** Begins again; absent where there is no second time. */
  readonly again?: () => void;
}

/** A screen that only says something, and leads to the levels. */
export function noteScreen({ title, text, onward, again }: NoteModel, openSettings: () => void): TemplateResult {
  return html`<div class="screen practice" data-practice="note">
    ${topLine(openSettings)}
    <main class="sheet practice-sheet">
      ${screenHeading(title)}
      <p class="practice-lead">${text}</p>
      <p class="practice-ways">
        ${
          again
            ? html`<button class="button primary large" type="button" data-practice-again @click=${again}>
                ${icon('replay')}<span>${t('practice.again')}</span>
              </button>`
            : nothing
        }
        <a class=${`button large${again ? '' : ' primary'}`} href="#/" data-practice-home
          ><span>${onward}</span>${icon('forward')}</a
        >
      </p>
    </main>
  </div>`;
}

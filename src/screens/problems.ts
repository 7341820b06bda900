import { html, nothing, type TemplateResult } from 'lit';
import { t } from '../i18n/index.ts';
import type { Problem } from '../levels/index.ts';

/** What is wrong with a level file, for its author: where, and in a sentence. */
export function problemList(problems: readonly Problem[]): TemplateResult {
  return html`<details class="problems">
    <summary>${t('home.broken-details', { count: problems.length })}</summary>
    <ol>
      ${problems.map(
        ({ file, line, column, code, params, hint }) =>
          html`<li>
            <span class="place">${line > 0 ? t('home.place', { file, line, column }) : file}</span>
            <span>${t(`problem.${code}`, params)} ${hint ? t(`hint.${hint.code}`, hint.params) : nothing}</span>
          </li>`,
      )}
    </ol>
  </details>`;
}

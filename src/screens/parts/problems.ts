import { html, nothing, type TemplateResult } from 'lit';
import { hasText, keptInside, t, textWith, type TextKey } from '../../i18n/index.ts';
import type { Problem } from '../../levels/index.ts';

/**
 * Lists the problems of a level file for its author, folded away because players need not read them.
 * @param open shows it at once
 */
export function problemList(problems: readonly Problem[], open = false): TemplateResult {
  return html`<details class="problems" ?open=${open}>
    <summary>${t('home.broken-details', { count: problems.length })}</summary>
    ${problemItems(problems)}
  </details>`;
}

/** Lists each problem: the place, a sentence, the faulty part of the file and what would be right. */
export function problemItems(problems: readonly Problem[]): TemplateResult {
  return html`<ol class="problem-items">
    ${problems.map(
      ({ file, line, column, code, params, text, hint, severity }) =>
        html`<li class=${severity} data-problem=${code}>
          <bdi class="place" translate="no"
            >${keptInside(line > 0 ? t('home.place', { file, line, column }) : file)}</bdi
          >
          <span dir="auto">${said(`problem.${code}`, params)}</span>
          ${text === '' ? nothing : html`<bdi class="excerpt" translate="no">${keptInside(text)}</bdi>`}
          ${hint ? html`<span class="hint" dir="auto">${said(`hint.${hint.code}`, hint.params)}</span>` : nothing}
        </li>`,
    )}
  </ol>`;
}

/** The problem texts may still be loading. */
function said(key: TextKey, params: Problem['params']): string {
  return hasText(key) ? keptInside(textWith(key, params)) : '';
}

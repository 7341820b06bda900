import { html, type TemplateResult } from 'lit';
import { packageText } from '../../i18n/package-texts.ts';
import type { Traced } from '../../lms/platform-session.ts';

/** Shows each call of the platform's interface with its answer, so that an administrator can find a missing score. */
export function debugView(trace: readonly Traced[]): TemplateResult {
  return html`<details class="sheet lms-debug" data-debug-lms>
    <summary>${packageText('debug.title', { number: trace.length })}</summary>
    <div class="lms-debug-table" tabindex="0" role="region" aria-label=${packageText('debug.calls')}>
      <table dir="ltr">
        <thead>
          <tr>
            <th scope="col">${packageText('debug.call')}</th>
            <th scope="col">${packageText('debug.answer')}</th>
            <th scope="col">${packageText('debug.error')}</th>
          </tr>
        </thead>
        <tbody>
          ${trace.toReversed().map(
            ({ call, answer, error }) =>
              html`<tr>
                <td>${call}</td>
                <td>${answer}</td>
                <td>${error}</td>
              </tr>`,
          )}
        </tbody>
      </table>
    </div>
  </details>`;
}

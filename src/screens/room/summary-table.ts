import { html, nothing, type TemplateResult } from 'lit';
import { formatNumber, t } from '../../i18n/index.ts';

/** The room's results for one level. */
export interface SummaryRow {
  readonly title: string;
  readonly results: number;
  readonly privacy: number;
  readonly purpose: number;
  /** The share of predictions that came true, as a text; null if there were none. */
  readonly expected: string | null;
  readonly leak: string | null;
}

/** Shows the results of all levels that the room has played. */
export function summaryTable(rows: readonly SummaryRow[]): TemplateResult | typeof nothing {
  if (rows.length === 0) return nothing;
  const columns = ['level', 'results', 'privacy', 'purpose', 'expected', 'leak'] as const;
  return html`<section aria-labelledby="room-summary">
    <h2 id="room-summary">${t('room.summary.title')}</h2>
    <div class="room-scroll" tabindex="0" role="group" aria-labelledby="room-summary">
      <table class="room-table room-summary" data-room-summary>
        <thead>
          <tr>
            ${columns.map((column) => html`<th scope="col" data-column=${column}>${t(`room.summary.${column}`)}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${rows.map(
            ({ title, results, privacy, purpose, expected, leak }) =>
              html`<tr>
                <th scope="row">${title}</th>
                <td>${formatNumber(results)}</td>
                <td data-column="privacy">${formatNumber(privacy)}</td>
                <td data-column="purpose">${formatNumber(purpose)}</td>
                <td>${expected ?? '–'}</td>
                <td>${leak ?? t('room.summary.none')}</td>
              </tr>`,
          )}
        </tbody>
      </table>
    </div>
  </section>`;
}

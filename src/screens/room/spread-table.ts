import { html, nothing, type TemplateResult } from 'lit';
import { formatNumber, t, textOf } from '../../i18n/index.ts';
import { fieldName } from '../../i18n/field-name.ts';
import { icon } from '../parts/icons.ts';
import type { RoomLevelModel } from './model.ts';

/** Shows how often each card was put in each tray, and on request its best tray. */
export function spreadTable(
  { level, desk, results, spread, best }: RoomLevelModel,
  showBest: () => void,
): TemplateResult {
  return html`<div class="room-scroll" tabindex="0" role="group" aria-labelledby="room-spread">
      <table class="room-table" data-room-spread>
        <thead>
          <tr>
            <th scope="col">${t('room.spread.card')}</th>
            ${desk.fields.map((field) => html`<th scope="col">${fieldName(field, desk)}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${spread.map(({ contact, counts }) => {
            const card = level.contacts.find(({ id }) => id === contact);
            return html`<tr data-spread=${contact}>
              <th scope="row">${card ? textOf(card.name) : contact}</th>
              ${counts.map(({ field, count }) => {
                const isBest = best !== null && (best[contact] ?? 'none') === field;
                return html`<td class=${isBest ? 'room-best' : ''} data-field=${field}>
                  <span
                    >${formatNumber(count)}${isBest ? html`${icon('check')}<span class="visually-hidden">${t('room.spread.best')}</span>` : nothing}</span
                  >
                  <meter min="0" max=${results} .value=${count} aria-hidden="true"></meter>
                </td>`;
              })}
            </tr>`;
          })}
        </tbody>
      </table>
    </div>
    ${
      // A column of its own would not fit beside six trays on a projector.
      best
        ? html`<p class="room-best-key">${icon('check')}<span>${t('room.spread.best')}</span></p>`
        : html`<button class="button" type="button" data-show-best @click=${showBest}>
            ${t('room.spread.show-best')}
          </button>`
    }`;
}

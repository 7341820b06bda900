import { html, nothing, type TemplateResult } from 'lit';
import { detection, total, type Discernment } from '../../engine/index.ts';
import { formatNumber, t } from '../../i18n/index.ts';
import { icon } from '../parts/icons.ts';
import { screenHeading } from '../parts/heading.ts';
import { topLine } from '../parts/navigation.ts';

export interface CheckResultModel {
  /** The counts of each check; null for one that was not taken. */
  readonly before: Discernment | null;
  readonly after: Discernment | null;
}

export interface CheckResultActions {
  readonly saveJson: () => void;
  readonly saveTable: () => void;
  readonly openSettings: () => void;
}

const TIMES = ['before', 'after'] as const;

/** Below this, a criterion leans neither way: it is what one card more or less can change. */
const NO_LEANING = 0.15;

/** Both checks side by side: hits and false alarms, what d′ and the criterion mean, and what they cannot say. */
export function checkResultScreen(model: CheckResultModel, actions: CheckResultActions): TemplateResult {
  return html`<div class="screen practice" data-practice="check">
    ${topLine(actions.openSettings)}
    <main class="sheet practice-sheet">
      ${screenHeading(t('check.title'))}
      <p>${t('check.same')}</p>
      <table class="check-table" data-check-table>
        <caption class="visually-hidden">
          ${t('check.title')}
        </caption>
        <thead>
          <tr>
            <th scope="col">${t('check.row')}</th>
            ${TIMES.map((time) => html`<th scope="col">${t(`check.${time}`)}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${ROWS.map(({ name, cell }) => row(name, (time) => cell(model[time])))}
        </tbody>
      </table>
      <p>${t('check.d-prime')}</p>
      <p>${t('check.criterion-text')}</p>
      <p class="check-limits">${icon('warning')}<span>${t('check.limits')}</span></p>
      <p class="practice-ways">
        <button class="button" type="button" data-check-json @click=${actions.saveJson}>
          ${icon('file')}<span>${t('check.save-json')}</span>
        </button>
        <button class="button" type="button" data-check-csv @click=${actions.saveTable}>
          ${icon('file')}<span>${t('check.save-csv')}</span>
        </button>
      </p>
      <p>${t('check.file')}</p>
      <p class="practice-ways">
        <a class="button primary large" href="#/" data-practice-home
          ><span>${t('check.to-course')}</span>${icon('forward')}</a
        >
      </p>
    </main>
  </div>`;
}

type RowName = 'hits' | 'alarms' | 'sensitivity' | 'criterion';

const ROWS: readonly { readonly name: RowName; readonly cell: (counts: Discernment | null) => string }[] = [
  {
    name: 'hits',
    cell: (counts) =>
      counts ? t('check.of', { number: counts.protect.right, of: total(counts.protect) }) : t('check.not-taken'),
  },
  {
    name: 'alarms',
    cell: (counts) => (counts ? t('check.of', { number: counts.reach.wrong, of: total(counts.reach) }) : '–'),
  },
  { name: 'sensitivity', cell: (counts) => figure(counts && detection(counts).sensitivity) },
  {
    name: 'criterion',
    cell(counts) {
      const criterion = counts && detection(counts).criterion;
      if (criterion === null) return '–';
      const lean = Math.abs(criterion) < NO_LEANING ? 'even' : criterion > 0 ? 'shows' : 'hides';
      return t(`check.lean.${lean}`, { number: figure(criterion) });
    },
  },
];

function row(name: RowName, cell: (time: (typeof TIMES)[number]) => string): TemplateResult {
  return html`<tr data-check-row=${name}>
    <th scope="row">
      ${t(`check.${name}`)}${name === 'hits' || name === 'alarms' ? html`<small>${t(`check.${name}-text`)}</small>` : nothing}
    </th>
    ${TIMES.map((time) => html`<td data-check-cell=${time}>${cell(time)}</td>`)}
  </tr>`;
}

/** One digit after the point: with so few cards, more would only seem exact. */
const figure = (value: number | null): string => (value === null ? '–' : formatNumber(Math.round(value * 10) / 10));

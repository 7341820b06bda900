import { html, nothing, type TemplateResult } from 'lit';
import { isVisibleField, peopleOf, type Field, type Level, type Outcome } from '../../engine/index.ts';
import { namesOf } from '../../i18n/describe.ts';
import { formatList, t, textOf } from '../../i18n/index.ts';
import type { BestRow } from './best-rows.ts';
import { icon } from '../parts/icons.ts';
import { portrait } from '../parts/portrait.ts';
import { langOf } from '../parts/level-text.ts';

/** The best routing beside the player's, and why it is better. */
export function bestWay(level: Level, outcome: Outcome, rows: readonly BestRow[]): TemplateResult {
  const done = outcome.deductions.length === 0;
  return html`<section class="best-way">
    <h2>${t('debrief.best-title')}</h2>
    ${done ? html`<p>${t('debrief.best-done')}</p>` : nothing}
    <p class="best-lesson" lang=${langOf(level.lesson.why)}>${textOf(level.lesson.why)}</p>
    <table>
      <thead>
        <tr>
          <th scope="col">${t('debrief.who')}</th>
          <th scope="col">${t('debrief.yours')}</th>
          <th scope="col">${t('debrief.best')}</th>
          <th scope="col">${t('debrief.gain')}</th>
        </tr>
      </thead>
      <tbody>
        ${rows.map((row) => bestRow(level, row))}
      </tbody>
    </table>
  </section>`;
}

const PORTRAIT = 44;

function bestRow(level: Level, row: BestRow): TemplateResult {
  const { contacts, yours, best, price } = row;
  const same = yours === best;
  // Another field that costs nothing is not a mistake.
  const good = same || price === null;
  const people = contacts.reduce((sum, contact) => sum + peopleOf(contact), 0);
  const names = namesOf(
    level,
    contacts.map(({ id }) => id),
  );
  return html`<tr class=${good ? 'good' : 'poor'} data-best-row>
    <th scope="row">
      <span class="best-who">
        ${contacts[0] ? portrait(contacts[0], PORTRAIT) : nothing}
        <span
          >${names}${people > contacts.length ? html`<small>${t('count.people', { count: people })}</small>` : nothing}</span
        >
      </span>
    </th>
    <td data-label=${t('debrief.yours')}>${fieldTag(yours, good)}</td>
    <td data-label=${t('debrief.best')}>${fieldTag(best, true)}</td>
    <td class="best-why">${why(level, row)}</td>
  </tr>`;
}

function fieldTag(field: Field, good: boolean): TemplateResult {
  return html`<span translate="no" class="field-tag ${good ? 'good' : 'poor'}"
    >${good ? icon('check') : icon('close')}${t(`field.${field}`)}</span
  >`;
}

function why(level: Level, { contacts, yours, best, price }: BestRow): TemplateResult {
  const known = isVisibleField(best) ? contextsOf(level, contacts) : [];
  return html`<span>${[t(`field.${best}-why`), ...known].join(' ')}</span>
    ${price ? html`<small>${priceText(price, yours === best)}</small>` : nothing}
    ${price === null && yours !== best ? html`<small>${t('debrief.as-good')}</small>` : nothing}`;
}

/** Anyone visible in the best routing may be visible: the level says how the others know them. */
function contextsOf(level: Level, contacts: BestRow['contacts']): string[] {
  return (level.circles ?? []).flatMap(({ bond, members, about }) =>
    bond === 'context' && about && contacts.every(({ id }) => members.includes(id)) ? [textOf(about)] : [],
  );
}

function priceText({ field, others, points, because }: NonNullable<BestRow['price']>, same: boolean): string {
  const reasons = formatList(because.map((kind) => t('debrief.reason', { title: t(`deduction.${kind}.title`) })));
  const cost = { points: t('count.points', { count: points }), reasons };
  if (same) return t('debrief.instead-costs', { field: t(`field.${field}`), ...cost });
  return others === 'best' ? t('debrief.yours-costs', cost) : t('debrief.yours-cost-here', cost);
}

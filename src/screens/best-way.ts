import { html, nothing, type TemplateResult } from 'lit';
import type { BestStep } from '../engine/analysis.ts';
import type { Contact, Field, Level } from '../engine/level.ts';
import type { Outcome } from '../engine/outcome.ts';
import { formatList, t, textOf } from '../i18n/index.ts';
import { icon } from './icons.ts';
import { portrait } from './portrait.ts';

/** Contacts for which the same holds, so that seven batches are one row. */
export interface Row {
  readonly contacts: readonly Contact[];
  readonly step: BestStep;
}

/** Puts together what is alike: the same field, the same best field, the same reasons. */
export function rowsOf(level: Level, steps: readonly BestStep[]): Row[] {
  const rows = new Map<string, Row>();
  for (const step of steps) {
    const contact = level.contacts.find(({ id }) => id === step.contact);
    if (!contact) continue;
    const key = JSON.stringify([step.yours, step.best, (contact.people ?? 1) > 1, contact.needs, reasonsAgainst(step)]);
    const row = rows.get(key);
    rows.set(key, row ? { ...row, contacts: [...row.contacts, contact] } : { contacts: [contact], step });
  }
  return [...rows.values()];
}

/** What speaks against where the player had the card; where it was best, against the costliest other field. */
function reasonsAgainst({
  yours,
  best,
  alternatives,
}: BestStep): { field: Field; points: number; because: readonly string[] } | null {
  const against = yours === best ? alternatives[0] : alternatives.find(({ field }) => field === yours);
  return against && against.points > 0
    ? { field: against.field, points: against.points, because: against.because }
    : null;
}

/** The best routing beside the player's, and why it is better. */
export function bestWay(level: Level, outcome: Outcome, steps: readonly BestStep[]): TemplateResult {
  const rows = rowsOf(level, steps);
  const done = outcome.deductions.length === 0;
  return html`<section class="best-way">
    <h2>${t('debrief.best-title')}</h2>
    <p>${t(done ? 'debrief.best-done' : 'debrief.best-text')}</p>
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
        ${rows.map((row) => bestRow(row))}
      </tbody>
    </table>
  </section>`;
}

const PORTRAIT = 40;

function bestRow({ contacts, step }: Row): TemplateResult {
  const same = step.yours === step.best;
  const against = reasonsAgainst(step);
  const people = contacts.reduce((sum, contact) => sum + (contact.people ?? 1), 0);
  return html`<tr class=${same ? 'same' : 'other'}>
    <th scope="row">
      <span class="best-who">
        ${contacts[0] ? portrait(contacts[0], PORTRAIT) : nothing}
        <span>
          ${formatList(contacts.length > 3 ? [textOfContact(contacts[0]), t('count.more', { count: contacts.length - 1 })] : contacts.map(textOfContact))}
          ${people > contacts.length ? html`<small>${t('count.people', { count: people })}</small>` : nothing}
        </span>
      </span>
    </th>
    <td data-label=${t('debrief.yours')}>${fieldTag(step.yours, same)}</td>
    <td data-label=${t('debrief.best')}>${fieldTag(step.best, true)}</td>
    <td data-label=${t('debrief.gain')} class="best-why">${why(step, same, against)}</td>
  </tr>`;
}

const textOfContact = (contact: Contact | undefined) => (contact ? textOf(contact.name) : '');

function fieldTag(field: Field, good: boolean): TemplateResult {
  return html`<span class="field-tag ${good ? 'good' : 'poor'}"
    >${good ? icon('check') : icon('close')}${t(`field.${field}`)}</span
  >`;
}

function why(step: BestStep, same: boolean, against: ReturnType<typeof reasonsAgainst>): TemplateResult {
  if (!against) return html`<span>${t(`field.${step.best}-why`)}</span>`;
  const reasons = formatList(against.because.map((kind) => t(`deduction.${kind}.title`)));
  const points = t('count.points', { count: against.points });
  const text = same
    ? t('debrief.instead-costs', { field: t(`field.${against.field}`), points, reasons })
    : t('debrief.yours-costs', { points, reasons });
  return html`<span>${t(`field.${step.best}-why`)}</span> <small>${text}</small>`;
}

import { html, nothing, type TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { live } from 'lit/directives/live.js';
import {
  canLieIn,
  type AddressedDesk,
  type ContactId,
  type Field,
  type Level,
  type Outcome,
} from '../../engine/index.ts';
import { fieldName } from '../../i18n/field-name.ts';
import { language, t, textOf } from '../../i18n/index.ts';
import { ledger } from '../debrief/ledger.ts';
import { gauges, gaugesOf } from '../parts/gauges.ts';
import { icon } from '../parts/icons.ts';
import { told } from '../parts/level-text.ts';
import { starLine } from '../parts/postmark.ts';

/** The desk beside the form: any contact in any field that an email offers, and what follows. */
export interface DeskModel {
  /** The level as far as it can be played; null while it cannot. */
  readonly level: Level | null;
  /** True when the level has people and an email. */
  readonly begun: boolean;
  /** True when the form has moved on, and this is the last version that could be played. */
  readonly stale: boolean;
  readonly desks: readonly AddressedDesk[];
  /** Index of the desk that is shown. */
  readonly shown: number;
  /** What follows; null until everyone's desk has someone on it. */
  readonly outcome: Outcome | null;
  /** True while the engine is at work. */
  readonly working: boolean;
}

export interface DeskActions {
  readonly place: (desk: string, contacts: readonly ContactId[], field: Field) => void;
  readonly show: (index: number) => void;
  /** Puts everyone where they belong. */
  readonly best: () => void;
  readonly watch: () => void;
  /** Keeps what lies on the desk as what the author expects. */
  readonly expect: () => void;
}

export function deskPanel(model: DeskModel, actions: DeskActions): TemplateResult {
  const { level, desks, shown } = model;
  const addressed = desks[shown] ?? desks[0];
  if (!level || !addressed)
    return html`<p class="try-note">${t(model.begun ? 'workshop.desk.to-fix' : 'workshop.desk.not-yet')}</p>`;
  return html`
    ${model.stale ? html`<p class="try-note">${t('workshop.desk.stale')}</p>` : nothing}
    ${desks.length > 1 ? deskMenu(level, model, actions) : html`<p class="try-subject">${subjectOf(level, addressed)}</p>`}
    ${rows(level, addressed, actions)} ${scorePart(model)}
    <p class="form-ways">
      <button class="button" type="button" data-best @click=${actions.best}>
        ${icon('check')}<span>${t('workshop.desk.best')}</span>
      </button>
      <button
        class="button"
        type="button"
        data-watch
        aria-disabled=${model.outcome ? 'false' : 'true'}
        @click=${() => model.outcome && actions.watch()}
      >
        ${icon('eye')}<span>${t('workshop.desk.watch')}</span>
      </button>
      <button
        class="button"
        type="button"
        data-expect
        aria-disabled=${model.outcome ? 'false' : 'true'}
        @click=${() => model.outcome && actions.expect()}
      >
        ${icon('file')}<span>${t('workshop.desk.expect')}</span>
      </button>
    </p>
    ${guard([level, model.outcome, language()], () => (model.outcome ? ledger(level, model.outcome) : nothing))}
  `;
}

const subjectOf = (level: Level, { desk }: AddressedDesk) => {
  const mail = level.mails.find(({ id }) => id === desk.mails[0]);
  return mail ? told(mail.subject) : '';
};

function deskMenu(level: Level, { desks, shown }: DeskModel, { show }: DeskActions): TemplateResult {
  const subjects = new Map(level.mails.map(({ id, subject }) => [id, textOf(subject)]));
  const names = desks.map(({ desk }) => subjects.get(desk.mails[0] ?? '') ?? '');
  return html`<label class="form-field">
    <span>${t('workshop.desk.email')}</span>
    <select
      data-desk
      .value=${live(String(shown))}
      @change=${(event: Event) => show(Number((event.target as HTMLSelectElement).value))}
    >
      ${guard([shown, JSON.stringify(names)], () => names.map((name, index) => html`<option value=${index} ?selected=${index === shown}>${name}</option>`))}
    </select>
  </label>`;
}

function rows(level: Level, { desk, placement }: AddressedDesk, { place }: DeskActions): TemplateResult {
  const contacts = level.contacts.filter(({ id }) => desk.contacts.includes(id));
  const names = new Map(desk.fields.map((field) => [field, fieldName(field, desk)]));
  return html`<div class="try-everyone" role="group" aria-label=${t('workshop.desk.everyone')}>
      <span aria-hidden="true">${t('workshop.desk.everyone')}</span>
      ${desk.fields.map(
        (field) =>
          html`<button
            class="button quiet"
            type="button"
            data-everyone=${field}
            @click=${() => place(desk.id, desk.contacts, field)}
          >
            ${names.get(field)}
          </button>`,
      )}
    </div>
    <ul class="try-rows">
      ${contacts.map((contact) => {
        const field = placement[contact.id] ?? 'none';
        const fields = desk.fields
          .filter((one) => canLieIn(contact, one))
          .map((one) => ({ one, name: names.get(one) }));
        // Each key in the form draws the desk, and a level can have hundreds of cards.
        const shown = [contact.id, field, desk.id, JSON.stringify([contact.name, fields]), language()];
        return guard(
          shown,
          () =>
            html`<li data-field=${field}>
              <label for=${`desk-${contact.id}`}>${told(contact.name)}</label>
              <select
                id=${`desk-${contact.id}`}
                data-place=${contact.id}
                .value=${live(field)}
                @change=${(event: Event) => {
                  const chosen = desk.fields.find((one) => one === (event.target as HTMLSelectElement).value);
                  if (chosen) place(desk.id, [contact.id], chosen);
                }}
              >
                ${fields.map(({ one, name }) => html`<option value=${one} ?selected=${one === field}>${name}</option>`)}
              </select>
            </li>`,
        );
      })}
    </ul>`;
}

function scorePart({ outcome, working }: DeskModel): TemplateResult {
  return html`<div class="try-score" aria-busy=${working ? 'true' : 'false'} data-score=${outcome?.score ?? nothing}>
    ${
      outcome
        ? html`<p class="try-stars">
              <strong data-stars=${outcome.stars}>${starLine(outcome.stars)}</strong>
              <span>${t('stars.score', { score: outcome.score })}</span>
            </p>
            ${gauges(gaugesOf(outcome))}`
        : html`<p class="try-note">${t('workshop.desk.place')}</p>`
    }
  </div>`;
}

import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import {
  canLieIn,
  type AddressedDesk,
  type Contact,
  type Field,
  type Level,
  type Outcome,
  type WhatIf,
} from '../../engine/index.ts';
import { describeBeat, describeDisclosures } from '../../i18n/describe.ts';
import { formatNumber, formatStoryTime, t, textOf } from '../../i18n/index.ts';
import { gauges, gaugesOf } from '../parts/gauges.ts';
import { icon } from '../parts/icons.ts';
import { portrait } from '../parts/portrait.ts';
import { starLine } from '../parts/postmark.ts';
import { replayIcon } from './icons.ts';

/** What would have happened, beside what did. None of it is kept. */
export interface WhatIfModel {
  /** What was sent, desk by desk. */
  readonly played: WhatIf;
  readonly supposed: WhatIf;
  /** The routing under test is the best one. */
  readonly best: boolean;
}

export interface WhatIfActions {
  open(): void;
  close(): void;
  /** Moves one card to another field. */
  lay(desk: string, contact: string, field: Field): void;
  takeBest(): void;
  /** Returns to what was sent. */
  reset(): void;
  /** Shows the alternative story as the picture. */
  watch(): void;
}

/** Cards that can be moved, and both stories side by side. */
export function whatIfDialog(
  level: Level,
  model: WhatIfModel | null,
  actions: WhatIfActions,
): TemplateResult | typeof nothing {
  if (!model) return nothing;
  const { played, supposed, best } = model;
  const changed = JSON.stringify(played.routing) !== JSON.stringify(supposed.routing);
  return html`<dialog
    class="sheet what-if"
    data-modal
    data-what-if-dialog
    aria-labelledby="what-if-title"
    @close=${() => actions.close()}
  >
    <div class="what-if-head">
      <div>
        <h2 id="what-if-title">${t('what-if.title')}</h2>
        <p>${t('what-if.lead')}</p>
      </div>
      <form method="dialog">
        <button class="button quiet copy-x" aria-label=${t('what-if.close')} title=${t('what-if.close')}>
          ${icon('close')}
        </button>
      </form>
    </div>
    <div class="what-if-body">
      <div class="what-if-cards">
        ${supposed.desks.map((desk, order) => cards(level, desk, played, supposed.desks.length > 1 ? order : null, actions))}
        <div class="what-if-ways">
          <button class="button" type="button" data-best aria-pressed=${best} @click=${() => actions.takeBest()}>
            ${icon('check')}${t('what-if.best')}
          </button>
          <button
            class="button quiet"
            type="button"
            data-reset
            aria-disabled=${!changed}
            @click=${() => (changed ? actions.reset() : undefined)}
          >
            ${icon('undo')}${t('what-if.reset')}
          </button>
        </div>
      </div>
      <div class="what-if-sides" role="group" aria-label=${t('what-if.sides')}>
        ${side('before', level, played.outcome, supposed.outcome)}
        ${side('after', level, supposed.outcome, played.outcome)}
      </div>
    </div>
    <div class="what-if-foot">
      <button
        class="button primary"
        type="button"
        data-watch-what-if
        aria-disabled=${!changed}
        @click=${() => (changed ? actions.watch() : undefined)}
      >
        ${replayIcon('play')}${t('what-if.watch')}
      </button>
    </div>
  </dialog>`;
}

function cards(
  level: Level,
  { desk, placement }: AddressedDesk,
  played: WhatIf,
  order: number | null,
  actions: WhatIfActions,
): TemplateResult {
  const was = played.desks.find((one) => one.desk.id === desk.id)?.placement;
  const contacts = level.contacts.filter(({ id }) => desk.contacts.includes(id));
  const subject = level.mails.find(({ id }) => id === desk.mails[0])?.subject ?? '';
  return html`<section>
    ${order === null ? nothing : html`<h3>${t('what-if.mail', { number: order + 1, subject: textOf(subject) })}</h3>`}
    <ul class="what-if-list">
      ${contacts.map((contact) => {
        const field = placement[contact.id] ?? 'none';
        const before = was?.[contact.id] ?? 'none';
        return html`<li class=${field === before ? '' : 'changed'}>
          <label>
            ${portrait(contact, 36)}
            <span>
              ${named(contact)}
              ${field === before ? nothing : html`<small>${t('what-if.was', { field: t(`field.${before}`) })}</small>`}
            </span>
            <select
              data-field-of=${contact.id}
              data-desk=${desk.id}
              .value=${live(field)}
              @change=${(event: Event) =>
                actions.lay(desk.id, contact.id, (event.target as HTMLSelectElement).value as Field)}
            >
              ${desk.fields
                .filter((one) => canLieIn(contact, one))
                .map(
                  (one) =>
                    html`<option translate="no" value=${one} ?selected=${one === field}>${t(`field.${one}`)}</option>`,
                )}
            </select>
          </label>
        </li>`;
      })}
    </ul>
  </section>`;
}

function named({ name, people = 1 }: Contact): string {
  return people > 1 ? t('replay.crowd', { name: textOf(name), people: formatNumber(people) }) : textOf(name);
}

function side(name: 'before' | 'after', level: Level, outcome: Outcome, other: Outcome): TemplateResult {
  const told = (one: Outcome) => one.beats.map((beat) => `${String(beat.at)} ${describeBeat(level, beat)}`);
  const elsewhere = new Set(told(other));
  const words = told(outcome);
  const better = name === 'after' && outcome.score > other.score;
  const worse = name === 'after' && outcome.score < other.score;
  return html`<section
    class=${`what-if-side ${name}${better ? ' better' : ''}${worse ? ' worse' : ''}`}
    data-side=${name}
  >
    <h3>${t(`what-if.${name}`)}</h3>
    <p class="what-if-score">
      <strong data-score=${outcome.score}>${t('stars.score', { score: outcome.score })}</strong>
      <span>${starLine(outcome.stars)}</span>
    </p>
    ${gauges(gaugesOf(outcome))}
    <p data-disclosures=${outcome.disclosures} class=${outcome.disclosures > 0 ? 'seen' : 'safe'}>
      ${outcome.disclosures > 0 ? icon('eye') : replayIcon('hidden')}
      <span>${describeDisclosures(outcome)}</span>
    </p>
    <ol data-beats=${outcome.beats.length}>
      ${outcome.beats.map((beat, index) => {
        const only = !elsewhere.has(words[index] ?? '');
        return html`<li class=${only ? 'only' : ''} data-beat-id=${beat.id}>
          <span class="log-time">${formatStoryTime(beat.at)}</span>
          ${only ? html`<span class="visually-hidden">${t(`what-if.only-${name}`)}: </span>` : nothing}
          ${describeBeat(level, beat)}
        </li>`;
      })}
    </ol>
    ${outcome.due.length > 0 && outcome.beats.length > 0 ? html`<p class="what-if-due">${t('what-if.due')}</p>` : nothing}
  </section>`;
}

/** Both stories in one sentence, for a screen reader. */
export function whatIfSummary({ outcome: before }: WhatIf, { outcome: after }: WhatIf): string {
  return t('what-if.summary', {
    before: before.score,
    after: after.score,
    now: after.disclosures,
    was: before.disclosures,
    privacyBefore: before.privacy,
    privacyAfter: after.privacy,
    purposeBefore: before.purpose,
    purposeAfter: after.purpose,
  });
}

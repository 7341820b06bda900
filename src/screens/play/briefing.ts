import { html, nothing, type TemplateResult } from 'lit';
import type { Circle, ContactId, Field, Level } from '../../engine/index.ts';
import { namesOf } from '../../i18n/describe.ts';
import { t, textOf } from '../../i18n/index.ts';
import { fieldWords } from '../pages/help.ts';
import { icon } from '../parts/icons.ts';
import { peopleCards } from './people.ts';
import { stampOf } from '../../levels/stamp.ts';
import { levelStamp } from '../parts/stamps.ts';
import { langOf, told } from '../parts/level-text.ts';
import { topLine } from '../parts/navigation.ts';
import { screenHeading } from '../parts/heading.ts';

export interface BriefingModel {
  readonly level: Level;
  /** The contacts whose cards are on the next desk. */
  readonly contacts: readonly ContactId[];
  /** The player has moved a card, or sent a mail. */
  readonly begun: boolean;
  /** The fields of the next desk. */
  readonly fields: readonly Field[];
  /** No level has been played to its end yet, so the mail terms are new. */
  readonly newcomer: boolean;
  /** False if nothing explains the fields. */
  readonly helps: boolean;
}

export interface BriefingActions {
  readonly toDesk: () => void;
  /** Clears all fields and starts the level again. */
  readonly startOver: () => void;
  readonly openSettings: () => void;
}

/** Says who the player is, what the mail is for, and who the people are. */
export function briefingScreen(
  { level, contacts, begun, fields, newcomer, helps }: BriefingModel,
  actions: BriefingActions,
): TemplateResult {
  const people = level.contacts.filter(({ id }) => contacts.includes(id));
  return html`<div class="screen briefing">
    ${topLine(actions.openSettings)}
    <main class="briefing-sheets">
      <article class="sheet briefing-letter">
        <header>
          <div class="briefing-stamp">${levelStamp(stampOf(level))}</div>
          <p class="overline">${t('briefing.label')}</p>
          ${screenHeading(told(level.title))}
          <p class="briefing-sender">
            <span>${t('briefing.from')}</span> <strong>${told(level.sender.name)}</strong>
            <bdi class="address" translate="no">${level.sender.address}</bdi>
          </p>
        </header>
        <div class="briefing-text" lang=${langOf(level.briefing)}>
          ${textOf(level.briefing)
            .split(/\n{2,}/)
            .map((paragraph) => html`<p>${paragraph}</p>`)}
        </div>
        <p class="briefing-goal">${t('briefing.goal')}</p>
      </article>
      <section class="briefing-people" aria-labelledby="briefing-people">
        <h2 id="briefing-people">${t('briefing.people')}</h2>
        ${peopleCards(level, people)} ${circles(level)}
        ${
          helps
            ? html`<details class="sheet field-words" data-field-words ?open=${newcomer}>
                <summary>${t('briefing.fields')}</summary>
                ${fieldWords(fields)}
              </details>`
            : nothing
        }
      </section>
      <div class="briefing-go">${ways(begun, actions)}</div>
    </main>
  </div>`;
}

function ways(begun: boolean, actions: BriefingActions): TemplateResult {
  return html`<button class="button primary large" type="button" data-to-desk @click=${actions.toDesk}>
      <span>${t(begun ? 'briefing.resume' : 'briefing.to-desk')}</span>${icon('forward')}
    </button>
    ${
      begun
        ? html`<button class="button large" type="button" data-start-over @click=${actions.startOver}>
            ${icon('replay')}<span>${t('briefing.start-over')}</span>
          </button>`
        : nothing
    }`;
}

function circles(level: Level): TemplateResult | typeof nothing {
  const known = level.circles?.filter((circle) => circle.about) ?? [];
  if (known.length === 0) return nothing;
  return html`<h2>${t('briefing.circles')}</h2>
    <ul class="briefing-circles">
      ${known.map((circle) => html`<li class=${circle.bond}>${circleNote(circle, level)}</li>`)}
    </ul>`;
}

function circleNote(circle: Circle, level: Level): TemplateResult {
  return html`<p><strong>${namesOf(level, circle.members)}</strong></p>
    <p>${circle.about ? told(circle.about) : nothing}</p>`;
}

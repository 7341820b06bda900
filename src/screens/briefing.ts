import { html, nothing, type TemplateResult } from 'lit';
import type { Circle, Contact, Level } from '../engine/level.ts';
import { formatList, t, textOf } from '../i18n/index.ts';
import { icon } from './icons.ts';
import { portrait } from './portrait.ts';
import { levelStamp } from './stamps.ts';
import { topLine } from './top-line.ts';

export interface BriefingModel {
  readonly level: Level;
  /** The player has moved a card, or sent a mail. */
  readonly begun: boolean;
}

export interface BriefingActions {
  readonly toDesk: () => void;
  /** Takes all cards off again, as if nothing had been done. */
  readonly startOver: () => void;
  readonly openSettings: () => void;
}

/** Who the player is, what the mail is for, who the people are. */
export function briefingScreen({ level, begun }: BriefingModel, actions: BriefingActions): TemplateResult {
  const circles = level.circles?.filter((circle) => circle.about) ?? [];
  return html`<div class="screen briefing">
    ${topLine(actions.openSettings)}
    <main class="briefing-sheets">
      <article class="sheet briefing-letter">
        <header>
          <div class="briefing-stamp">${levelStamp(level.id)}</div>
          <p class="overline">${t('briefing.label')}</p>
          <h1 tabindex="-1" data-heading>${textOf(level.title)}</h1>
          <p class="briefing-sender">
            <strong>${textOf(level.sender.name)}</strong> <bdi class="address">${level.sender.address}</bdi>
            ${level.sender.role ? html`<span>${textOf(level.sender.role)}</span>` : nothing}
          </p>
        </header>
        <div class="briefing-text">
          ${textOf(level.briefing)
            .split(/\n{2,}/)
            .map((paragraph) => html`<p>${paragraph}</p>`)}
        </div>
        <p class="briefing-goal">${t('briefing.goal')}</p>
        <div class="briefing-go">
          <button class="button primary large" type="button" data-to-desk @click=${actions.toDesk}>
            <span>${t(begun ? 'briefing.resume' : 'briefing.to-desk')}</span>${icon('forward')}
          </button>
          ${
            begun
              ? html`<button class="button quiet" type="button" data-start-over @click=${actions.startOver}>
                  ${icon('replay')}<span>${t('briefing.start-over')}</span>
                </button>`
              : nothing
          }
        </div>
      </article>
      <section class="briefing-people" aria-labelledby="briefing-people">
        <h2 id="briefing-people">${t('briefing.people')}</h2>
        <ul>
          ${level.contacts.map((contact) => html`<li>${person(contact)}</li>`)}
        </ul>
        ${
          circles.length > 0
            ? html`<h2>${t('briefing.circles')}</h2>
                <ul class="briefing-circles">
                  ${circles.map((circle) => html`<li>${circleNote(circle, level)}</li>`)}
                </ul>`
            : nothing
        }
      </section>
    </main>
  </div>`;
}

const PORTRAIT = 72;

function person(contact: Contact): TemplateResult {
  return html`<div class="sheet person">
    ${portrait(contact, PORTRAIT)}
    <div>
      <h3>${textOf(contact.name)}</h3>
      ${
        contact.people && contact.people > 1
          ? html`<p class="person-count">${icon('people')}${t('briefing.crowd', { count: contact.people })}</p>`
          : nothing
      }
      ${contact.about ? html`<p>${textOf(contact.about)}</p>` : nothing}
    </div>
  </div>`;
}

function circleNote(circle: Circle, level: Level): TemplateResult {
  const names = circle.members.flatMap((id) => {
    const contact = level.contacts.find((candidate) => candidate.id === id);
    return contact ? [textOf(contact.name)] : [];
  });
  return html`<p><strong>${formatList(names)}</strong></p>
    <p>${circle.about ? textOf(circle.about) : nothing}</p>`;
}

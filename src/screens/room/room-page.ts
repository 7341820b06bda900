import { html, nothing, type TemplateResult } from 'lit';
import type { ContactId, Level } from '../../engine/index.ts';
import { formatList, t, textOf } from '../../i18n/index.ts';
import type { LevelSummary } from '../../levels/index.ts';
import type { AddedCodes } from '../../room/record.ts';
import { icon } from '../parts/icons.ts';
import { topLine } from '../parts/navigation.ts';
import { codesForm, type CameraState } from './codes-form.ts';
import type { RoomLevelModel } from './model.ts';
import { isVoting, livePart, type LiveModel } from './live-part.ts';
import { phonesLink, type PhonesLink } from './phones-link.ts';
import { roomOutcome } from './outcome.ts';
import { spreadTable } from './spread-table.ts';
import { summaryTable, type SummaryRow } from './summary-table.ts';
import { timerPart, type TimerActions, type TimerModel } from './timer.ts';
import { handout, facilitatorSheet } from './to-print.ts';
import './room.css';

export interface RoomModel {
  readonly levels: readonly LevelSummary[];
  /** The levels that have been read in full, for the printed pages. */
  readonly read: readonly Level[];
  /** Those that have results. */
  readonly played: readonly Level[];
  readonly chosen: string;
  /** null until the level has been read. */
  readonly shown: RoomLevelModel | null;
  readonly added: AddedCodes | null;
  readonly camera: CameraState;
  readonly scoreHidden: boolean;
  readonly canBringBack: boolean;
  readonly timer: TimerModel;
  /** The live session; null without one. */
  readonly live: LiveModel | null;
  /** null outside a session. */
  readonly phones: PhonesLink | null;
  readonly summary: readonly SummaryRow[];
}

export interface RoomActions {
  readonly openSettings: () => void;
  readonly choose: (level: string) => void;
  readonly addCodes: (text: string) => void;
  readonly scan: (on: boolean) => void;
  readonly setHands: (said: ContactId | null, count: number) => void;
  readonly showBest: () => void;
  readonly replayLeak: () => void;
  readonly replayRoom: () => void;
  readonly hideScore: (hidden: boolean) => void;
  readonly nextGroup: () => void;
  readonly bringBack: () => void;
  readonly timer: TimerActions;
  readonly setPhase: (phase: 'open' | 'closed') => void;
  readonly endSession: () => void;
  readonly enlargeCode: (large: boolean) => void;
  readonly print: (what: 'handout' | 'sheet') => void;
}

/** The facilitator's page: what the room placed and predicted, without names, and the tools to lead the session. */
export function roomScreen(model: RoomModel, actions: RoomActions): TemplateResult {
  const { shown } = model;
  return html`<div class="screen side-page room-page" data-page="room">
    ${topLine(actions.openSettings)}
    <main class="sheet side-sheet room-sheet">
      <header class="room-head">
        <h1 tabindex="-1" data-heading>${t('room.title')}</h1>
        ${levelChoice(model, actions)}
        <p class="side-lead">${t('room.lead')}</p>
      </header>
      <div class="room-columns">
        <div class="room-tools">
          ${model.live ? livePart(model.live, actions) : nothing} ${timerPart(model.timer, actions.timer)}
          ${model.phones ? phonesLink(model.phones, actions.enlargeCode) : nothing}
          ${codesForm(model.added, model.camera, actions)}
        </div>
        <div class="room-results">${shown ? levelParts(shown, isVoting(model.live), actions) : nothing}</div>
      </div>
      ${summaryTable(model.summary)} ${sessionPart(model, actions)}
      <p class="room-print-ways">
        <button class="button" type="button" data-print="handout" @click=${() => actions.print('handout')}>
          ${t('room.print.handout')}
        </button>
        <button class="button" type="button" data-print="sheet" @click=${() => actions.print('sheet')}>
          ${t('room.print.sheet')}
        </button>
      </p>
    </main>
    ${handout(model.played.length > 0 ? model.played : model.read)} ${facilitatorSheet(model.read)}
  </div>`;
}

function levelChoice({ levels, chosen }: RoomModel, { choose }: RoomActions): TemplateResult {
  return html`<label class="field">
    <span>${t('room.level')}</span>
    <select data-room-level @change=${(event: Event) => choose((event.target as HTMLSelectElement).value)}>
      ${levels.map(({ id, title }) => html`<option value=${id} ?selected=${id === chosen}>${textOf(title)}</option>`)}
    </select>
  </label>`;
}

/** @param voting true while the phones vote: what others chose must not lead those who have not */
function levelParts(shown: RoomLevelModel, voting: boolean, actions: RoomActions): TemplateResult {
  const { level, results, outcome } = shown;
  const seen = results > 0 && !voting;
  return html`<section aria-labelledby="room-spread">
      <h2 id="room-spread">${t('room.spread.title')}</h2>
      <p class="kept-now" data-room-results=${results}>
        ${results === 0 ? t('room.none') : t('room.results', { count: results })}
      </p>
      ${voting ? html`<p data-hidden>${t('room.live.hidden')}</p>` : nothing}
      ${seen ? spreadTable(shown, actions.showBest) : nothing}
    </section>
    ${outcome && seen ? roomOutcome(level, outcome, actions) : nothing} ${predictionPart(shown, seen, actions)}
    ${guide(level)}`;
}

/** Shows predictions by code and by show of hands, and what happened on this screen. */
function predictionPart(
  { level, predictions, hands, readers }: RoomLevelModel,
  seen: boolean,
  { setHands }: RoomActions,
): TemplateResult {
  const name = (said: ContactId | null) => answerName(level, said);
  return html`<section aria-labelledby="room-predictions">
    <h2 id="room-predictions">${t('room.predictions.title')}</h2>
    ${
      seen && predictions.length > 0
        ? html`<ul class="room-answers" data-room-predictions>
            ${predictions.map(({ said, count }) => html`<li>${t('room.predictions.said', { name: name(said), count })}</li>`)}
          </ul>`
        : nothing
    }
    <h3>${t('room.hands.title')}</h3>
    <p class="kept-small">${t('room.hands.text')}</p>
    <ul class="room-hands">
      ${hands.map(({ said, count }) => {
        const set = (next: number) => setHands(said, next);
        return html`<li data-hands=${said ?? ''}>
          <span>${name(said)}</span>
          <span class="room-stepper">
            <button
              class="button"
              type="button"
              aria-label=${t('room.hands.fewer', { name: name(said) })}
              data-fewer
              @click=${() => set(count - 1)}
            >
              −
            </button>
            <input
              type="number"
              min="0"
              max="999"
              aria-label=${t('room.hands.count', { name: name(said) })}
              .value=${String(count)}
              @change=${(event: Event) => set((event.target as HTMLInputElement).valueAsNumber)}
            />
            <button
              class="button"
              type="button"
              aria-label=${t('room.hands.more', { name: name(said) })}
              data-more
              @click=${() => set(count + 1)}
            >
              +
            </button>
          </span>
        </li>`;
      })}
    </ul>
    ${
      readers
        ? html`<p class="kept-now" data-room-readers>
            ${t('room.predictions.happened')}:
            ${readers.length > 0 ? formatList(readers.map((reader) => name(reader))) : t('room.predictions.happened-nobody')}
          </p>`
        : nothing
    }
  </section>`;
}

/** Returns the name of an answer to “who will see too much?”. */
export function answerName(level: Level, said: ContactId | null): string {
  const contact = level.contacts.find(({ id }) => id === said);
  return contact ? textOf(contact.name) : t('room.predictions.nobody');
}

/** Shows the level's questions for groups. The facilitator's note says what is right, so it stays closed on the projector. */
function guide({ discussion }: Level): TemplateResult | typeof nothing {
  if (!discussion) return nothing;
  return html`<section data-room-guide>
    <h2>${t('room.guide.title')}</h2>
    <h3>${t('room.guide.prompts')}</h3>
    <ol class="host-how">
      <li>${textOf(discussion.before)}</li>
      <li>${textOf(discussion.after)}</li>
    </ol>
    <details class="room-note">
      <summary>${t('room.guide.note')}</summary>
      <p>${textOf(discussion.note)}</p>
    </details>
  </section>`;
}

function sessionPart({ scoreHidden, canBringBack, live }: RoomModel, actions: RoomActions): TemplateResult {
  return html`<section>
    <h2>${t('room.session.title')}</h2>
    <label class="tick">
      <input
        type="checkbox"
        data-hide-score
        .checked=${scoreHidden}
        @change=${(event: Event) => actions.hideScore((event.target as HTMLInputElement).checked)}
      />
      <span>${t('room.session.hide-score')}<small>${t('room.session.hide-score-text')}</small></span>
    </label>
    <p class="kept-way">
      <button class="button" type="button" data-next-group @click=${actions.nextGroup}>
        ${icon('people')}<span>${t('room.session.next')}</span>
      </button>
      ${
        canBringBack
          ? html`<span role="status">${t('room.session.next-done')}</span>
              <button class="button quiet" type="button" data-bring-back @click=${actions.bringBack}>
                ${icon('undo')}<span>${t('room.session.undo')}</span>
              </button>`
          : html`<span>${t('room.session.next-text')}</span>`
      }
    </p>
    ${
      live && live.status !== 'over' && live.status !== 'refused'
        ? html`<button class="button" type="button" data-end-session @click=${actions.endSession}>
            ${t('room.live.end')}
          </button>`
        : nothing
    }
  </section>`;
}

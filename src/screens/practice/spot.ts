import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { SPOT_FIELDS, type SpotField, type SpotQuestion } from '../../engine/compose/index.ts';
import type { ContactId, Field } from '../../engine/index.ts';
import { namesOf } from '../../i18n/describe.ts';
import { formatList, t } from '../../i18n/index.ts';
import { mailWindow } from '../copy/mail-window.ts';
import type { CopyPage } from '../copy/pages.ts';
import { icon } from '../parts/icons.ts';
import { screenHeading } from '../parts/heading.ts';
import { topLine } from '../parts/navigation.ts';

/** What the player has chosen: one field, or the cards that can have been in Bcc. */
export interface SpotAnswer {
  readonly field: SpotChoice | null;
  readonly blind: readonly ContactId[];
}

export type SpotChoice = SpotField | 'unknown';

const CHOICES: readonly SpotChoice[] = [...SPOT_FIELDS, 'unknown'];

export interface SpotModel {
  readonly question: SpotQuestion;
  readonly page: CopyPage;
  /** Which screen of the round, from 1. */
  readonly number: number;
  readonly of: number;
  readonly answer: SpotAnswer;
  /** The engine's judgement; null before the answer. */
  readonly verdict: {
    readonly right: boolean;
    readonly field: Field | 'unknown';
    readonly blind: readonly ContactId[];
  } | null;
}

export interface SpotActions {
  readonly choose: (field: SpotChoice) => void;
  readonly tick: (card: ContactId, on: boolean) => void;
  readonly answer: () => void;
  readonly onward: () => void;
  readonly openSettings: () => void;
}

/** One recipient's screen, a question about it and, after the answer, what this screen can tell. */
export function spotScreen(model: SpotModel, actions: SpotActions): TemplateResult {
  const { question, page, number, of, verdict } = model;
  const { level, placement, reader, kind, about } = question;
  const name = namesOf(level, [about]);
  const heading = kind === 'bcc' ? t('spot.who') : t('spot.where', { name });
  return html`<div class="screen practice spot" data-practice="spot" data-spot=${kind}>
    ${topLine(actions.openSettings)}
    <main class="sheet practice-sheet">
      <p class="overline">${t('spot.place', { number, of })}</p>
      ${screenHeading(heading)}
      <p>${t('spot.cards', { names: namesOf(level, Object.keys(placement)) })}</p>
      <section class="spot-mail" aria-labelledby="spot-mail">
        <h2 id="spot-mail">${t('copy.title', { name: namesOf(level, [reader]) })}</h2>
        ${mailWindow(page)}
      </section>
      <form
        class="spot-form"
        @submit=${(event: Event) => {
          event.preventDefault();
          actions.answer();
        }}
      >
        <fieldset ?disabled=${verdict !== null}>
          <legend>${heading}</legend>
          ${kind === 'bcc' ? cardTicks(model, actions) : fieldChoices(model, actions)}
        </fieldset>
        ${
          verdict
            ? nothing
            : html`<button
                class="button primary large"
                type="submit"
                data-spot-answer
                ?disabled=${kind === 'bcc' ? model.answer.blind.length === 0 : model.answer.field === null}
              >
                ${t('spot.answer')}
              </button>`
        }
      </form>
      ${verdict ? judged(model, verdict, actions) : nothing}
    </main>
  </div>`;
}

function fieldChoices({ answer, verdict }: SpotModel, { choose }: SpotActions): TemplateResult[] {
  return CHOICES.map(
    (choice) =>
      html`<label class="spot-choice" data-right=${verdict?.field === choice ? 'yes' : nothing}>
        <input
          type="radio"
          name="spot-field"
          value=${choice}
          data-spot-field=${choice}
          .checked=${live(answer.field === choice)}
          @change=${() => choose(choice)}
        />
        <span>${t(`spot.field.${choice}`)}</span>
        ${verdict?.field === choice ? icon('check') : nothing}
      </label>`,
  );
}

function cardTicks({ question, answer, verdict }: SpotModel, { tick }: SpotActions): TemplateResult[] {
  return Object.keys(question.placement).map(
    (card) =>
      html`<label class="spot-choice" data-right=${verdict?.blind.includes(card) ? 'yes' : nothing}>
        <input
          type="checkbox"
          data-spot-card=${card}
          .checked=${live(answer.blind.includes(card))}
          @change=${(event: Event) => tick(card, (event.target as HTMLInputElement).checked)}
        />
        <span>${namesOf(question.level, [card])}</span>
        ${verdict?.blind.includes(card) ? icon('check') : nothing}
      </label>`,
  );
}

function judged(
  { question, number, of }: SpotModel,
  verdict: NonNullable<SpotModel['verdict']>,
  { onward }: SpotActions,
): TemplateResult {
  return html`<section class="spot-verdict" data-spot-right=${verdict.right}>
    <h2 tabindex="-1" data-spot-verdict>
      ${icon(verdict.right ? 'check' : 'close')} ${t(verdict.right ? 'spot.right' : 'spot.wrong')}
    </h2>
    <p>${why(question, verdict)}</p>
    <p class="practice-ways">
      <button class="button primary large" type="button" data-spot-on @click=${onward}>
        <span>${t(number === of ? 'spot.to-end' : 'spot.next')}</span>${icon('forward')}
      </button>
    </p>
  </section>`;
}

/** Says what the screen shows, and what leaves no trace on it. */
function why(
  { level, kind, about, reader, possible }: SpotQuestion,
  { field, blind }: NonNullable<SpotModel['verdict']>,
): string {
  const name = namesOf(level, [about]);
  if (kind === 'bcc') {
    const names = namesOf(level, blind);
    const readerInBcc = possible[reader]?.length === 1 && possible[reader]?.[0] === 'bcc';
    return readerInBcc
      ? t('spot.why.bcc-reader', { names, reader: namesOf(level, [reader]) })
      : t('spot.why.bcc', { names });
  }
  if (field === 'unknown') {
    const fields = formatList((possible[about] ?? []).map((one) => t(`field.${one}`)));
    return t(about === reader ? 'spot.why.self-unknown' : 'spot.why.unknown', { name, fields });
  }
  if (field === 'bcc') return t('spot.why.self-bcc', { name });
  return t('spot.why.shown', { name, field: t(`field.${field}`) });
}

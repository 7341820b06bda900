import { html, nothing, type TemplateResult } from 'lit';
import { t } from '../../i18n/index.ts';
import { icon } from '../parts/icons.ts';
import { predictionForm, type PredictionActions, type PredictionModel } from './prediction.ts';

/** Mails that have just been sent. */
export interface Sent {
  /** 0 when the player continued without sending. */
  readonly mails: number;
  /** The undo timer is stopped. */
  readonly held: boolean;
  /** How long the player can undo: some seconds, a minute, or without a limit. */
  readonly time: 'short' | 'long' | 'open';
  /** The player is asked who will see too much. */
  readonly asks: boolean;
}

export interface SnackbarActions {
  readonly takeBack: () => void;
  /** null while it is watched already. */
  readonly watch: (() => void) | null;
  /** Stops the undo timer while the pointer or the focus is on the bar. */
  readonly holdTime: (held: boolean) => void;
}

/**
 * Says that the mails are out, and offers to undo until the line has run out. While the player is asked what will happen,
 * there is no limit.
 */
export function snackbar(
  { mails, held, time }: Sent,
  prediction: { readonly model: PredictionModel; readonly actions: PredictionActions } | null,
  actions: SnackbarActions,
): TemplateResult {
  const hold = () => actions.holdTime(true);
  const release = (event: Event) => {
    const bar = event.currentTarget;
    if (!(bar instanceof HTMLElement)) return;
    const next = event instanceof FocusEvent ? event.relatedTarget : document.activeElement;
    const focused = next instanceof Node && bar.contains(next);
    const hovered = event.type !== 'pointerleave' && bar.matches(':hover');
    if (!focused && !hovered) actions.holdTime(false);
  };
  return html`<div
    class=${`snackbar ${time}${held ? ' held' : ''}`}
    data-snackbar
    @pointerenter=${hold}
    @pointerleave=${release}
    @focusin=${hold}
    @focusout=${release}
  >
    <p>${sentWords(mails)}</p>
    <div class="snackbar-ways">
      <button class="button" type="button" data-take-back @click=${actions.takeBack}>
        ${icon('undo')}${t('desk.undo-send')}
      </button>
      ${actions.watch ? watchButton(actions.watch) : nothing}
    </div>
    ${prediction ? predictionForm(prediction.model, prediction.actions) : nothing}
    <span class="snackbar-time" aria-hidden="true"></span>
  </div>`;
}

/** Tells a screen reader what happened, the ways to continue, and the time to undo. */
export function sentNews({ mails, time, asks }: Pick<Sent, 'mails' | 'time' | 'asks'>): string {
  const news = `${sentWords(mails)} ${t(`desk.sent-ways-${time}`)}`;
  return asks ? `${news} ${t('predict.heard')}` : news;
}

function watchButton(watch: () => void): TemplateResult {
  return html`<button class="button primary" type="button" data-watch @click=${watch}>
    ${t('desk.watch')}${icon('forward')}
  </button>`;
}

/** Says that the mails are out, or that none was sent. */
export function sentWords(mails: number): string {
  if (mails === 0) return t('desk.sent-nothing');
  return mails > 1 ? t('desk.sent-many', { mails: t('count.mails', { count: mails }) }) : t('desk.sent');
}

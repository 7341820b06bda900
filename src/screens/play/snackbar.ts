import { html, type TemplateResult } from 'lit';
import { t } from '../../i18n/index.ts';
import { icon } from '../parts/icons.ts';

/** Mails that have just gone out. */
export interface Sent {
  /** 0 when the player went on without sending. */
  readonly mails: number;
  /** The time to take them back stands still. */
  readonly held: boolean;
  /** How long there is: some seconds, a minute, or for as long as the player likes. */
  readonly time: 'short' | 'long' | 'open';
}

export interface SnackbarActions {
  readonly takeBack: () => void;
  readonly watch: () => void;
  /** Holds the time while somebody is at it, with the pointer or the focus. */
  readonly holdTime: (held: boolean) => void;
}

/** Says that the mails are out, and offers the way back for as long as its line runs. */
export function snackbar({ mails, held, time }: Sent, actions: SnackbarActions): TemplateResult {
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
      <button class="button primary" type="button" data-watch @click=${actions.watch}>
        ${t('desk.watch')}${icon('forward')}
      </button>
    </div>
    <span class="snackbar-time" aria-hidden="true"></span>
  </div>`;
}

/** What has happened, both ways to go on, and how long there is: for those who hear it. */
export function sentNews({ mails, time }: Pick<Sent, 'mails' | 'time'>): string {
  return `${sentWords(mails)} ${t(`desk.sent-ways-${time}`)}`;
}

/** That the mails are out, or that none is. */
export function sentWords(mails: number): string {
  if (mails === 0) return t('desk.sent-nothing');
  return mails > 1 ? t('desk.sent-many', { mails: t('count.mails', { count: mails }) }) : t('desk.sent');
}

import { html, type TemplateResult } from 'lit';
import { t } from '../../i18n/index.ts';

/** The durations that a facilitator can choose, in minutes. */
export const TIMER_MINUTES = [1, 2, 3, 5, 10, 15] as const;

export interface TimerModel {
  /** Whole seconds left. */
  readonly left: number;
  /** Seconds from which it counts down. */
  readonly total: number;
  readonly running: boolean;
}

export interface TimerActions {
  readonly setMinutes: (minutes: number) => void;
  readonly run: (running: boolean) => void;
  readonly reset: () => void;
}

/** A timer for discussions in the room. Nothing else happens when it ends. */
export function timerPart({ left, total, running }: TimerModel, actions: TimerActions): TemplateResult {
  return html`<section class="room-timer" aria-labelledby="room-timer">
    <h2 id="room-timer">${t('room.timer.title')}</h2>
    <p class="room-clock" role="timer" data-clock=${left}>
      ${left === 0 ? t('room.timer.over') : t('room.timer.left', { time: clockTime(left) })}
    </p>
    <div class="host-ways">
      <label class="field room-minutes">
        <span>${t('room.timer.minutes')}</span>
        <select
          data-minutes
          @change=${(event: Event) => actions.setMinutes(Number((event.target as HTMLSelectElement).value))}
        >
          ${TIMER_MINUTES.map(
            (minutes) => html`<option value=${minutes} ?selected=${minutes * 60 === total}>${minutes}</option>`,
          )}
        </select>
      </label>
      <button
        class="button"
        type="button"
        data-timer=${running ? 'pause' : 'start'}
        @click=${() => actions.run(!running)}
      >
        ${t(running ? 'room.timer.pause' : 'room.timer.start')}
      </button>
      <button class="button quiet" type="button" data-timer="reset" @click=${actions.reset}>
        ${t('room.timer.reset')}
      </button>
    </div>
  </section>`;
}

/** Formats minutes and seconds, such as 2:05. */
export function clockTime(seconds: number): string {
  return `${String(Math.floor(seconds / 60))}:${String(seconds % 60).padStart(2, '0')}`;
}

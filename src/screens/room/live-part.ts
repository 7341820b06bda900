import { html, nothing, type TemplateResult } from 'lit';
import { t } from '../../i18n/index.ts';
import type { LiveStatus } from '../../room/live/phone.ts';

/** The live session on the facilitator's page. */
export interface LiveModel {
  readonly status: LiveStatus;
  /** How many phones are here. */
  readonly here: number;
  readonly phase: 'open' | 'closed';
}

export interface LiveActions {
  readonly setPhase: (phase: 'open' | 'closed') => void;
}

/** True while the phones can vote. */
export function isVoting(live: LiveModel | null): boolean {
  return live !== null && live.status !== 'over' && live.status !== 'refused' && live.phase === 'open';
}

/** Shows how many phones are here, and whether their results count. */
export function livePart({ status, here, phase }: LiveModel, { setPhase }: LiveActions): TemplateResult {
  if (status === 'over' || status === 'refused') {
    return html`<section aria-labelledby="room-live" data-live=${status}>
      <h2 id="room-live">${t('room.live.title')}</h2>
      <p class="kept-now" role="status">${t(status === 'over' ? 'room.live.over' : 'room.live.refused-screen')}</p>
    </section>`;
  }
  const open = phase === 'open';
  return html`<section aria-labelledby="room-live" data-live=${status}>
    <h2 id="room-live">${t('room.live.title')}</h2>
    <p class="kept-now" role="status" data-here=${here}>
      ${t(`room.live.${status}`)} ${status === 'connected' ? t('room.live.here', { count: here }) : nothing}
    </p>
    <p>${t(open ? 'room.live.open-text' : 'room.live.closed-text')}</p>
    <button
      class="button"
      type="button"
      data-phase=${open ? 'closed' : 'open'}
      @click=${() => setPhase(open ? 'closed' : 'open')}
    >
      ${t(open ? 'room.live.close' : 'room.live.open')}
    </button>
  </section>`;
}

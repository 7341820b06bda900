import { html, nothing, type TemplateResult } from 'lit';
import type { ContactId, Level } from '../../engine/index.ts';
import { t, textOf } from '../../i18n/index.ts';
import type { RoomOutcome } from '../../room/tally.ts';
import { gauges } from '../parts/gauges.ts';
import { icon } from '../parts/icons.ts';

/** Shows what followed from the room's results: the means of both gauges, the stars, and the most common leak. */
export function roomOutcome(
  level: Level,
  { privacy, purpose, stars, leak }: RoomOutcome,
  { replayLeak, replayRoom }: { readonly replayLeak: () => void; readonly replayRoom: () => void },
): TemplateResult {
  const name = (contact: ContactId) => {
    const card = level.contacts.find(({ id }) => id === contact);
    return card ? textOf(card.name) : contact;
  };
  return html`<section aria-labelledby="room-outcome">
    <h2 id="room-outcome">${t('room.outcome.title')}</h2>
    <div class="room-scores">
      ${gauges({ privacy, purpose })}
      <p>${t('room.outcome.mean', { privacy, purpose })}</p>
      <ul class="room-answers">
        ${stars.flatMap((count, index) =>
          count > 0
            ? [html`<li>${t('room.outcome.stars', { stars: t('stars.label', { count: index }), count })}</li>`]
            : [],
        )}
      </ul>
    </div>
    <p class="kept-now" data-room-leak>
      ${
        leak
          ? t('room.outcome.leak', { count: leak.count, viewer: name(leak.viewer), subject: name(leak.subject) })
          : t('room.outcome.no-leak')
      }
    </p>
    <p class="host-ways">
      ${
        leak
          ? html`<button class="button" type="button" data-replay-leak @click=${replayLeak}>
              ${icon('replay')}<span>${t('room.outcome.replay-leak')}</span>
            </button>`
          : nothing
      }
      <button class="button" type="button" data-replay-room @click=${replayRoom}>
        ${icon('replay')}<span>${t('room.outcome.replay-room')}</span>
      </button>
    </p>
  </section>`;
}

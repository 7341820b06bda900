import { html, svg, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { formatStoryTime, t } from '../i18n/index.ts';
import { icon } from './icons.ts';
import { replayIcon, type ReplayIcon } from './replay-icons.ts';
import type { ReplayPosition, ReplayScreenActions, ReplayScreenModel, ReplaySpeed } from './replay-model.ts';

const SPEEDS: readonly ReplaySpeed[] = [1, 2, 4];
/** Units of the drawing on the slider's track, which is stretched to its width. */
const TRACK = 1000;

/** The controls of the replay: a slider with a mark for each beat, play and pause, steps, speed, to the end. */
export function transportBar(
  model: ReplayScreenModel,
  position: ReplayPosition,
  actions: ReplayScreenActions,
): TemplateResult {
  const { playing, ended } = position;
  const play = ended ? 'again' : playing ? 'pause' : 'play';
  return html`<div class="transport" role="group" aria-label=${t('replay.controls')} aria-describedby="replay-keys">
    ${slider(model, position, actions)}
    <div class="transport-row">
      ${control('back', 'back', () => actions.step(-1))} ${control('toggle', play, () => actions.toggle())}
      ${control('next', 'next', () => actions.step(1))} ${control('skip', 'skip', () => actions.skip())}
      <p class="transport-time">${icon('clock')}<span>${storyTime(model, position)}</span></p>
      <fieldset class="speed">
        <legend class="visually-hidden">${t('replay.speed')}</legend>
        ${SPEEDS.map(
          (speed) =>
            html`<label>
              <input
                type="radio"
                name="replay-speed"
                data-speed=${speed}
                .checked=${live(speed === position.speed)}
                @change=${() => actions.setSpeed(speed)}
              />
              <span>${t('replay.speed-of', { speed })}</span>
            </label>`,
        )}
      </fieldset>
    </div>
    <p id="replay-keys" class="transport-keys">${t('replay.keys')}</p>
  </div>`;
}

function control(name: 'back' | 'toggle' | 'next' | 'skip', shape: ReplayIcon, act: () => void): TemplateResult {
  const label = t(`replay.${shape}`);
  return html`<button
    class=${`button transport-button ${name}`}
    type="button"
    data-transport=${name}
    aria-label=${label}
    title=${label}
    @click=${act}
  >
    ${replayIcon(shape)}
  </button>`;
}

function storyTime({ outcome }: ReplayScreenModel, { beat }: ReplayPosition): string {
  return formatStoryTime(outcome.beats[beat]?.at ?? 0);
}

function slider(model: ReplayScreenModel, position: ReplayPosition, actions: ReplayScreenActions): TemplateResult {
  const { from, marks, outcome } = model;
  const { time, duration, beat } = position;
  const along = (seconds: number) => (duration > 0 ? (seconds / duration) * TRACK : 0);
  const words = t('replay.position-text', {
    number: beat - from + 1,
    count: outcome.beats.length - from,
    time: storyTime(model, position),
  });
  const exposing = (index: number) => ['disclosed', 'unmasked'].includes(outcome.beats[from + index]?.kind ?? '');
  return html`<div class="seek">
    <svg class="seek-track" viewBox="0 0 1000 24" preserveAspectRatio="none" aria-hidden="true">
      <rect class="seek-line" x="0" y="10" width="1000" height="4" />
      <rect class="seek-past" x="0" y="10" width=${along(time)} height="4" />
    </svg>
    <svg class="seek-marks" aria-hidden="true">
      ${marks.map((mark, index) => {
        const where = `${String(along(mark) / 10)}%`;
        return exposing(index)
          ? svg`<circle class="exposing" cx=${where} cy="50%" r="6.5" /><circle class="pupil" cx=${where} cy="50%" r="2" />`
          : svg`<circle cx=${where} cy="50%" r="4" />`;
      })}
    </svg>
    <input
      type="range"
      data-seek
      min="0"
      max=${duration}
      step="0.01"
      .value=${live(String(time))}
      aria-label=${t('replay.position')}
      aria-valuetext=${words}
      @input=${(event: Event) => actions.seek((event.target as HTMLInputElement).valueAsNumber)}
    />
  </div>`;
}

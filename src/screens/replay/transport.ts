import { html, nothing, svg, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { chainOf, type Chain } from '../../engine/index.ts';
import { describeBeat } from '../../i18n/describe.ts';
import { formatStoryTime, t } from '../../i18n/index.ts';
import { icon } from '../parts/icons.ts';
import { replayIcon, type ReplayIcon } from './icons.ts';
import type { ReplayPosition, ReplayScreenActions, ReplayScreenModel, ReplaySpeed } from './model.ts';

const SPEEDS: readonly ReplaySpeed[] = [1, 2, 4];
/** Width of the slider's drawing in its own units; it is stretched to the track. */
const TRACK = 1000;

/**
 * The controls of the replay: a slider with a mark for each beat, play and pause, steps, speed, and skip to the end.
 */
export function transportBar(
  model: ReplayScreenModel,
  position: ReplayPosition,
  actions: ReplayScreenActions,
): TemplateResult {
  const { playing, ended } = position;
  const play = ended ? 'again' : playing ? 'pause' : 'play';
  return html`<div class="transport" role="group" aria-label=${t('replay.controls')}>
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
    <p class="transport-keys">${t('replay.keys')}</p>
  </div>`;
}

/** The icons of the controls; each button has a text that names it. */
type TransportIcon = Extract<ReplayIcon, 'back' | 'play' | 'pause' | 'again' | 'next' | 'skip'>;

function control(name: 'back' | 'toggle' | 'next' | 'skip', shape: TransportIcon, act: () => void): TemplateResult {
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

/** A click this near to a mark (in pixels) means the mark, and a pointer that moved less than `STILL` did not drag. */
const NEAR = 11;
const STILL = 4;
/** The diameter of the slider's thumb, as in the style sheet: the track ends half of it before the edges. */
const THUMB = 24;
let pressedAt = 0;

/** Returns the mark below the pointer; null when there is none. */
function markAt({ clientX, currentTarget }: MouseEvent, marks: readonly number[], duration: number): number | null {
  if (!(currentTarget instanceof HTMLElement) || duration <= 0) return null;
  const { left, width } = currentTarget.getBoundingClientRect();
  const along = (clientX - left - THUMB / 2) / (width - THUMB);
  const share = getComputedStyle(currentTarget).direction === 'rtl' ? 1 - along : along;
  const distances = marks.map((mark) => Math.abs(mark / duration - share) * (width - THUMB));
  const least = Math.min(...distances);
  return least <= NEAR ? distances.indexOf(least) : null;
}

function linkOf({ before, after }: Chain, beat: number): 'cause' | 'effect' | '' {
  return before.has(beat) ? 'cause' : after.has(beat) ? 'effect' : '';
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
  const chain = chainOf(outcome, beat);
  // Nothing tells what will happen while Send can still be undone.
  const tells = model.sent === null;
  const nearest = (event: MouseEvent) => markAt(event, marks, duration);
  const exposing = (index: number) =>
    tells && ['disclosed', 'unmasked'].includes(outcome.beats[from + index]?.kind ?? '');
  return html`<div class="seek">
    <svg class="seek-track" viewBox="0 0 1000 24" preserveAspectRatio="none" aria-hidden="true">
      <rect class="seek-line" x="0" y="10" width="1000" height="4" />
      <rect class="seek-past" x="0" y="10" width=${along(time)} height="4" />
    </svg>
    <svg class="seek-marks" aria-hidden="true">
      ${marks.map((mark, index) => {
        const where = `${String(along(mark) / 10)}%`;
        const link = tells ? linkOf(chain, from + index) : '';
        return svg`${link === '' ? nothing : svg`<circle class=${`link ${link}`} cx=${where} cy="50%" r="10" />`}
          ${
            exposing(index)
              ? svg`<circle class="exposing" cx=${where} cy="50%" r="6.5" /><circle class="pupil" cx=${where} cy="50%" r="2" />`
              : svg`<circle cx=${where} cy="50%" r="4" />`
          }`;
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
      @pointerdown=${(event: PointerEvent) => (pressedAt = event.clientX)}
      @pointermove=${(event: PointerEvent) => {
        const mark = nearest(event);
        const told = mark === null || from + mark > position.reached ? undefined : outcome.beats[from + mark];
        (event.currentTarget as HTMLElement).title = told ? describeBeat(model.level, told) : '';
      }}
      @click=${(event: MouseEvent) => {
        const mark = Math.abs(event.clientX - pressedAt) <= STILL ? nearest(event) : null;
        if (mark !== null) actions.jump(from + mark);
      }}
      @input=${(event: Event) => actions.seek((event.target as HTMLInputElement).valueAsNumber)}
    />
  </div>`;
}

import { html, nothing, type TemplateResult } from 'lit';
import { ref } from 'lit/directives/ref.js';
import { effectsAmong, type Beat, type Chain } from '../../engine/index.ts';
import { describeBeat } from '../../i18n/describe.ts';
import { formatStoryTime, t, textOf } from '../../i18n/index.ts';
import { reasonsOf } from '../../i18n/story-text.ts';
import { comparableCases } from '../parts/comparable-cases.ts';
import { icon } from '../parts/icons.ts';
import { readersOf, type ReplayScreenActions, type ReplayScreenModel } from './model.ts';
import { langOf } from '../parts/level-text.ts';

/** Where the replay is while the list is drawn. */
export interface LogPlace {
  /** Index of the current beat; -1 when there is no picture. */
  readonly current: number;
  readonly reached: number;
  /** What is connected with the current beat. */
  readonly chain: Chain;
  /** The beats in which the chosen person takes part. */
  readonly theirs: ReadonlySet<number>;
}

/** One beat in the list: when, what, why, what followed, and links to the screens of those who saw something. */
export function logBeat(
  model: ReplayScreenModel,
  beat: Beat,
  index: number,
  place: LogPlace,
  actions: ReplayScreenActions,
): TemplateResult {
  const { level, from, state } = model;
  const { current, chain, theirs } = place;
  const now = index === current;
  const jumps = index >= from && state !== 'failed';
  const link = chain.before.has(index) ? 'cause' : chain.after.has(index) ? 'effect' : null;
  const classes = ['log-beat', beat.kind, link ? `is-${link}` : '', theirs.has(index) ? 'is-theirs' : ''];
  const words = html`<span class="log-time"
      >${now ? html`<span class="visually-hidden">${t('replay.now')}: </span>` : nothing}${formatStoryTime(beat.at)}${link ? html` <em class="log-link">${t(`replay.${link}`)}</em>` : nothing}</span
    >
    <span class="log-text" lang=${beat.kind === 'authored' ? langOf(beat.text) : nothing}
      >${describeBeat(level, beat)}</span
    >`;
  return html`<li
    class=${classes.filter((name) => name !== '').join(' ')}
    data-beat=${index}
    data-beat-kind=${beat.kind}
    data-link=${link ?? nothing}
    aria-current=${now ? 'step' : nothing}
    ${ref(now && jumps ? keepInSight : noSight)}
  >
    ${
      jumps
        ? html`<button class="log-jump" type="button" @click=${() => actions.jump(index)}>${words}</button>`
        : html`<p class="log-jump">${words}</p>`
    }
    ${reasons(model, beat, place, actions)} ${now ? effects(model, index, place, actions) : nothing}
    ${beat.kind === 'decided' ? comparableCases(beat.decision) : nothing} ${peek(model, beat, actions)}
  </li>`;
}

/** Pixels around the current beat. */
const ROOM = 12;

function noSight(): void {}

/** Scrolls the list, and only the list, so that the current beat can be read. */
function keepInSight(element?: Element): void {
  if (!element) return;
  // The element has a position only after it was attached.
  requestAnimationFrame(() => {
    const list = element.closest('.log');
    if (!list) return;
    const [frame, box] = [list.getBoundingClientRect(), element.getBoundingClientRect()];
    const figureBox = list.querySelector('.figure');
    const sticks = figureBox !== null && getComputedStyle(figureBox).position === 'sticky';
    const top = frame.top + (sticks ? figureBox.getBoundingClientRect().height : 0);
    if (box.top >= top && box.bottom <= frame.bottom - ROOM) return;
    const room = frame.bottom - top;
    list.scrollTop += box.top - top - (box.height > room / 2 ? ROOM : Math.max(ROOM, (room - box.height) * 0.3));
  });
}

function reasons(
  { level, outcome, from, state }: ReplayScreenModel,
  beat: Beat,
  { reached }: LogPlace,
  actions: ReplayScreenActions,
): TemplateResult | typeof nothing {
  const told = reasonsOf(level, outcome, beat);
  if (told.length === 0) return nothing;
  return html`<div class="log-because">
    <span>${t('replay.because')}:</span>
    <ul>
      ${told.map(({ text, beat: cause }) => {
        const before = cause === null ? -1 : outcome.beats.findIndex(({ id }) => id === cause);
        const jumps = before >= from && before <= reached && state !== 'failed';
        return html`<li>${jumps ? jumpTo(before, text, actions) : text}</li>`;
      })}
    </ul>
  </div>`;
}

/** Lists what followed from the current beat, up to the point that the replay has reached. */
function effects(
  { level, outcome }: ReplayScreenModel,
  index: number,
  { reached }: LogPlace,
  actions: ReplayScreenActions,
): TemplateResult | typeof nothing {
  const told = effectsAmong(outcome.beats, index).filter((effect) => effect <= reached);
  if (told.length === 0) return nothing;
  return html`<div class="log-because log-so" data-effects>
    <span>${t('replay.so')}:</span>
    <ul>
      ${told.map((effect) => {
        const beat = outcome.beats[effect];
        return beat ? html`<li>${jumpTo(effect, describeBeat(level, beat), actions)}</li>` : nothing;
      })}
    </ul>
  </div>`;
}

function jumpTo(beat: number, text: string, actions: ReplayScreenActions): TemplateResult {
  return html`<button class="log-cause" type="button" @click=${() => actions.jump(beat)}>${text}</button>`;
}

/** Links a beat about what one reader saw to that reader's screen. */
function peek(
  { level, outcome }: ReplayScreenModel,
  beat: Beat,
  actions: ReplayScreenActions,
): TemplateResult | typeof nothing {
  if (beat.kind !== 'disclosed' && beat.kind !== 'content-leaked') return nothing;
  const contact = level.contacts.find(({ id }) => id === beat.viewers[0] && readersOf(level, outcome).includes(id));
  if (!contact) return nothing;
  return html`<button
    class="log-peek"
    type="button"
    @click=${() => actions.look({ contact: contact.id, index: 0, mail: beat.mail })}
  >
    ${icon('eye')}<span>${t('replay.look', { name: textOf(contact.name) })}</span>
  </button>`;
}

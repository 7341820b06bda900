import { html, nothing, type TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { ref } from 'lit/directives/ref.js';
import type { Beat, Cause } from '../engine/outcome.ts';
import { describeBeat, describeCause, formatStoryTime, language, t, textOf } from '../i18n/index.ts';
import { icon } from './icons.ts';
import { portrait } from './portrait.ts';
import { figure } from './replay-figure.ts';
import { readersOf, type ReplayScreenActions, type ReplayScreenModel } from './replay-model.ts';

/** The story in words: what has been told so far, each beat with its causes, and whose screens can be looked at. */
export function replayLog(model: ReplayScreenModel, actions: ReplayScreenActions): TemplateResult {
  const { outcome, from, position, state } = model;
  // Without the picture nothing tells the story step by step, so the words tell it all.
  const reached = state === 'failed' ? outcome.beats.length - 1 : (position?.reached ?? from - 1);
  const current = state === 'failed' ? -1 : (position?.beat ?? -1);
  return html`<aside class="sheet log" aria-label=${t('replay.log')}>
    ${guard([outcome, from, reached, current, state, language()], () => {
      const beats = outcome.beats.map((beat, index) => entry(model, beat, index, { current, reached }, actions));
      const left = outcome.beats.length - 1 - reached;
      return html`<h2>${t('replay.log')}</h2>
        ${figure(outcome, reached)}
        ${
          from > 0
            ? html`<details class="log-before">
                <summary>${t('replay.before', { count: from })}</summary>
                <ol class="log-list">
                  ${beats.slice(0, from)}
                </ol>
              </details>`
            : nothing
        }
        <ol class="log-list" start=${from + 1} data-log>
          ${beats.slice(from, reached + 1)}
        </ol>
        ${left > 0 ? html`<p class="log-left">${t('replay.to-come', { count: left })}</p>` : nothing}
        ${screens(model, actions)}`;
    })}
  </aside>`;
}

interface Place {
  readonly current: number;
  readonly reached: number;
}

function entry(
  model: ReplayScreenModel,
  beat: Beat,
  index: number,
  { current, reached }: Place,
  actions: ReplayScreenActions,
): TemplateResult {
  const { level, from, state } = model;
  const now = index === current;
  const jumps = index >= from && state !== 'failed';
  const words = html`<span class="log-time">${formatStoryTime(beat.at)}</span>
    <span class="log-text">${describeBeat(level, beat)}</span>`;
  return html`<li
    class=${`log-beat ${beat.kind}`}
    data-beat=${index}
    data-beat-kind=${beat.kind}
    aria-current=${now ? 'step' : nothing}
    ${ref(now && jumps ? keepInSight : noSight)}
  >
    ${
      jumps
        ? html`<button class="log-jump" type="button" @click=${() => actions.jump(index)}>${words}</button>`
        : html`<p class="log-jump">${words}</p>`
    }
    ${causes(model, beat, reached, actions)} ${peek(model, beat, actions)}
  </li>`;
}

/** Pixels around the beat that is told. */
const ROOM = 12;

function noSight(): void {}

/** Scrolls the list, and only the list, so that the beat that is told can be read. */
function keepInSight(element?: Element): void {
  if (!element) return;
  // Only now is it in the page and has a place.
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

function causes(
  { level, outcome, from, state }: ReplayScreenModel,
  beat: Beat,
  reached: number,
  actions: ReplayScreenActions,
): TemplateResult | typeof nothing {
  const told = beat.causes.map((cause) => ({ cause, text: describeCause(level, cause, outcome) }));
  const some = told.filter(({ text }) => text !== '');
  if (some.length === 0) return nothing;
  return html`<div class="log-because">
    <span>${t('replay.because')}:</span>
    <ul>
      ${some.map(({ cause, text }) => {
        const before = indexOf(outcome.beats, cause);
        return html`<li>
          ${
            before >= from && before <= reached && state !== 'failed'
              ? html`<button class="log-cause" type="button" @click=${() => actions.jump(before)}>${text}</button>`
              : text
          }
        </li>`;
      })}
    </ul>
  </div>`;
}

function indexOf(beats: readonly Beat[], cause: Cause): number {
  return cause.type === 'beat' ? beats.findIndex(({ id }) => id === cause.beat) : -1;
}

/** From a beat about what one reader saw, the way to that reader's screen. */
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

function screens({ level, outcome }: ReplayScreenModel, actions: ReplayScreenActions): TemplateResult | typeof nothing {
  const readers = readersOf(level, outcome);
  if (readers.length === 0) return nothing;
  return html`<section class="log-screens">
    <h3>${t('replay.screens')}</h3>
    <ul>
      ${level.contacts
        .filter(({ id }) => readers.includes(id))
        .map(
          (contact) =>
            html`<li>
              <button
                class="log-screen"
                type="button"
                data-look=${contact.id}
                aria-label=${t('replay.look', { name: textOf(contact.name) })}
                @click=${() => actions.look({ contact: contact.id, index: 0, mail: null })}
              >
                ${portrait(contact, 40)}<span>${textOf(contact.name)}</span>${icon('eye')}
              </button>
            </li>`,
        )}
    </ul>
  </section>`;
}

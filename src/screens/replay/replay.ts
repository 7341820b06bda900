import { html, nothing, type TemplateResult } from 'lit';
import { describeBeat } from '../../i18n/describe.ts';
import { formatStoryTime, t, textOf } from '../../i18n/index.ts';
import { copyDialog } from '../copy/dialog.ts';
import { icon } from '../parts/icons.ts';
import { drawnNote } from './figure.ts';
import { snackbar } from '../play/snackbar.ts';
import { replayIcon } from './icons.ts';
import { replayKeys } from './keys.ts';
import { replayLog } from './log.ts';
import type { ReplayScreenActions, ReplayScreenModel } from './model.ts';
import { transportBar } from './transport.ts';
import { takeAwayDialog } from './take-away.ts';
import { whatIfDialog } from './what-if.ts';
import { screenHeading } from '../parts/heading.ts';

export type { Looking, ReplayPosition, ReplayScreenActions, ReplayScreenModel, ReplaySpeed } from './model.ts';

/** What follows from the mail: the picture, its controls, and the same story in words. */
export function replayScreen(model: ReplayScreenModel, actions: ReplayScreenActions): TemplateResult {
  const { level, position, state } = model;
  const over = position?.ended === true || state === 'failed';
  return html`<div class="replay" data-replay tabindex="-1" @keydown=${replayKeys(model, actions)}>
    <header class="bar replay-bar">
      <a class="button quiet bar-tool" href="#/" data-home aria-label=${t('app.home')} title=${t('app.home')}>
        ${icon('back')}
      </a>
      ${screenHeading(t('replay.title', { title: textOf(level.title) }))}
      <button
        class="button quiet bar-tool"
        type="button"
        data-tool="settings"
        aria-label=${t('desk.settings')}
        title=${t('desk.settings')}
        @click=${() => actions.openSettings()}
      >
        ${icon('settings')}
      </button>
      ${model.sent ? nothing : goOn(model, over, actions)}
    </header>
    <main class="replay-main">
      <div
        class=${`replay-picture${model.supposed ? ' supposed' : ''}`}
        role="img"
        aria-label=${t('replay.picture')}
        aria-describedby="replay-scene"
      >
        <div class="stage-host" data-stage-host></div>
      </div>
      <p id="replay-scene" class="visually-hidden" data-scene>${position?.scene ?? ''}</p>
      ${state === 'ready' ? drawnNote(model.drawn) : nothing} ${supposedBar(model, actions)} ${notes(state, actions)}
      ${position && state !== 'failed' ? transportBar(model, position, actions) : nothing} ${caption(model)}
    </main>
    ${replayLog(model, actions)} ${whatIfDialog(level, model.whatIf, actions.whatIf)}
    ${takeAwayDialog(model.taking, actions.take)} ${copyDialog(model, actions)}
    <div class="desk-snack">${model.sent ? snackbar(model.sent, null, actions.snackbar) : nothing}</div>
  </div>`;
}

/** The way on names what comes next, and so what has happened: it appears once Send can no longer be undone. */
function goOn({ next }: ReplayScreenModel, over: boolean, actions: ReplayScreenActions): TemplateResult {
  return html`<button
    class=${`button go-on${over ? ' primary' : ''}`}
    type="button"
    data-go-on
    @click=${() => actions.goOn()}
  >
    <span>${t(`replay.go-on.${next}`)}</span>${icon('forward')}
  </button>`;
}

/** Says that the picture is not what happened and leads back, or whose play it is. */
function supposedBar(
  { supposed, guest }: ReplayScreenModel,
  { showPlayed }: Pick<ReplayScreenActions, 'showPlayed'>,
): TemplateResult | typeof nothing {
  if (guest && !supposed) {
    if (guest.triedOut) return nothing;
    if (guest.ofRoom) return html`<p class="supposed-bar" data-guest><span>${t('play-file.of-room')}</span></p>`;
    return html`<p class="supposed-bar" data-guest>
      ${replayIcon('save')}<span>${t('play-file.guest')} ${guest.rescored ? t('play-file.rescored') : nothing}</span>
    </p>`;
  }
  if (!supposed) return nothing;
  return html`<div class="supposed-bar" data-supposed>
    ${replayIcon('branch')}<span>${supposed}</span>
    <button class="button" type="button" data-show-played @click=${() => showPlayed()}>${t('what-if.back')}</button>
  </div>`;
}

function notes(state: ReplayScreenModel['state'], actions: ReplayScreenActions): TemplateResult | typeof nothing {
  if (state === 'loading') return html`<p class="replay-note" role="status">${t('replay.loading')}</p>`;
  if (state === 'ready') return nothing;
  return html`<section class="sheet note replay-failure" role="alert">
    <p>${t('replay.failed')}</p>
    <button class="button" type="button" @click=${() => actions.retry()}>${icon('replay')}${t('app.retry')}</button>
  </section>`;
}

/** The current beat, below the picture. */
function caption({ level, outcome, position }: ReplayScreenModel): TemplateResult {
  const beat = position ? outcome.beats[position.beat] : undefined;
  return html`<div class="replay-caption" data-caption>
    ${beat ? html`<strong>${formatStoryTime(beat.at)}</strong> <span>${describeBeat(level, beat)}</span>` : nothing}
  </div>`;
}

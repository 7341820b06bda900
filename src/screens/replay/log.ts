import { html, nothing, type TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { chainOf, knowledgeOf } from '../../engine/index.ts';
import { language, t } from '../../i18n/index.ts';
import { logBeat, type LogPlace } from './beat.ts';
import { figure } from './figure.ts';
import { gauges, gaugesOf } from '../parts/gauges.ts';
import { icon } from '../parts/icons.ts';
import { replayIcon } from './icons.ts';
import type { ReplayScreenActions, ReplayScreenModel } from './model.ts';
import { peopleList, personCard } from './people.ts';

/** The story in words: the beats shown so far with their causes, and whose screens can be opened. */
export function replayLog(model: ReplayScreenModel, actions: ReplayScreenActions): TemplateResult {
  const { outcome, from, position, state, chosen, query, answers } = model;
  // Without the picture nothing tells the story step by step, so the list has all of it.
  const reached = state === 'failed' ? outcome.beats.length - 1 : (position?.reached ?? from - 1);
  const current = state === 'failed' ? -1 : (position?.beat ?? -1);
  return html`<aside class="sheet log">
    ${guard(
      [model.level, outcome, from, reached, current, state, chosen, query, answers.length, model.avoids, language()],
      () => {
        const place: LogPlace = {
          current,
          reached,
          chain: chainOf(outcome, current),
          theirs: new Set(chosen === null ? [] : knowledgeOf(outcome, chosen).beats),
        };
        const beats = outcome.beats.map((beat, index) => logBeat(model, beat, index, place, actions));
        const left = outcome.beats.length - 1 - reached;
        return html`<header class="log-head">
            <h2>${t('replay.log')}</h2>
            <button class="button quiet log-tool" type="button" data-what-if @click=${() => actions.whatIf.open()}>
              ${replayIcon('branch')}${t('what-if.open')}
            </button>
            <button class="button quiet log-tool" type="button" data-take @click=${() => actions.take.open(true)}>
              ${replayIcon('save')}${t('take.open')}
            </button>
          </header>
          ${figure(outcome, reached)}
          ${left === 0 && outcome.beats.length > 0 && outcome.due.length === 0 ? gauges(gaugesOf(outcome)) : nothing}
          ${personCard(model, actions)}
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
          ${left === 0 ? answers.map(answerLine) : nothing}
          ${left === 0 && model.avoids ? avoidedButton(actions) : nothing}
          ${left > 0 ? html`<p class="log-left">${t('replay.to-come', { count: left })}</p>` : nothing}
          ${peopleList(model, actions)}`;
      },
    )}
  </aside>`;
}

/** What became of a prediction. */
function answerLine({ right, text }: ReplayScreenModel['answers'][number]): TemplateResult {
  return html`<p class="log-answer" data-answer=${right ? 'right' : 'wrong'}>
    ${icon(right ? 'check' : 'eye')}<span>${text}</span>
  </p>`;
}

/** Leads a player who did well to what the level's trap would have done. */
function avoidedButton({ showAvoided }: Pick<ReplayScreenActions, 'showAvoided'>): TemplateResult {
  return html`<p class="log-avoided">
    <button class="button" type="button" data-avoided @click=${() => showAvoided()}>
      ${replayIcon('branch')}<span>${t('what-if.avoided')}</span>
    </button>
  </p>`;
}

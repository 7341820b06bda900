import { html, nothing, type TemplateResult } from 'lit';
import type { Level, Outcome } from '../../engine/index.ts';
import { describeDisclosures } from '../../i18n/describe.ts';
import { t, textOf } from '../../i18n/index.ts';
import type { BestRow } from './best-rows.ts';
import { bestWay } from './best-way.ts';
import { hint } from './hint.ts';
import { gauges, gaugesOf } from '../parts/gauges.ts';
import { icon } from '../parts/icons.ts';
import { decisionLetter } from './decision.ts';
import { ledger } from './ledger.ts';
import { postmark, starLine } from '../parts/postmark.ts';
import { stampOf } from '../../levels/stamp.ts';
import { levelStamp } from '../parts/stamps.ts';
import { langOf } from '../parts/level-text.ts';
import { topLine } from '../parts/navigation.ts';
import { screenHeading } from '../parts/heading.ts';

export interface DebriefModel {
  readonly level: Level;
  readonly outcome: Outcome;
  /** The best routing beside the player's; null while it is held back, so that the player can look for it. */
  readonly rows: readonly BestRow[] | null;
  /** The next level; null after the last. */
  readonly next: { readonly address: string; readonly title: string } | null;
  /** The player has earned the certificate of the course. */
  readonly certified: boolean;
  /** The player did well, and can look at what the trap of the level would have done. */
  readonly avoids: boolean;
  /** The player's result code, in a session; else null. */
  readonly code: TemplateResult | null;
  /** The screen of a session leads on to what the room did. */
  readonly toRoom: boolean;
}

export interface DebriefActions {
  readonly again: () => void;
  readonly replay: () => void;
  readonly watchAvoided: () => void;
  /** The player asks to see the best way now. */
  readonly showBest: () => void;
  readonly openSettings: () => void;
}

/**
 * Shows what the mail led to, point by point, and what would have been best. A perfect answer gets just as much detail.
 */
export function debriefScreen(model: DebriefModel, actions: DebriefActions): TemplateResult {
  const { level, outcome } = model;
  return html`<div class="screen debrief">
    ${topLine(actions.openSettings)}
    <main class="sheet debrief-letter">
      <header class="debrief-head">
        <div>
          <p class="overline">${t('debrief.title', { title: textOf(level.title) })}</p>
          ${screenHeading(greeting(outcome))}
          <p class="debrief-lead">${greetingMore(outcome)}</p>
          <p class="debrief-score">
            <strong data-stars=${outcome.stars}>${starLine(outcome.stars)}</strong>
            <span>${t('stars.score', { score: outcome.score })}</span>
            <span>${describeDisclosures(outcome)}</span>
          </p>
          ${gauges(gaugesOf(outcome))}
        </div>
        <div class="debrief-stamp">${levelStamp(stampOf(level))}${postmark(outcome, true)}</div>
      </header>
      ${model.code} ${ledger(level, outcome)} ${model.avoids ? avoidedButton(actions) : nothing}
      ${decisionLetter(level, outcome)}
      ${model.rows ? bestWay(level, outcome, model.rows) : hint(level, outcome, actions)}
      <div class="debrief-cards">${ruleCard(level)} ${clipping(level)}</div>
      <footer class="debrief-foot">${ways(model, actions)}</footer>
    </main>
  </div>`;
}

/** After a clean send: the story that the trap of the level would have given. */
function avoidedButton({ watchAvoided }: Pick<DebriefActions, 'watchAvoided'>): TemplateResult {
  return html`<p class="debrief-avoided">
    <button class="button" type="button" data-avoided @click=${watchAvoided}>
      ${icon('eye')}<span>${t('what-if.avoided')}</span>
    </button>
  </p>`;
}

/** Missing those who must act is not a near miss, so the words say what went wrong. A breach matters more. */
const missed = ({ breach, missedDoers }: Outcome) => (breach || missedDoers === 'none' ? null : missedDoers);

function greeting(outcome: Outcome): string {
  const doers = missed(outcome);
  return doers ? t(`debrief.missed.${doers}`) : t(`debrief.greeting.${outcome.stars}`);
}

function greetingMore(outcome: Outcome): string {
  const doers = missed(outcome);
  return doers ? t(`debrief.missed-more.${doers}`) : t(`debrief.greeting-more.${outcome.stars}`);
}

/**
 * Leads a player who has passed the course and has no level left to the certificate. Anyone else who did harm is first
 * asked to try again.
 */
function ways({ next, certified, outcome, toRoom }: DebriefModel, actions: DebriefActions): TemplateResult {
  const atEnd = certified && next === null;
  const again = outcome.stars < 2 && !atEnd;
  const look = (primary: boolean) => (primary ? 'button primary large' : 'button large');
  const certificate = html`<a class=${look(atEnd)} href="#/certificate" data-to-certificate>
    <span>${t('app.certificate')}</span>${icon('forward')}
  </a>`;
  const onward = html`<a class=${look(!again)} href=${next?.address ?? '#/'} data-next>
    <span
      >${t(next ? 'debrief.next' : 'app.home')}${
        next ? html`<span class="visually-hidden">: ${next.title}</span>` : nothing
      }</span
    >${icon('forward')}
  </a>`;
  const retry = html`<button class=${look(again)} type="button" data-again @click=${actions.again}>
    ${icon('undo')}<span>${t('debrief.again')}</span>
  </button>`;
  // At the end the certificate takes the place of the way home, as the top line has that too.
  const first = atEnd ? certificate : onward;
  const room = html`<a class="button large" href="#/room" data-to-room
    >${icon('people')}<span>${t('host.to-room')}</span></a
  >`;
  return html`${again ? [retry, first] : [first, retry]} ${toRoom ? room : nothing}
    ${certified && !atEnd ? certificate : nothing}
    <button class="button quiet large" type="button" data-watch-again @click=${actions.replay}>
      ${icon('replay')}<span>${t('debrief.replay')}</span>
    </button>`;
}

function ruleCard(level: Level): TemplateResult {
  return html`<section class="rule-card">
    <h2>${t('debrief.rule-title')}</h2>
    <p class="rule-name">${t(`rule.${level.lesson.rule}.name`)}</p>
    <p>${t(`rule.${level.lesson.rule}.text`)}</p>
  </section>`;
}

/** The real case, drawn as a newspaper cutting. */
function clipping(level: Level): TemplateResult | typeof nothing {
  const { realCase } = level.lesson;
  if (!realCase) return nothing;
  const title = textOf(realCase.source.title);
  return html`<section class="clipping">
    <h2>${t('debrief.case-title')}</h2>
    <p class="clipping-text" lang=${langOf(realCase.text)}>${textOf(realCase.text)}</p>
    <p class="clipping-source">
      ${t('debrief.source')}:
      ${realCase.source.url ? html`<a href=${realCase.source.url} rel="noopener noreferrer" target="_blank">${title}</a>` : title}
    </p>
  </section>`;
}

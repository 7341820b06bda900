import { html, nothing, type TemplateResult } from 'lit';
import { t, textOf } from '../../i18n/index.ts';
import type { Invitation, Letter, OpenLetter } from './first-letter.ts';
import { icon } from '../parts/icons.ts';
import { postmark, starLine } from '../parts/postmark.ts';
import { problemList } from '../parts/problems.ts';
import { levelStamp } from '../parts/stamps.ts';
import { told } from '../parts/level-text.ts';

/** How an envelope appears among the others. */
export interface Lying {
  readonly action: Invitation;
  /** This level should be played first. */
  readonly first: boolean;
  /** This is the only level: someone who opened it by a link wants every detail. */
  readonly alone: boolean;
}

/** Draws one level on the home page: ready to play, returned to its author, or still loading. */
export function envelope(letter: Letter, from: string | TemplateResult, lying: Lying): TemplateResult {
  switch (letter.kind) {
    case 'loading':
      return html`<div class="envelope waiting" aria-busy="true"><p class="envelope-from">${from}</p></div>`;
    case 'broken':
      return html`<article class="envelope returned" data-broken=${letter.file}>
        <p class="envelope-from"><span>${from}</span></p>
        <h3>${t('home.broken-title')}</h3>
        <p class="envelope-summary">${t('home.broken-text')}</p>
        ${problemList(letter.problems, lying.alone)}
      </article>`;
    case 'level':
      return openEnvelope(letter, from, lying);
  }
}

function openEnvelope(
  { level, result, begun, address }: OpenLetter,
  from: string | TemplateResult,
  { action, first }: Lying,
): TemplateResult {
  const title = textOf(level.title);
  return html`<article class=${first ? 'envelope first' : 'envelope'} data-level=${level.id}>
    <p class="envelope-from">
      <span>${from}</span>
      <span class="envelope-time">${icon('clock')}${t('home.minutes', { count: level.minutes })}</span>
    </p>
    <div class="envelope-stamp">
      ${levelStamp(level.stamp)} ${result ? html`<span class="envelope-postmark">${postmark(result)}</span>` : nothing}
    </div>
    <h3>${told(level.title)}</h3>
    <p class="envelope-summary">${told(level.summary)}</p>
    <p class="envelope-state">
      ${result ? starLine(result.stars) : html`<span>${t(begun ? 'home.in-progress' : 'home.new')}</span>`}
    </p>
    <a class="envelope-open" href=${address}>
      <span>${t(`home.${action}`)}</span><span class="visually-hidden">: ${title}</span>${icon('forward')}
    </a>
  </article>`;
}

import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { t, textOf } from '../i18n/index.ts';
import type { Problem } from '../levels/index.ts';
import { firstLetter, invitation, type Letter, type OpenLetter } from './first-letter.ts';
import { icon } from './icons.ts';
import { postmark, starLine } from './postmark.ts';
import { problemList } from './problems.ts';
import { refresherNote, sideLinks, type RefresherCard } from './refresher.ts';
import { levelStamp } from './stamps.ts';

export interface HomeModel {
  /** null while the course is on its way. */
  readonly letters: readonly Letter[] | null;
  /** Set when the course itself cannot be read. */
  readonly courseProblems: readonly Problem[] | null;
  /** A rule that has come back to be practised; null when none has. */
  readonly refresher: RefresherCard | null;
  /** Why the file that was chosen last gave no replay; null when there is nothing to say. */
  readonly playProblem: string | null;
}

export interface HomeActions {
  readonly openSettings: () => void;
  readonly reload: () => void;
  /** Lets the player choose a play that was saved as a file. */
  readonly openPlay: () => void;
}

/** The desk with all letters of the course, and one clear first thing to do. */
export function homeScreen(model: HomeModel, actions: HomeActions): TemplateResult {
  const letters = model.letters ?? [];
  const first = firstLetter(letters);
  return html`<div class="screen home">
    <header class="home-head">
      <button class="button quiet home-settings" type="button" data-settings @click=${actions.openSettings}>
        ${icon('settings')}<span>${t('settings.open')}</span>
      </button>
      <div class="home-words">
        <h1 tabindex="-1" data-heading>${t('home.title')}</h1>
        <p class="home-lead">${t('home.lead')}</p>
        <p class="home-about">${t('home.about')}</p>
        ${first ? firstAction(first, letters) : model.courseProblems ? nothing : placeOfFirst()}
      </div>
      <img class="home-art" src="assets/writing-desk.svg" alt="" draggable="false" />
    </header>
    <main class="home-letters" aria-labelledby="home-letters">
      <h2 id="home-letters" class="visually-hidden">${t('home.letters')}</h2>
      ${model.refresher ? refresherNote(model.refresher) : nothing}
      ${model.courseProblems ? courseMessage(model.courseProblems, actions) : nothing}
      ${model.letters?.length === 0 && !model.courseProblems ? html`<p class="sheet note">${t('home.empty')}</p>` : nothing}
      <ol class="letters">
        ${repeat(
          letters,
          (letter) => letter.file,
          (letter, index) => html`<li>${envelope(letter, index, letters)}</li>`,
        )}
      </ol>
    </main>
    <footer class="home-foot">
      <p>${t('home.privacy')}</p>
      ${sideLinks()}
      <button class="button quiet" type="button" data-open-play @click=${actions.openPlay}>
        ${icon('replay')}${t('home.open-play')}
      </button>
      <p class="home-problem" role="alert" data-play-problem>${model.playProblem ?? nothing}</p>
    </footer>
  </div>`;
}

const ACTION_TEXTS = {
  start: 'home.first',
  continue: 'home.resume',
  next: 'home.after',
  again: 'home.all-done',
  play: 'home.first',
} as const;

function firstAction(letter: OpenLetter, letters: readonly Letter[]): TemplateResult {
  const title = textOf(letter.level.title);
  return html`<a class="button primary large home-first" data-first href="#/${letter.level.id}">
    <span>${t(ACTION_TEXTS[invitation(letter, letters)], { title })}</span>${icon('forward')}
  </a>`;
}

/** Keeps the place of the first action, so that nothing moves when the course has arrived. */
function placeOfFirst(): TemplateResult {
  return html`<span class="button primary large home-first waiting" aria-hidden="true"></span>`;
}

function courseMessage(problems: readonly Problem[], actions: HomeActions): TemplateResult {
  return html`<section class="sheet note" role="alert">
    <h2>${t('home.course-title')}</h2>
    <p>${t('home.course-text')}</p>
    <button class="button" type="button" @click=${actions.reload}>${icon('replay')}${t('home.reload')}</button>
    ${problemList(problems)}
  </section>`;
}

function envelope(letter: Letter, index: number, letters: readonly Letter[]): TemplateResult {
  const number = t('home.number', { number: index + 1 });
  switch (letter.kind) {
    case 'loading':
      return html`<div class="envelope waiting" aria-busy="true"><p class="envelope-from">${number}</p></div>`;
    case 'broken':
      return html`<article class="envelope returned" data-broken=${letter.file}>
        <p class="envelope-from">${number}</p>
        <h3>${t('home.broken-title')}</h3>
        <p class="envelope-summary">${t('home.broken-text')}</p>
        ${problemList(letter.problems)}
      </article>`;
    case 'level':
      return openEnvelope(letter, number, invitation(letter, letters), letter === firstLetter(letters));
  }
}

function openEnvelope(letter: OpenLetter, number: string, action: Invitation, isFirst: boolean): TemplateResult {
  const { level, result } = letter;
  const title = textOf(level.title);
  return html`<article class=${isFirst ? 'envelope first' : 'envelope'} data-level=${level.id}>
    <p class="envelope-from">
      <span>${number}</span>
      <span class="envelope-time">${icon('clock')}${t('home.minutes', { count: level.minutes })}</span>
    </p>
    <div class="envelope-stamp">
      ${levelStamp(level.id)} ${result ? html`<span class="envelope-postmark">${postmark(result)}</span>` : nothing}
    </div>
    <h3>${title}</h3>
    <p class="envelope-summary">${textOf(level.summary)}</p>
    <p class="envelope-state">
      ${result ? starLine(result.stars) : html`<span>${t(letter.begun ? 'home.in-progress' : 'home.new')}</span>`}
    </p>
    <a class="envelope-open" href="#/${level.id}">
      <span>${t(`home.${action}`)}</span><span class="visually-hidden">: ${title}</span>${icon('forward')}
    </a>
  </article>`;
}

type Invitation = ReturnType<typeof invitation>;

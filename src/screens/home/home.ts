import { html, nothing, type TemplateResult } from 'lit';
import { keptInside, t, textOf } from '../../i18n/index.ts';
import type { Problem } from '../../levels/index.ts';
import { packageText } from '../../i18n/package-texts.ts';
import { envelope } from './envelope.ts';
import { chapterStates, playedIn, type ChapterState, type HomeChapter } from './chapter-state.ts';
import { firstThing, invitation, type Letter, type OpenLetter } from './first-letter.ts';
import { homeHead, type HomeBrand } from './head.ts';
import { icon } from '../parts/icons.ts';
import { problemList } from '../parts/problems.ts';
import { sideLinks } from '../parts/navigation.ts';
import { refresherNote, type RefresherCard } from './refresher.ts';
import { told } from '../parts/level-text.ts';

export interface HomeModel {
  readonly brand: HomeBrand;
  /** null while the course is loading. */
  readonly chapters: readonly HomeChapter[] | null;
  /** Set when the course itself cannot be read. */
  readonly courseProblems: readonly Problem[] | null;
  /** Ids of levels that the link asks for and the course does not have. */
  readonly unknownLevels: readonly string[];
  /** A rule that is due for practice again; null when none is. */
  readonly refresher: RefresherCard | null;
  /** Why the file that was chosen last gave no replay; null when there is nothing to say. */
  readonly playProblem: string | null;
  /** The check that is due now; null when none is, or the course has none. */
  readonly check: 'before' | 'after' | null;
  /** The player has passed the whole course, so the certificate is available. */
  readonly passed: boolean;
  /** Levels that were dropped on the page. */
  readonly previews: readonly Letter[];
  /** The address of the whole course, when the link asked for one level only; null otherwise. */
  readonly wholeCourse: string | null;
}

export interface HomeActions {
  readonly openSettings: () => void;
  readonly reload: () => void;
  /** Lets the player choose a play that was saved as a file. */
  readonly openPlay: () => void;
  /** Lets the player choose level files of their own. */
  readonly pickFiles: () => void;
}

/** Shows all levels of the course, and one clear first thing to do. */
export function homeScreen(model: HomeModel, actions: HomeActions): TemplateResult {
  const { chapters, courseProblems } = model;
  const letters = chapters?.flatMap((chapter) => chapter.letters) ?? [];
  const first = firstThing(letters, model.passed);
  const states = chapterStates(chapters ?? [], first === 'certificate' ? null : first);
  return html`<div class="screen home">
    ${homeHead(model.brand, first ? html`${firstAction(first, letters, model.check)}${placeLine(chapters ?? [], first)}` : courseProblems ? nothing : placeOfFirst(), actions.openSettings)}
    <main class="home-letters">
      ${model.previews.length > 0 ? previewLetters(model.previews) : nothing}
      <h2 id="home-letters" class=${model.previews.length > 0 ? 'chapter-title' : 'visually-hidden'}>
        ${t('home.letters')}
      </h2>
      ${model.refresher ? refresherNote(model.refresher) : nothing}
      ${model.unknownLevels.length > 0 ? unknownLevelsNote(model.unknownLevels) : nothing}
      ${courseProblems ? courseMessage(courseProblems, actions) : nothing}
      ${chapters && letters.length === 0 && !courseProblems ? html`<p class="sheet note">${t('home.empty')}</p>` : nothing}
      ${(chapters ?? []).map((chapter, index) => chapterLetters(chapter, index, states[index] ?? 'now', letters, first))}
      ${letters.length > 0 && letters.every((letter) => letter.kind !== 'loading') ? practiceNote() : nothing}
    </main>
    ${courseProblems || (chapters && letters.every((letter) => letter.kind !== 'loading')) ? homeFoot(model, actions) : nothing}
  </div>`;
}

const ACTION_TEXTS = {
  start: 'home.first',
  continue: 'home.resume',
  next: 'home.after',
  again: 'home.all-done',
  play: 'home.first',
} as const;

type First = ReturnType<typeof firstThing>;

function firstAction(first: NonNullable<First>, letters: readonly Letter[], check: HomeModel['check']): TemplateResult {
  const [address, text] = check
    ? ['#/check', t(`home.check.${check}`)]
    : first === 'certificate'
      ? ['#/certificate', t('app.certificate')]
      : [first.address, actionText(first, letters)];
  return html`<a class="button primary large home-first" data-first href=${address}>
    <span>${text}</span>${icon('forward')}
  </a>`;
}

function actionText(letter: OpenLetter, letters: readonly Letter[]): string {
  return t(ACTION_TEXTS[invitation(letter, letters)], { title: textOf(letter.level.title) });
}

/** Reserves the space of the first button, so that nothing moves when the course has loaded. */
function placeOfFirst(): TemplateResult {
  return html`<span class="button primary large home-first waiting" aria-hidden="true"></span>`;
}

/** The way to composed emails, which never run out. */
function practiceNote(): TemplateResult {
  return html`<aside class="sheet refresher home-practice" data-practice-note>
    <h2>${t('home.practice-title')}</h2>
    <p>${t('home.practice-text')}</p>
    ${PRACTICES.map((page) => html`<a class="button" href="#/${page}" data-to=${page}>${t(`home.${page}`)}</a>`)}
  </aside>`;
}

const PRACTICES = ['day', 'today', 'spot'] as const;

/** Warns the host who made the link, before a room full of people sees it. */
function unknownLevelsNote(ids: readonly string[]): TemplateResult {
  // Ids are the same in every language, and how a language joins a list is not loaded here.
  const levels = ids
    .slice(0, MOST_UNKNOWN)
    .map((id) => keptInside(id.slice(0, 60)))
    .join(', ');
  return html`<p class="sheet note" role="alert" data-unknown-levels>${t('home.unknown-levels', { levels })}</p>`;
}

/** A link can list thousands of ids. */
const MOST_UNKNOWN = 10;

function courseMessage(problems: readonly Problem[], actions: HomeActions): TemplateResult {
  return html`<section class="sheet note" role="alert">
    <h2>${t('home.course-title')}</h2>
    <p>${t('home.course-text')}</p>
    <button class="button" type="button" @click=${actions.reload}>${icon('replay')}${t('home.reload')}</button>
    ${problemList(problems)}
  </section>`;
}

function chapterLetters(
  { title, letters }: HomeChapter,
  index: number,
  state: ChapterState,
  all: readonly Letter[],
  first: First,
): TemplateResult {
  const id = `home-chapter-${String(index)}`;
  const heading = title === null ? nothing : html`<h2 id=${id} class="chapter-title">${told(title)}</h2>`;
  const list = html`<ol class="letters">
    ${letters.map(
      (letter) =>
        html`<li>
          ${envelope(letter, t('home.number', { number: all.indexOf(letter) + 1 }), {
            action: letter.kind === 'level' ? invitation(letter, all) : 'play',
            first: letter === first,
            alone: all.length === 1,
          })}
          ${letter.kind === 'level' ? resultLink(letter) : nothing}
        </li>`,
    )}
  </ol>`;
  return html`<section class="chapter" aria-labelledby=${title === null ? 'home-letters' : id} data-chapter=${state}>
    ${
      state === 'now'
        ? html`${heading}${list}`
        : html`<details>
            <summary>${heading}<span>${chapterNews(letters, index, state)}</span></summary>
            ${list}
          </details>`
    }
  </section>`;
}

/** Why a chapter is folded. */
function chapterNews(letters: readonly Letter[], index: number, state: ChapterState): string {
  const of = letters.length;
  return state === 'done'
    ? t('home.chapter-done', { played: playedIn({ letters }), of })
    : t('home.chapter-later', { of, number: index });
}

/** Where the player is in a course of several chapters. */
function placeLine(chapters: readonly HomeChapter[], first: First): TemplateResult | typeof nothing {
  const index = chapters.findIndex(({ letters }) => letters.some((letter) => letter === first));
  const title = chapters[index]?.title;
  if (!title || chapters.length < 2) return nothing;
  const levels = chapters.reduce((sum, { letters }) => sum + letters.length, 0);
  const played = chapters.reduce((sum, chapter) => sum + playedIn(chapter), 0);
  const place = { number: index + 1, of: chapters.length, title: textOf(title), played, levels };
  return html`<p class="home-place" data-place>${t('home.where', place)}</p>`;
}

function resultLink({ resultAddress, level }: OpenLetter): TemplateResult | typeof nothing {
  if (resultAddress === null) return nothing;
  return html`<a class="button quiet letter-result" href=${resultAddress} data-result=${level.id}>
    ${icon('replay')}<span>${t('home.result')}<span class="visually-hidden">: ${textOf(level.title)}</span></span>
  </a>`;
}

function previewLetters(letters: readonly Letter[]): TemplateResult {
  return html`<section class="chapter previews" aria-labelledby="home-previews" data-previews>
    <h2 id="home-previews" class="chapter-title">${t('preview.label')}</h2>
    <p class="previews-text">${t('preview.text')}</p>
    <ul class="letters">
      ${letters.map(
        (letter) =>
          html`<li>
            ${envelope(letter, html`${t('preview.label')}: <bdi>${keptInside(letter.file)}</bdi>`, {
              action: letter.kind === 'level' && letter.begun ? 'continue' : 'play',
              first: false,
              alone: false,
            })}
          </li>`,
      )}
    </ul>
  </section>`;
}

/** Appears together with the levels, which would otherwise push it down while someone reads it. */
function homeFoot(model: HomeModel, actions: HomeActions): TemplateResult {
  return html`<footer class="home-foot">
    <div class="home-try">
      <button class="button" type="button" data-try-file @click=${actions.pickFiles}>
        ${icon('file')}<span>${t('home.try-file')}</span>
      </button>
      <p>${t('home.try-file-text')}</p>
      <button class="button quiet" type="button" data-open-play @click=${actions.openPlay}>
        ${icon('replay')}<span>${t('home.open-play')}</span>
      </button>
    </div>
    <p class="home-problem" role="alert" data-play-problem>${model.playProblem ?? nothing}</p>
    ${
      model.wholeCourse === null
        ? nothing
        : html`<p><a href=${model.wholeCourse} data-whole-course>${t('home.whole-course')}</a></p>`
    }
    <p>${import.meta.env.PACKAGE ? packageText('home-privacy') : t('home.privacy')}</p>
    ${sideLinks()}
  </footer>`;
}

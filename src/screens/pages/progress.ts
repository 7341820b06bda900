import { html, nothing, type TemplateResult } from 'lit';
import { leaning, total, type Count, type CourseScore, type Discernment, type LevelText } from '../../engine/index.ts';
import { formatDate, t, textOf } from '../../i18n/index.ts';
import type { LevelSummary } from '../../levels/index.ts';
import type { Foreseen, Progress, Refresher } from '../../progress/index.ts';
import type { RuleState } from '../../progress/rules.ts';
import { gauges, type GaugesLeft } from '../parts/gauges.ts';
import { icon } from '../parts/icons.ts';
import { starLine } from '../parts/postmark.ts';
import { told } from '../parts/level-text.ts';
import { topLine } from '../parts/navigation.ts';
import { screenHeading } from '../parts/heading.ts';

export interface ProgressModel {
  readonly course: CourseScore;
  /** From the best plays; null when none is kept. */
  readonly gauges: GaugesLeft | null;
  readonly passMark: number;
  readonly levels: readonly LevelSummary[];
  /** The same levels in the chapters of the course. */
  readonly chapters: readonly { readonly title: LevelText | null; readonly levels: readonly LevelSummary[] }[];
  readonly results: Progress['results'];
  /** From the last play of every level. */
  readonly discernment: Discernment;
  /** Of the last play of every level in which something was predicted. */
  readonly foreseen: Foreseen;
  readonly rules: readonly RuleState[];
  readonly refresher: Refresher | null;
  /** Returns the address that opens a level, by its id. */
  readonly addressOf: (level: string) => string;
}

/** Shows how far the player has got in the course: who was exposed, who was hidden, and the rules. */
export function progressScreen(model: ProgressModel, openSettings: () => void): TemplateResult {
  const { course, rules, results } = model;
  return html`<div class="screen side-page" data-page="progress">
    ${topLine(openSettings)}
    <main class="sheet side-sheet">
      <header>
        ${screenHeading(t('progress.title'))}
        <p class="side-lead">${t('progress.sent', { finished: course.finished, of: course.of })}</p>
      </header>
      ${courseBar(model)} ${questions(model.discernment)} ${predictions(model.foreseen)}
      <section>
        <h2>${t('progress.rules-title')}</h2>
        ${rules.length === 0 ? html`<p>${t('progress.rules-none')}</p>` : nothing}
        <ul class="rule-list">
          ${rules.map((state) => ruleItem(state, model))}
        </ul>
      </section>
      <section>
        <h2>${t('progress.letters-title')}</h2>
        ${model.chapters.map(
          ({ title, levels: inChapter }) =>
            html`${title === null ? nothing : html`<h3 class="letter-chapter">${told(title)}</h3>`}
              <ul class="letter-list">
                ${inChapter.map((level) => letterItem(level, results[level.id] ?? null, model.addressOf(level.id)))}
              </ul>`,
        )}
      </section>
    </main>
  </div>`;
}

function courseBar({ course, gauges: gaugesLeft, passMark }: ProgressModel): TemplateResult {
  return html`<section class="course-score" data-course-score=${course.score}>
    <h2>${t('progress.score', { score: course.score })}</h2>
    <meter min="0" max="100" low=${passMark} value=${course.score}>${course.score}</meter>
    ${gaugesLeft === null ? nothing : gauges(gaugesLeft)}
    <p>${t(course.passed ? 'progress.passed' : 'progress.to-pass', { mark: passMark })}</p>
    ${
      course.passed
        ? html`<a class="button primary" href="#/certificate" data-to-certificate>
            <span>${t('progress.certificate')}</span>${icon('forward')}
          </a>`
        : nothing
    }
  </section>`;
}

/**
 * Shows the two questions side by side, because only together do they tell a careful player from one who hides
 * everyone.
 */
function questions(discernment: Discernment): TemplateResult {
  const { protect, reach } = discernment;
  return html`<section>
    <h2>${t('progress.questions-title')}</h2>
    <p>${t('progress.questions-text')}</p>
    <div class="questions">${question('protect', protect)} ${question('reach', reach)}</div>
    <p class="leaning" data-leaning=${leaning(discernment)}>${t(`progress.leaning.${leaning(discernment)}`)}</p>
  </section>`;
}

function question(name: 'protect' | 'reach', count: Count): TemplateResult {
  const asked = total(count);
  return html`<div class="question" data-question=${name}>
    <p class="overline">${t(name === 'protect' ? 'gauge.privacy' : 'gauge.purpose')}</p>
    <h3>${icon(name === 'protect' ? 'eye' : 'people')}<span>${t(`progress.${name}.title`)}</span></h3>
    ${
      asked === 0
        ? html`<p>${t('progress.nothing-asked')}</p>`
        : html`<p class="question-count">${t('progress.of', { right: count.right, of: asked })}</p>
            <meter min="0" max=${asked} value=${count.right}>${count.right}</meter>
            <p>${t(`progress.${name}.right`, { number: count.right })}</p>
            <p>${t(`progress.${name}.wrong`, { number: count.wrong })}</p>`
    }
  </div>`;
}

/** How often the player saw it coming, and how well they know when they do. */
function predictions({ all, sure, stamps }: Foreseen): TemplateResult {
  const of = total(all);
  return html`<section data-foreseen=${of}>
    <h2>${t('progress.foreseen-title')}</h2>
    ${
      of === 0
        ? html`<p>${t('progress.foreseen-none')}</p>`
        : html`<p class="question-count">${t('progress.foreseen', { right: all.right, of })}</p>
            <meter min="0" max=${of} value=${all.right}>${all.right}</meter>
            <p>${t('progress.stamps', stamps)}</p>
            ${total(sure) > 0 ? html`<p>${t('progress.sure', { right: sure.right, of: total(sure) })}</p>` : nothing}`
    }
  </section>`;
}

const STATE_ICONS = { learnt: 'check', practise: 'replay', new: 'clock' } as const;

function ruleItem({ rule, state, backAt }: RuleState, { levels, refresher, addressOf }: ProgressModel): TemplateResult {
  const level =
    refresher?.rule === rule
      ? levels.find(({ id }) => id === refresher.level)
      : levels.find(({ lesson }) => lesson.rule === rule);
  const date = backAt === null ? '' : formatDate(backAt);
  const text = state === 'practise' && backAt !== null ? t('progress.back-on', { date }) : t(`progress.state.${state}`);
  return html`<li data-rule=${rule} data-state=${state}>
    <h3>${t(`rule.${rule}.name`)}</h3>
    <p>${t(`rule.${rule}.text`)}</p>
    <p class="rule-state">${icon(STATE_ICONS[state])}<span>${text}</span></p>
    ${
      state === 'practise' && backAt === null && level
        ? html`<a class="button" href=${addressOf(level.id)} data-practise
            ><span>${t('progress.practise', { title: textOf(level.title) })}</span>${icon('forward')}</a
          >`
        : nothing
    }
  </li>`;
}

function letterItem(
  level: LevelSummary,
  result: ProgressModel['results'][string] | null,
  address: string,
): TemplateResult {
  return html`<li>
    <a href=${address}>${textOf(level.title)}</a>
    <span>${result ? starLine(result.stars) : t('home.new')}</span>
    <span>${result ? t('stars.score', { score: result.score }) : nothing}</span>
  </li>`;
}

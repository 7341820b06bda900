import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { GAUGES, type Certificate, type CourseScore, type Gauge, type LevelText } from '../../engine/index.ts';
import { formatDate, formatList, t, textOf } from '../../i18n/index.ts';
import type { LevelSummary } from '../../levels/index.ts';
import type { GaugesLeft } from '../parts/gauges.ts';
import { icon } from '../parts/icons.ts';
import { postmark } from '../parts/postmark.ts';
import { topLine } from '../parts/navigation.ts';
import { screenHeading } from '../parts/heading.ts';

export interface CertificateModel {
  readonly course: CourseScore;
  /** From the best plays; null when none is kept. */
  readonly gauges: GaugesLeft | null;
  readonly passMark: number;
  readonly title: LevelText;
  /** What the course itself says on its certificate. */
  readonly words: Certificate | null;
  readonly levels: readonly LevelSummary[];
  /** When the course was passed, in milliseconds since 1970. */
  readonly date: number;
  readonly name: string;
  readonly nameMax: number;
  readonly keepName: boolean;
}

export interface CertificateActions {
  readonly openSettings: () => void;
  readonly name: (name: string) => void;
  readonly keep: (keep: boolean) => void;
  readonly print: () => void;
}

/**
 * The certificate, and the few things to fill in before printing it. Before the course is passed: what is still to do.
 */
export function certificateScreen(model: CertificateModel, actions: CertificateActions): TemplateResult {
  return html`<div class="screen side-page certificate-page" data-page="certificate">
    ${topLine(actions.openSettings)} ${model.course.passed ? passed(model, actions) : notYet(model)}
  </div>`;
}

function notYet({ course, passMark }: CertificateModel): TemplateResult {
  return html`<main class="sheet side-sheet" data-not-yet>
    <header>
      ${screenHeading(t('certificate.title'))}
      <p class="side-lead">${t('certificate.not-yet', { mark: passMark })}</p>
    </header>
    <p>
      ${t('progress.sent', { finished: course.finished, of: course.of })}
      ${t('progress.score', { score: course.score })}
    </p>
    <p>
      <a class="button primary" href="#/"><span>${t('app.home')}</span>${icon('forward')}</a>
    </p>
  </main>`;
}

function passed(model: CertificateModel, actions: CertificateActions): TemplateResult {
  return html`<main>
    <form class="sheet certificate-form" data-certificate-form @submit=${(event: Event) => event.preventDefault()}>
      ${screenHeading(t('certificate.title'))}
      <label class="field">
        <span>${t('certificate.name')}</span>
        <input
          type="text"
          maxlength=${model.nameMax}
          autocomplete="name"
          .value=${live(model.name)}
          @input=${(event: Event) => actions.name((event.target as HTMLInputElement).value)}
        />
      </label>
      ${import.meta.env.PACKAGE ? nothing : keepName(model, actions)}
      <div>
        <button class="button primary" type="button" data-print @click=${actions.print}>
          ${t('certificate.print')}
        </button>
      </div>
    </form>
    ${certificate(model)}
  </main>`;
}

function keepName({ keepName: kept }: CertificateModel, { keep }: CertificateActions): TemplateResult {
  return html`<label class="tick">
    <input
      type="checkbox"
      data-keep-name
      .checked=${live(kept)}
      @change=${(event: Event) => keep((event.target as HTMLInputElement).checked)}
    />
    <span>${t('certificate.keep')}<small>${t('certificate.keep-text')}</small></span>
  </label>`;
}

function gaugeFact(gauge: Gauge, left: number | undefined): TemplateResult | typeof nothing {
  if (left === undefined) return nothing;
  return html`<div data-certificate-gauge=${gauge}>
    <dt>${t(`gauge.${gauge}`)}</dt>
    <dd>${t('stars.score', { score: left })}</dd>
  </div>`;
}

function certificate(model: CertificateModel): TemplateResult {
  const { course, gauges: gaugesLeft, title, words, levels, date, name } = model;
  const heading = words?.title ? textOf(words.title) : t('certificate.heading');
  const statement = words?.statement ? textOf(words.statement) : t('certificate.statement');
  return html`<article class="sheet certificate" data-certificate>
    <div class="certificate-frame">
      <div class="certificate-mark">${postmark({ stars: course.score >= 90 ? 3 : 2, score: course.score })}</div>
      ${words?.issuer ? html`<p class="certificate-issuer">${textOf(words.issuer)}</p>` : nothing}
      <h2>${heading}</h2>
      <p class="certificate-name" dir="auto">
        ${name.trim() === '' ? html`<span class="certificate-line"></span>` : name}
      </p>
      <p class="certificate-statement">${statement}</p>
      <dl class="certificate-facts">
        <div>
          <dt>${t('certificate.course')}</dt>
          <dd>${textOf(title)}</dd>
        </div>
        <div>
          <dt>${t('certificate.date')}</dt>
          <dd>${formatDate(date)}</dd>
        </div>
        <div>
          <dt>${t('certificate.score')}</dt>
          <dd>${t('stars.score', { score: course.score })}</dd>
        </div>
        ${GAUGES.map((gauge) => gaugeFact(gauge, gaugesLeft?.[gauge]))}
      </dl>
      <p class="certificate-levels">
        ${t('certificate.levels', { titles: formatList(levels.map((level) => textOf(level.title))) })}
      </p>
      <p class="certificate-proof">${t('certificate.no-proof')}</p>
    </div>
  </article>`;
}

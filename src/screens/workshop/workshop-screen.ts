import { html, nothing, type TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { live } from 'lit/directives/live.js';
import type { Outcome } from '../../engine/index.ts';
import { formatNumber, keptInside, t } from '../../i18n/index.ts';
import { translatedFile } from '../../levels/index.ts';
import type { PlacedProblem } from '../../workshop/draft.ts';
import { screenHeading } from '../parts/heading.ts';
import { icon } from '../parts/icons.ts';
import { topLine } from '../parts/navigation.ts';
import { problemText } from './field-problems.ts';
import type { FactNames } from './reasons.ts';
import { SECTIONS, type SectionName } from './sections.ts';
import { deskPanel, type DeskActions, type DeskModel } from './desk-panel.ts';

export const SIDES = ['form', 'desk'] as const;
export type SideName = (typeof SIDES)[number];

export interface WorkshopModel {
  /** What a level can start from. */
  readonly start: TemplateResult;
  /** The language that the texts are written in. */
  readonly language: TemplateResult;
  readonly section: SectionName;
  readonly content: TemplateResult;
  /** What is wrong in the section and at none of its fields. */
  readonly unshown: readonly PlacedProblem[];
  /** Names people and emails as the form does. */
  readonly names: FactNames;
  /** How many things are to be fixed in a section. */
  readonly wrong: (section: SectionName) => number;
  /** The side that a narrow screen shows. */
  readonly side: SideName;
  readonly desk: DeskModel;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  /** What the author should know about where the level is kept; null when all is well. */
  readonly notice: string | null;
  /** True once the device has the level, which is not announced. */
  readonly kept: boolean;
}

export interface WorkshopActions extends DeskActions {
  readonly openSettings: () => void;
  readonly openSection: (name: SectionName) => void;
  readonly showSide: (side: SideName) => void;
  readonly undo: () => void;
  readonly redo: () => void;
}

/** The form beside the desk. A narrow screen shows one of them at a time. */
export function workshopScreen(model: WorkshopModel, actions: WorkshopActions): TemplateResult {
  return html`<div class="screen side-page workshop" data-page="workshop" data-side=${model.side}>
    ${topLine(actions.openSettings)}
    <main>
      <header class="workshop-head">
        ${screenHeading(t('workshop.title'))}
        <p class="workshop-kept" data-kept-here=${model.kept ? 'true' : 'false'}>
          ${icon('check')}${t('workshop.kept-here')}
        </p>
        ${historyButtons(model, actions)}
      </header>
      ${model.notice === null ? nothing : html`<p class="sheet workshop-notice" role="status">${icon('warning')}${model.notice}</p>`}
      ${sideTabs(model, actions)}
      <div class="workshop-sides">
        <div class="sheet workshop-form" data-form>
          ${model.start} ${model.language} ${sectionMenu(model, actions)}
          <section aria-labelledby="section-heading">
            <h2 id="section-heading" tabindex="-1">${t(`workshop.section.${model.section}`)}</h2>
            ${unshownProblems(model)} ${guard([model.content], () => model.content)}
          </section>
          ${nextSection(model, actions)}
        </div>
        <section class="sheet workshop-desk" data-live-desk aria-labelledby="desk-heading">
          <h2 id="desk-heading">${t('workshop.desk.title')}</h2>
          ${deskPanel(model.desk, actions)}
        </section>
      </div>
    </main>
  </div>`;
}

function historyButtons({ canUndo, canRedo }: WorkshopModel, { undo, redo }: WorkshopActions): TemplateResult {
  return html`<div class="workshop-history">
    <button
      class="button quiet"
      type="button"
      data-undo
      aria-disabled=${canUndo ? 'false' : 'true'}
      aria-keyshortcuts="Control+Z"
      @click=${undo}
    >
      ${icon('undo')}<span>${t('desk.undo')}</span>
    </button>
    <button
      class="button quiet"
      type="button"
      data-redo
      aria-disabled=${canRedo ? 'false' : 'true'}
      aria-keyshortcuts="Control+Shift+Z"
      @click=${redo}
    >
      ${icon('redo')}<span>${t('desk.redo')}</span>
    </button>
  </div>`;
}

/** Only a narrow screen shows these. */
function sideTabs({ side, desk }: WorkshopModel, { showSide }: WorkshopActions): TemplateResult {
  return html`<div class="workshop-tabs" role="group" aria-label=${t('workshop.sides')}>
    ${SIDES.map(
      (name) =>
        html`<button
          class="button"
          type="button"
          data-show-side=${name}
          aria-pressed=${name === side ? 'true' : 'false'}
          @click=${() => showSide(name)}
        >
          <span>${t(`workshop.side.${name}`)}</span>${name === 'desk' && desk.outcome ? scoreOf(desk.outcome) : nothing}
        </button>`,
    )}
  </div>`;
}

function scoreOf({ score }: Outcome): TemplateResult {
  return html`<b aria-hidden="true">${formatNumber(score)}</b
    ><span class="visually-hidden">${t('stars.score', { score })}</span>`;
}

function sectionMenu({ section, wrong }: WorkshopModel, { openSection }: WorkshopActions): TemplateResult {
  return html`<nav class="workshop-sections" aria-label=${t('workshop.sections')}>
    <ul>
      ${SECTIONS.map(
        (name) =>
          html`<li>
            <button
              type="button"
              data-section=${name}
              aria-current=${name === section ? 'true' : nothing}
              @click=${() => openSection(name)}
            >
              <span>${t(`workshop.section.${name}`)}</span>
              ${wrong(name) > 0 ? html`<b class="wrong-count" aria-hidden="true">${wrong(name)}</b><span class="visually-hidden">${t('fixes.title', { count: wrong(name) })}</span>` : nothing}
            </button>
          </li>`,
      )}
    </ul>
    <label class="form-field workshop-section-menu">
      <span class="visually-hidden">${t('workshop.sections')}</span>
      <select
        .value=${live(section)}
        @change=${(event: Event) => {
          const chosen = SECTIONS.find((name) => name === (event.target as HTMLSelectElement).value);
          if (chosen) openSection(chosen);
        }}
      >
        ${SECTIONS.map((name) => html`<option value=${name} ?selected=${name === section}>${t(`workshop.section.${name}`)}${wrong(name) > 0 ? ` (${String(wrong(name))})` : ''}</option>`)}
      </select>
    </label>
  </nav>`;
}

function unshownProblems({ unshown, names }: WorkshopModel): TemplateResult | typeof nothing {
  if (unshown.length === 0) return nothing;
  return html`<ul class="field-problems" aria-label=${t('workshop.also-wrong')}>
    ${unshown.map((problem) => html`<li data-severity=${problem.severity} data-problem=${problem.code}>${icon('warning')}${whereOf(names, problem)}${problemText(names, problem, false)}</li>`)}
  </ul>`;
}

/** Names the translation, the person, the email or the event in which something is wrong. */
function whereOf({ draft, titled }: FactNames, { file, path }: PlacedProblem): TemplateResult | typeof nothing {
  if (translatedFile(file)) return html`<bdi translate="no">${keptInside(file)}</bdi>`;
  const [list, index] = path;
  if (typeof index !== 'number') return nothing;
  const name =
    list === 'contacts'
      ? draft.contacts?.[index]?.name
      : list === 'mails' || list === 'received'
        ? draft[list]?.[index]?.subject
        : list === 'beats'
          ? draft.beats?.[index]?.text
          : undefined;
  const title = titled(name);
  return title === '' ? nothing : html`<b dir="auto">${title}</b>`;
}

function nextSection({ section }: WorkshopModel, { openSection }: WorkshopActions): TemplateResult | typeof nothing {
  const next = SECTIONS[SECTIONS.indexOf(section) + 1];
  if (!next) return nothing;
  return html`<p class="form-ways workshop-next">
    <button class="button primary" type="button" data-next-section @click=${() => openSection(next)}>
      <span>${t(`workshop.section.${next}`)}</span>${icon('forward')}
    </button>
  </p>`;
}

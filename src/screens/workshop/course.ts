import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { keptInside, t } from '../../i18n/index.ts';
import type { Problem } from '../../levels/index.ts';
import { COURSE_OUTPUTS, type CourseOutput } from '../../workshop/share/course-work.ts';
import { icon } from '../parts/icons.ts';
import { problemItems } from '../parts/problems.ts';

/** A level of the course, and the chapter that begins with it; null where none begins. */
export interface CourseLevelModel {
  /** null for a level that is no longer on this device. */
  readonly file: string | null;
  readonly title: string;
  readonly chapter: string | null;
}

export interface CourseModel {
  readonly title: string;
  readonly id: string;
  readonly levels: readonly CourseLevelModel[];
  /** True when the level that is being written is among them. */
  readonly hasThisLevel: boolean;
  /** The author's other levels on this device that are not in the course. */
  readonly others: readonly { readonly id: string; readonly title: string }[];
  readonly passMark: number;
  readonly name: string;
  /** The name of the image file; null for none. */
  readonly logo: string | null;
  readonly accent: string;
  readonly stamp: string;
  readonly output: CourseOutput;
  readonly problems: readonly Problem[];
  readonly busy: boolean;
  /** What happened last, for a status line; '' for nothing. */
  readonly said: string;
}

/** The fields that are plain values. */
export type CourseChange = Partial<
  Pick<CourseModel, 'title' | 'id' | 'passMark' | 'name' | 'accent' | 'stamp' | 'output'>
>;

export interface CourseActions {
  readonly change: (change: CourseChange) => void;
  readonly addThisLevel: () => void;
  /** Adds another level of this device. */
  readonly addOther: (id: string) => void;
  readonly addFiles: () => void;
  readonly move: (index: number, to: number) => void;
  readonly remove: (index: number) => void;
  /** @param title null where no chapter begins */
  readonly setChapter: (index: number, title: string | null) => void;
  readonly pickLogo: () => void;
  readonly removeLogo: () => void;
  /** Begins another course; the author can undo that. */
  readonly begin: () => void;
  readonly save: () => void;
}

const valueIn = (event: Event) => (event.target as HTMLInputElement).value;

/** Puts several levels together to a course. */
export function courseForm(model: CourseModel, actions: CourseActions): TemplateResult {
  return html`<fieldset class="form-choice share-course" data-share-course>
    <legend>${t('workshop.course.title')}</legend>
    <p class="form-lead">${t('workshop.course.lead')}</p>
    ${line('title', model.title, t('workshop.course.name'), '', (title) => actions.change({ title }))}
    <ol class="course-levels">
      ${model.levels.map((level, index) => levelRow(level, index, model, actions))}
    </ol>
    <p class="form-ways">
      <button
        class="button"
        type="button"
        data-add-this
        aria-disabled=${model.hasThisLevel ? 'true' : 'false'}
        @click=${() => !model.hasThisLevel && actions.addThisLevel()}
      >
        ${icon('file')}<span>${t('workshop.course.add-this')}</span>
      </button>
      <button class="button" type="button" data-add-files @click=${actions.addFiles}>
        ${icon('file')}<span>${t('workshop.course.add-files')}</span>
      </button>
    </p>
    ${model.others.length > 0 ? otherLevels(model, actions) : nothing}
    <div class="form-field short">
      <label for="course-pass-mark">${t('workshop.course.pass-mark')}</label>
      <small id="course-pass-mark-hint">${t('workshop.course.pass-mark-hint')}</small>
      <input
        id="course-pass-mark"
        type="number"
        inputmode="numeric"
        min="0"
        max="100"
        step="1"
        data-course="passMark"
        aria-describedby="course-pass-mark-hint"
        .value=${live(String(model.passMark))}
        @change=${(event: Event) => actions.change({ passMark: Number(valueIn(event)) })}
      />
    </div>
    ${brandPart(model, actions)} ${outputPart(model, actions)}
  </fieldset>`;
}

/** A menu alone would add each level that a keyboard passes in it, so a button adds the chosen one. */
function otherLevels({ others }: CourseModel, { addOther }: CourseActions): TemplateResult {
  const chosen = (event: Event) =>
    (event.currentTarget as HTMLElement).closest('.start-level')?.querySelector('select')?.value ?? '';
  return html`<div class="form-field start-level">
    <label for="course-other">${t('workshop.course.other')}</label>
    <div>
      <select id="course-other" data-other-level>
        ${others.map(({ id, title }) => html`<option value=${id}>${title}</option>`)}
      </select>
      <button class="button" type="button" data-add-other @click=${(event: Event) => addOther(chosen(event))}>
        <span>${t('workshop.course.add-other')}</span>
      </button>
    </div>
  </div>`;
}

function line(
  name: string,
  value: string,
  label: string,
  hint: string,
  changed: (value: string) => void,
  ltr = false,
): TemplateResult {
  const id = `course-${name}`;
  return html`<div class="form-field">
    <label for=${id}>${label}</label>
    ${hint === '' ? nothing : html`<small id=${`${id}-hint`}>${hint}</small>`}
    <input
      id=${id}
      type="text"
      dir=${ltr ? 'ltr' : 'auto'}
      autocomplete="off"
      data-course=${name}
      aria-describedby=${hint === '' ? nothing : `${id}-hint`}
      .value=${live(value)}
      @input=${(event: Event) => changed(valueIn(event))}
    />
  </div>`;
}

function levelRow(level: CourseLevelModel, index: number, model: CourseModel, actions: CourseActions): TemplateResult {
  const id = `course-chapter-${String(index)}`;
  const titled = `course-level-${String(index)}`;
  // Its name begins with the words on the button, in every language: those who control a page by voice say them.
  const removes = `${titled}-remove`;
  const last = index === model.levels.length - 1;
  const { file, title, chapter } = level;
  const known = title || file || t('workshop.course.gone-level');
  const name = keptInside(known);
  return html`<li class="form-row" data-course-level=${file ?? ''}>
    <label class="tick">
      <input
        type="checkbox"
        data-begins
        .checked=${live(chapter !== null)}
        @change=${(event: Event) => actions.setChapter(index, (event.target as HTMLInputElement).checked ? '' : null)}
      />
      <span>${t('workshop.course.begins', { title: name })}</span>
    </label>
    ${
      chapter === null
        ? nothing
        : html`<div class="form-field">
            <label for=${id}>${t('workshop.course.chapter')}</label>
            <input
              id=${id}
              type="text"
              dir="auto"
              autocomplete="off"
              data-chapter
              .value=${live(chapter)}
              @input=${(event: Event) => actions.setChapter(index, valueIn(event))}
            />
          </div>`
    }
    <h3 id=${titled} dir="auto">${known}</h3>
    <p class="form-ways">
      ${mover('up', index === 0, name, () => actions.move(index, index - 1))}
      ${mover('down', last, name, () => actions.move(index, index + 1))}
      <button
        id=${removes}
        class="button quiet danger"
        type="button"
        data-remove
        aria-labelledby="${removes} ${titled}"
        @click=${() => actions.remove(index)}
      >
        ${icon('close')}<span>${t('workshop.course.remove')}</span>
      </button>
    </p>
  </li>`;
}

function mover(way: 'up' | 'down', off: boolean, title: string, move: () => void): TemplateResult {
  return html`<button
    class="button quiet"
    type="button"
    data-move=${way}
    aria-disabled=${off ? 'true' : 'false'}
    aria-label=${t(`workshop.course.move-${way}`, { title })}
    @click=${() => !off && move()}
  >
    <span>${t(`workshop.course.${way}`)}</span>
  </button>`;
}

function brandPart(model: CourseModel, actions: CourseActions): TemplateResult {
  return html`<details class="form-card" data-brand>
    <summary><span class="card-title">${t('workshop.course.brand')}</span></summary>
    <div class="form-card-body">
      ${line('name', model.name, t('workshop.course.organisation'), '', (name) => actions.change({ name }))}
      <div class="form-field">
        <span>${t('workshop.course.logo')}</span>
        <p class="form-ways">
          <button class="button" type="button" data-pick-logo @click=${actions.pickLogo}>
            ${icon('file')}<span>${model.logo === null ? t('workshop.course.pick-logo') : keptInside(model.logo)}</span>
          </button>
          ${
            model.logo === null
              ? nothing
              : html`<button class="button quiet danger" type="button" data-remove-logo @click=${actions.removeLogo}>
                  ${icon('close')}<span>${t('workshop.course.remove')}</span>
                </button>`
          }
        </p>
      </div>
      ${line('accent', model.accent, t('workshop.course.accent'), t('workshop.course.colour-hint'), (accent) => actions.change({ accent }), true)}
      ${line('stamp', model.stamp, t('workshop.course.stamp'), t('workshop.course.colour-hint'), (stamp) => actions.change({ stamp }), true)}
      ${line('id', model.id, t('workshop.course.id'), t('workshop.course.id-hint'), (id) => actions.change({ id }), true)}
    </div>
  </details>`;
}

function outputPart(model: CourseModel, actions: CourseActions): TemplateResult {
  return html`<fieldset class="form-choice">
      <legend>${t('workshop.course.output-label')}</legend>
      ${COURSE_OUTPUTS.map(
        (output) =>
          html`<label class="tick">
            <input
              type="radio"
              name="course-output"
              value=${output}
              .checked=${live(output === model.output)}
              @change=${() => actions.change({ output })}
            />
            <span>${t(`workshop.course.output.${output}`)}</span>
          </label>`,
      )}
    </fieldset>
    ${model.problems.length === 0 ? nothing : problemItems(model.problems)}
    <p class="form-ways">
      <button
        class="button primary"
        type="button"
        data-save-course
        aria-disabled=${model.busy ? 'true' : 'false'}
        @click=${actions.save}
      >
        ${icon('file')}<span>${t('workshop.course.save')}</span>
      </button>
      <button class="button quiet" type="button" data-begin-course @click=${actions.begin}>
        <span>${t('workshop.course.begin')}</span>
      </button>
    </p>
    <p role="status" data-course-saved>${model.said}</p>`;
}

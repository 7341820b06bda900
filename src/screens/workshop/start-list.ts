import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { t, textOf } from '../../i18n/index.ts';
import type { LevelSummary, Problem } from '../../levels/index.ts';
import { icon } from '../parts/icons.ts';
import { problemItems } from '../parts/problems.ts';

export interface StartModel {
  readonly templates: readonly { readonly name: string; readonly title: string; readonly text: string }[];
  readonly levels: readonly LevelSummary[];
  /** The languages that the templates are in. */
  readonly languages: readonly { readonly tag: string; readonly name: string }[];
  /** The language of the next level. */
  readonly language: string;
  /** The author's other levels on this device. */
  readonly drafts: readonly { readonly id: string; readonly title: string }[];
  /** The level that the author is about to delete. */
  readonly deleting: string | null;
  /** What is wrong with chosen files that cannot be read. */
  readonly unread: readonly Problem[];
  /** True after a choice of a course, which is no level. */
  readonly choseCourse: boolean;
  readonly open: boolean;
}

export interface StartActions {
  readonly template: (name: string) => void;
  readonly level: (id: string) => void;
  readonly file: () => void;
  readonly composed: () => void;
  readonly empty: () => void;
  readonly draft: (id: string) => void;
  /** Asks whether to delete a level; the second time deletes it. */
  readonly remove: (id: string) => void;
  readonly setLanguage: (tag: string) => void;
  readonly fold: (open: boolean) => void;
}

/** What a new level can start from. */
export function startList(model: StartModel, actions: StartActions): TemplateResult {
  const { templates, levels, open } = model;
  return html`<details
    class="start-list form-card"
    data-start
    ?open=${open}
    @toggle=${(event: Event) => actions.fold((event.currentTarget as HTMLDetailsElement).open)}
  >
    <summary><span class="card-title">${t('workshop.start.title')}</span></summary>
    <div class="form-card-body">
      ${model.drafts.length > 0 ? draftList(model, actions) : nothing}
      <p class="form-lead">${t('workshop.start.lead')}</p>
      <label class="form-field start-language">
        <span>${t('workshop.start.language')}</span>
        <select
          data-start-language
          .value=${live(model.language)}
          @change=${(event: Event) => actions.setLanguage((event.target as HTMLSelectElement).value)}
        >
          ${model.languages.map(({ tag, name }) => html`<option value=${tag} ?selected=${tag === model.language}>${name}</option>`)}
        </select>
      </label>
      <ul class="start-templates" lang=${model.language}>
        ${templates.map(
          ({ name, title, text }) =>
            html`<li>
              <button class="button" type="button" data-template=${name} @click=${() => actions.template(name)}>
                <span><b>${title}</b><small>${text}</small></span>
              </button>
            </li>`,
        )}
      </ul>
      ${levels.length > 0 ? levelMenu(levels, actions) : nothing}
      <p class="form-ways">
        <button class="button" type="button" data-start-empty @click=${actions.empty}>
          ${icon('file')}<span>${t('workshop.start.empty')}</span>
        </button>
        <button class="button" type="button" data-start-composed @click=${actions.composed}>
          ${icon('replay')}<span>${t('workshop.start.composed')}</span>
        </button>
        <button class="button" type="button" data-start-file @click=${actions.file}>
          ${icon('file')}<span>${t('workshop.start.file')}</span>
        </button>
      </p>
      ${model.unread.length > 0 ? problemItems(model.unread) : nothing}
      ${model.choseCourse ? html`<p role="status" data-a-course>${t('workshop.start.a-course')}</p>` : nothing}
    </div>
  </details>`;
}

function draftList({ drafts, deleting }: StartModel, { draft, remove }: StartActions): TemplateResult {
  return html`<section aria-labelledby="your-levels">
    <h3 id="your-levels">${t('workshop.start.yours')}</h3>
    <ul class="start-drafts">
      ${drafts.map(
        ({ id, title }) =>
          html`<li data-draft=${id}>
            <button class="button" type="button" data-open-draft @click=${() => draft(id)}>
              ${icon('file')}<span dir="auto">${title}</span>
            </button>
            <button
              class="button quiet danger"
              type="button"
              data-delete-draft
              aria-label=${t(deleting === id ? 'workshop.start.sure' : 'workshop.start.delete', { title })}
              @click=${() => remove(id)}
            >
              ${icon('close')}${deleting === id ? html`<span>${t('workshop.start.sure')}</span>` : nothing}
            </button>
          </li>`,
      )}
    </ul>
  </section>`;
}

/** A menu alone would open each level that a keyboard passes in it, so a button opens the chosen one. */
function levelMenu(levels: readonly LevelSummary[], { level }: StartActions): TemplateResult {
  const chosen = (event: Event) =>
    (event.currentTarget as HTMLElement).closest('.start-level')?.querySelector('select')?.value ?? '';
  return html`<div class="form-field start-level">
    <label for="start-level">${t('workshop.start.level')}</label>
    <div>
      <select id="start-level" data-start-level>
        ${levels.map(({ id, title }) => html`<option value=${id}>${textOf(title)}</option>`)}
      </select>
      <button class="button" type="button" data-start-open @click=${(event: Event) => level(chosen(event))}>
        <span>${t('workshop.start.go')}</span>
      </button>
    </div>
  </div>`;
}

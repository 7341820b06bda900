import { html, nothing, type TemplateResult } from 'lit';
import { t, textOf } from '../../i18n/index.ts';
import type { LevelSummary } from '../../levels/index.ts';
import { icon } from '../parts/icons.ts';

export interface StartModel {
  readonly templates: readonly { readonly name: string; readonly title: string; readonly text: string }[];
  readonly levels: readonly LevelSummary[];
  readonly open: boolean;
}

export interface StartActions {
  readonly template: (name: string) => void;
  readonly level: (id: string) => void;
  readonly file: () => void;
  readonly composed: () => void;
  readonly empty: () => void;
  readonly fold: (open: boolean) => void;
}

/** What a new level can start from. */
export function startList({ templates, levels, open }: StartModel, actions: StartActions): TemplateResult {
  return html`<details
    class="start-list form-card"
    data-start
    ?open=${open}
    @toggle=${(event: Event) => actions.fold((event.currentTarget as HTMLDetailsElement).open)}
  >
    <summary><span class="card-title">${t('workshop.start.title')}</span></summary>
    <div class="form-card-body">
      <p class="form-lead">${t('workshop.start.lead')}</p>
      <ul class="start-templates">
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
    </div>
  </details>`;
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

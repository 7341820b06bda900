import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { LANGUAGES } from '../../i18n/index.ts';
import { packageText } from '../../i18n/package-texts.ts';
import { PACKAGE_KINDS, type PackageKind } from '../../lms/package/options.ts';
import type { PackingFault } from '../../lms/package/make.ts';
import { icon } from '../parts/icons.ts';

/** The host's choices, and the progress of making the package. */
export interface MakerModel {
  readonly kind: PackageKind;
  readonly id: string;
  /** null for the learner's own. */
  readonly language: string | null;
  /** The languages of the course. */
  readonly languages: readonly string[];
  readonly failing: boolean;
  readonly state:
    | { readonly name: 'ready' | 'busy' }
    | { readonly name: 'saved'; readonly file: string; readonly megabytes: string }
    | { readonly name: 'failed'; readonly fault: PackingFault | { readonly code: 'broken' } };
}

export interface MakerActions {
  /** Called when the host opens this part. It fetches the files, so that a package can be made without a connection. */
  readonly opened: () => void;
  readonly change: (change: Partial<Pick<MakerModel, 'kind' | 'id' | 'language' | 'failing'>>) => void;
  readonly make: () => void;
}

/** The part of the host page that makes packages for learning platforms. */
export function packageMaker(model: MakerModel, actions: MakerActions): TemplateResult {
  const busy = model.state.name === 'busy';
  return html`<details
    class="package-maker"
    data-make-package
    @toggle=${(event: Event) => {
      if ((event.target as HTMLDetailsElement).open) actions.opened();
    }}
  >
    <summary><h2>${packageText('make.title')}</h2></summary>
    <form
      class="host-form"
      @submit=${(event: Event) => {
        event.preventDefault();
        actions.make();
      }}
    >
      <p>${packageText('make.text')}</p>
      <fieldset>
        <legend>${packageText('make.kind')}</legend>
        ${PACKAGE_KINDS.map(
          (kind) =>
            html`<label class="tick">
              <input
                type="radio"
                name="package-kind"
                value=${kind}
                .checked=${live(kind === model.kind)}
                @change=${() => actions.change({ kind })}
              />
              <span>${packageText(`make.${kind}`)}</span>
            </label>`,
        )}
      </fieldset>
      <label class="field">
        <span>${packageText('make.id')}</span>
        <small>${packageText('make.id-text')}</small>
        <input
          type="text"
          dir="ltr"
          maxlength="60"
          spellcheck="false"
          autocapitalize="off"
          data-package-id
          .value=${live(model.id)}
          @input=${(event: Event) => actions.change({ id: (event.target as HTMLInputElement).value.trim() })}
        />
      </label>
      <label class="field">
        <span>${packageText('make.language')}</span>
        <select
          data-package-language
          @change=${(event: Event) => actions.change({ language: (event.target as HTMLSelectElement).value || null })}
        >
          <option value="" ?selected=${model.language === null}>${packageText('make.any-language')}</option>
          ${LANGUAGES.filter(({ tag }) => model.languages.includes(tag)).map(
            ({ tag, name }) =>
              html`<option value=${tag} lang=${tag} ?selected=${tag === model.language}>${name}</option>`,
          )}
        </select>
      </label>
      <label class="tick">
        <input
          type="checkbox"
          data-package-fail
          .checked=${live(model.failing)}
          @change=${(event: Event) => actions.change({ failing: (event.target as HTMLInputElement).checked })}
        />
        <span>${packageText('make.fail')}<small>${packageText('make.fail-text')}</small></span>
      </label>
      <p>
        <button class="button primary" data-make aria-disabled=${busy ? 'true' : nothing}>
          ${icon('file')}${busy ? packageText('make.busy') : packageText('make.button')}
        </button>
      </p>
      <p role="status" data-made=${model.state.name}>${outcome(model)}</p>
      <p class="kept-small">${packageText('make.guide')}</p>
    </form>
  </details>`;
}

function outcome({ state }: MakerModel): string | typeof nothing {
  switch (state.name) {
    case 'ready':
    case 'busy':
      return nothing;
    case 'saved':
      return packageText('make.done', { file: state.file, size: state.megabytes });
    case 'failed':
      return faultText(state.fault);
  }
}

/** Says why there is no package. */
export function faultText(fault: Extract<MakerModel['state'], { readonly name: 'failed' }>['fault']): string {
  switch (fault.code) {
    case 'no-file':
    case 'bad-level':
      return packageText(`make.${fault.code}`, { file: fault.file });
    case 'no-page':
    case 'no-course':
    case 'no-id':
    case 'bad-id':
    case 'broken':
      return packageText(`make.${fault.code}`);
  }
}

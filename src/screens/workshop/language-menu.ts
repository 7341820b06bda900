import { html, nothing, type TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { live } from 'lit/directives/live.js';
import { language as pageLanguage, t } from '../../i18n/index.ts';
import { languageName } from '../../i18n/language-name.ts';

/** The language in which the author writes the texts of the level. */
export interface LanguageMenuModel {
  /** null while the level has texts and says the language of none. */
  readonly language: string | null;
  /** The languages that the level has texts in. */
  readonly own: readonly string[];
  /** Languages that it can be written in. */
  readonly others: readonly string[];
  /** A language that the level has no texts in, of which the author is asked whether the texts are in it already. */
  readonly asked: string | null;
}

export interface LanguageMenuActions {
  readonly choose: (tag: string) => void;
  /** The texts are in the language that was asked about. */
  readonly relabel: () => void;
  /** The texts stay, and the author writes others beside them. */
  readonly add: () => void;
  readonly cancel: () => void;
}

const UNSAID = '';

export function languageMenu(model: LanguageMenuModel, actions: LanguageMenuActions): TemplateResult {
  const { language, own, others, asked } = model;
  const value = asked ?? language ?? UNSAID;
  const listed = own.length > 0 ? own : language === null ? [] : [language];
  return html`<div class="writing-language">
    <label class="form-field" for="writing-language">
      <span>${t('workshop.language.label')}</span>
      <select
        id="writing-language"
        data-writing-language
        .value=${live(value)}
        @change=${(event: Event) => actions.choose((event.target as HTMLSelectElement).value)}
      >
        ${
          // Each key in the form draws the menu, and it has dozens of languages.
          guard([pageLanguage(), value, language === null, listed.join(), others.join()], () => [
            language === null ? unsaidOption(value === UNSAID) : nothing,
            ...listed.map((tag) => option(tag, value)),
            html`<optgroup label=${t('workshop.language.others')}>
              ${others.filter((tag) => !listed.includes(tag)).map((tag) => option(tag, value))}
            </optgroup>`,
          ])
        }
      </select>
    </label>
    ${asked === null || language === null ? nothing : question(languageName(asked), languageName(language), actions)}
  </div>`;
}

const option = (tag: string, value: string) =>
  html`<option value=${tag} ?selected=${tag === value}>${languageName(tag)}</option>`;

const unsaidOption = (isChosen: boolean) =>
  html`<option value=${UNSAID} disabled ?selected=${isChosen}>${t('workshop.language.unsaid')}</option>`;

/** Asks what a new language means for the texts that are there. No answer removes any. */
function question(asked: string, now: string, { relabel, add, cancel }: LanguageMenuActions): TemplateResult {
  return html`<div class="writing-question" role="group" aria-labelledby="writing-question">
    <p id="writing-question">${t('workshop.language.question', { language: asked })}</p>
    <p class="form-ways">
      <button class="button" type="button" data-relabel @click=${relabel}>
        <span>${t('workshop.language.relabel')}</span>
      </button>
      <button class="button" type="button" data-add-language @click=${add}>
        <span>${t('workshop.language.add', { language: asked })}</span>
      </button>
      <button class="button quiet" type="button" data-keep-language @click=${cancel}>
        <span>${t('workshop.language.cancel')}</span>
      </button>
    </p>
    <small>${t('workshop.language.stay', { language: now })}</small>
  </div>`;
}

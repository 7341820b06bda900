import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { keptInside, t, textWith, type TextKey } from '../../i18n/index.ts';
import { languageName } from '../../i18n/language-name.ts';
import { EXCHANGE_FORMATS, type ExchangeFault, type ExchangeFormat } from '../../workshop/translation/exchange.ts';
import type { TranslationRow, TranslationTable } from '../../workshop/translation/table.ts';
import { icon } from '../parts/icons.ts';

/** What came of a translator's file. */
export interface ImportModel {
  readonly file: string;
  readonly changed: number;
  readonly same: number;
  readonly faults: readonly ExchangeFault[];
}

export interface TranslatorModel {
  readonly table: TranslationTable;
  /** The languages that the level has texts in. */
  readonly languages: readonly string[];
  /** Languages that can be added. */
  readonly others: readonly string[];
  readonly missingOnly: boolean;
  readonly format: ExchangeFormat;
  /** null before the first import. */
  readonly imported: ImportModel | null;
  /** Returns the name of what has a text, such as a person; empty for the level itself. */
  readonly itemName: (row: TranslationRow) => string;
}

export interface TranslatorActions {
  readonly setSource: (tag: string) => void;
  readonly setTarget: (tag: string) => void;
  readonly showMissing: (only: boolean) => void;
  /** @param text '' removes the translation */
  readonly translate: (row: TranslationRow, text: string) => void;
  readonly setFormat: (format: ExchangeFormat) => void;
  readonly save: () => void;
  readonly load: () => void;
}

/** The key of the words for each kind of text; the form uses the same words. */
const FIELD_WORDS: Readonly<Record<string, TextKey>> = {
  title: 'workshop.story.name',
  summary: 'workshop.story.summary',
  briefing: 'workshop.story.briefing',
  'sender.name': 'workshop.story.sender',
  'sender.role': 'workshop.story.role',
  'contacts.name': 'workshop.people.name',
  'contacts.about': 'workshop.people.about',
  'circles.about': 'workshop.shared.about',
  'mails.subject': 'workshop.mails.subject',
  'mails.body': 'workshop.mails.body',
  'mails.instead.name': 'workshop.mails.instead',
  'received.subject': 'workshop.mails.subject',
  'received.body': 'workshop.mails.body',
  'regulator.name': 'workshop.events.regulator-called',
  'beats.text': 'workshop.events.text',
  'lesson.why': 'workshop.lesson.why',
  'lesson.realCase.text': 'workshop.lesson.case-text',
  'lesson.realCase.source.title': 'workshop.lesson.source',
  'discussion.before': 'workshop.lesson.before',
  'discussion.after': 'workshop.lesson.after',
  'discussion.note': 'workshop.lesson.note',
};

/** Says where a text is used, in the words of the form. */
export function fieldWords({ field }: TranslationRow): string {
  const key = FIELD_WORDS[field];
  return key === undefined ? field : textWith(key, {});
}

/** The texts of a level beside their translations, and the ways to a translator and back. */
export function translator(model: TranslatorModel, actions: TranslatorActions): TemplateResult {
  const { table, missingOnly } = model;
  const rows = missingOnly ? table.rows.filter(({ fault }) => fault !== null) : table.rows;
  return html`<div class="translator" data-translator>
    <p class="form-lead">${t('workshop.translate.lead')}</p>
    <div class="translator-languages">
      ${languageMenu('source', model, actions.setSource)} ${languageMenu('target', model, actions.setTarget)}
    </div>
    <p role="status" data-missing=${table.missing}>
      ${table.missing === 0 ? t('workshop.translate.complete') : t('workshop.translate.missing', { count: table.missing })}
    </p>
    <label class="tick">
      <input
        type="checkbox"
        data-missing-only
        .checked=${live(missingOnly)}
        @change=${(event: Event) => actions.showMissing((event.target as HTMLInputElement).checked)}
      />
      <span>${t('workshop.translate.missing-only')}</span>
    </label>
    <ol class="translator-rows">
      ${rows.map((row) => rowItem(row, model, actions))}
    </ol>
    ${exchange(model, actions)}
  </div>`;
}

function languageMenu(
  which: 'source' | 'target',
  { table, languages, others }: TranslatorModel,
  chosen: (tag: string) => void,
): TemplateResult {
  const value = table[which];
  const own = languages.length > 0 ? languages : [table.source];
  const option = (tag: string) => html`<option value=${tag} ?selected=${tag === value}>${languageName(tag)}</option>`;
  return html`<label class="form-field">
    <span>${t(`workshop.translate.${which}`)}</span>
    <select data-translate=${which} @change=${(event: Event) => chosen((event.target as HTMLSelectElement).value)}>
      ${own.map(option)}
      ${which === 'target' ? html`<optgroup label=${t('workshop.translate.add')}>${others.map(option)}</optgroup>` : nothing}
    </select>
  </label>`;
}

function rowItem(row: TranslationRow, model: TranslatorModel, { translate }: TranslatorActions): TemplateResult {
  const { table, itemName } = model;
  const id = `translate-${row.key.replaceAll('.', '-')}`;
  const name = itemName(row);
  const fault = row.fault === null || row.fault === 'missing' ? null : row.fault;
  const length = (row.target ?? '').length;
  return html`<li class="translator-row ${row.fault ?? ''}" data-text=${row.key}>
    <h3 id=${`${id}-name`}>${fieldWords(row)}${name === '' ? nothing : html` <bdi>${keptInside(name)}</bdi>`}</h3>
    <div class="translator-pair">
      <p id=${`${id}-source`} class="translator-source" lang=${table.source} dir="auto">${row.source}</p>
      <div class="form-field">
        <textarea
          id=${id}
          rows=${Math.min(8, Math.ceil(row.source.length / 45))}
          lang=${table.target}
          dir="auto"
          aria-labelledby=${`${id}-name`}
          aria-describedby=${`${id}-source ${id}-limit`}
          aria-invalid=${fault === null ? nothing : 'true'}
          placeholder=${row.forAll ? row.source : nothing}
          .value=${live(row.target ?? '')}
          @input=${(event: Event) => translate(row, (event.target as HTMLTextAreaElement).value)}
        ></textarea>
        <small id=${`${id}-limit`}>
          ${t('workshop.translate.length', { length, most: row.maxLength })}
          ${row.forAll && row.target === null ? t('workshop.translate.for-all') : nothing}
          ${fault === null ? nothing : html`<b class="error">${icon('warning')}${t(`workshop.translate.fault.${fault}`)}</b>`}
        </small>
        ${
          row.fault === 'missing'
            ? html`<button
                id=${`${id}-copy`}
                class="button quiet"
                type="button"
                data-copy
                aria-labelledby=${`${id}-copy ${id}-name`}
                @click=${() => translate(row, row.source)}
              >
                <span>${t('workshop.translate.copy')}</span>
              </button>`
            : nothing
        }
      </div>
    </div>
  </li>`;
}

function exchange(model: TranslatorModel, actions: TranslatorActions): TemplateResult {
  return html`<fieldset class="form-choice translator-exchange">
    <legend>${t('workshop.translate.exchange')}</legend>
    <p class="form-lead">${t('workshop.translate.exchange-text')}</p>
    ${EXCHANGE_FORMATS.map(
      (format) =>
        html`<label class="tick">
          <input
            type="radio"
            name="exchange-format"
            value=${format}
            .checked=${live(format === model.format)}
            @change=${() => actions.setFormat(format)}
          />
          <span>${t(`workshop.translate.format.${format}`)}</span>
        </label>`,
    )}
    <p class="form-ways">
      <button class="button" type="button" data-exchange-save @click=${actions.save}>
        ${icon('file')}<span>${t('workshop.translate.save')}</span>
      </button>
      <button class="button" type="button" data-exchange-load @click=${actions.load}>
        ${icon('file')}<span>${t('workshop.translate.load')}</span>
      </button>
    </p>
    <div role="status" data-imported>${model.imported === null ? nothing : importedPart(model.imported)}</div>
  </fieldset>`;
}

function importedPart({ file, changed, same, faults }: ImportModel): TemplateResult {
  return html`<p>${t('workshop.translate.taken', { file: keptInside(file), changed, same })}</p>
    ${
      faults.length === 0
        ? nothing
        : html`<ul class="field-problems">
            ${faults.map(
              ({ code, line, params }) =>
                html`<li data-exchange-fault=${code}>
                  ${icon('warning')}<span dir="auto"
                    >${line > 0 ? `${t('workshop.translate.line', { line })} ` : ''}${faultText(code, code === 'wrong-language' ? named(params) : params)}</span
                  >
                </li>`,
            )}
          </ul>`
    }`;
}

/** Names the languages of a fault. */
function named(params: ExchangeFault['params']): ExchangeFault['params'] {
  return Object.fromEntries(Object.entries(params).map(([key, tag]) => [key, languageName(tag)]));
}

function faultText(code: ExchangeFault['code'], params: ExchangeFault['params']): string {
  const inside = Object.fromEntries(Object.entries(params).map(([name, value]) => [name, keptInside(value)]));
  return code === 'not-json'
    ? textWith(`problem.${params['code'] ?? ''}` as TextKey, inside)
    : textWith(`workshop.exchange.${code}`, inside);
}

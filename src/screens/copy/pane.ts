import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { Contact } from '../../engine/index.ts';
import { t, textOf } from '../../i18n/index.ts';
import type { CopyPage, CopyPlace, Looking } from './pages.ts';
import { rawHeaders } from './raw-headers.ts';
import { learns, mailWindow } from './mail-window.ts';
import { icon } from '../parts/icons.ts';
import { portrait } from '../parts/portrait.ts';
import { replayIcon } from '../replay/icons.ts';

/** What the controls of one screen do. */
export interface PaneActions {
  readonly look: (looking: Looking) => void;
  readonly save: (looking: Looking) => void;
}

/** One of the screens that are open: there are one or two. */
export interface Pane {
  readonly place: CopyPlace;
  readonly looking: Looking;
  /** Keeps the ids of its form fields apart from those of the other screen. */
  readonly name: 'first' | 'beside';
  /** The readers to choose from; empty when there is no choice. */
  readonly readers: readonly Contact[];
}

/**
 * Draws the mail as one reader's mail program shows it: what this reader can learn, the full headers, and a button that
 * saves the file.
 */
export function copyPane(pane: Pane, actions: PaneActions): TemplateResult {
  const { place, looking, readers, name } = pane;
  const { contact, people, page, field } = place;
  const title = t(people > 1 ? 'copy.title-crowd' : 'copy.title', { name: textOf(contact.name) });
  return html`<section class="copy-pane" data-pane=${name} aria-labelledby=${`copy-title-${name}`}>
    <div class="copy-head">
      ${portrait(contact, 56)}
      <div>
        <h2 id=${`copy-title-${name}`}>${title}</h2>
        ${field ? html`<p class="copy-field" data-copy-field=${field}>${t(`copy.came.${field}`)}</p>` : nothing}
      </div>
    </div>
    ${readers.length > 0 ? readerChooser(pane, actions) : nothing} ${choosers(pane, actions)}
    ${
      page
        ? html`${learns(page)} ${mailWindow(page)} ${headersAndFile(page, looking, actions)}`
        : html`<p class="copy-none">${t('copy.no-mail')}</p>`
    }
  </section>`;
}

function readerChooser({ place, readers }: Pane, { look }: PaneActions): TemplateResult {
  return html`<div class="copy-choose">
    <label>
      <span>${t('copy.whose')}</span>
      <select
        data-copy-reader
        .value=${live(place.contact.id)}
        @change=${(event: Event) => look({ contact: (event.target as HTMLSelectElement).value, index: 0, mail: place.mail })}
      >
        ${readers.map(
          ({ id, name }) => html`<option value=${id} ?selected=${id === place.contact.id}>${textOf(name)}</option>`,
        )}
      </select>
    </label>
  </div>`;
}

function headersAndFile(page: CopyPage, looking: Looking, { save }: PaneActions): TemplateResult {
  const { text, left } = rawHeaders(page.copy, page.at);
  return html`<div class="copy-file">
    <details class="copy-raw">
      <summary>${t('copy.full-headers')}</summary>
      <pre tabindex="0" dir="ltr" translate="no" data-copy-raw>${text}</pre>
      ${left > 0 ? html`<p>${t('copy.raw-left', { addresses: t('count.addresses', { count: left }) })}</p>` : nothing}
    </details>
    <button class="button copy-save" type="button" data-copy-save @click=${() => save(looking)}>
      ${replayIcon('save')}${t('copy.save')}
    </button>
  </div>`;
}

/** Lets the player choose a person of the crowd, one of several mails, and one of several copies. */
function choosers({ place, looking, name }: Pane, { look }: PaneActions): TemplateResult | typeof nothing {
  const { people, mails, mail, page } = place;
  const copies = page?.copy.copies ?? 1;
  if (people === 1 && mails.length < 2 && copies === 1) return nothing;
  return html`<div class="copy-choose">
    ${
      people > 1
        ? stepper({
            id: `copy-person-${name}`,
            what: 'person',
            at: looking.index,
            count: people,
            go: (index) => look({ ...looking, index }),
          })
        : nothing
    }
    ${
      mails.length > 1
        ? html`<label>
            <span>${t('copy.mail')}</span>
            <select
              .value=${live(mail ?? '')}
              @change=${(event: Event) => look({ ...looking, mail: (event.target as HTMLSelectElement).value, copy: 0 })}
            >
              ${mails.map(
                ({ id, subject }, index) =>
                  html`<option value=${id} ?selected=${id === mail}>
                    ${t('copy.mail-number', { number: index + 1, count: mails.length, subject: textOf(subject) })}
                  </option>`,
              )}
            </select>
          </label>`
        : nothing
    }
    ${
      copies > 1
        ? stepper({
            id: `copy-number-${name}`,
            what: 'mail',
            at: Math.min(copies - 1, looking.copy ?? 0),
            count: copies,
            go: (copy) => look({ ...looking, mail, copy }),
          })
        : nothing
    }
  </div>`;
}

interface Stepper {
  readonly id: string;
  readonly what: 'person' | 'mail';
  /** Counted from 0. */
  readonly at: number;
  readonly count: number;
  readonly go: (at: number) => void;
}

/** Chooses one of many: by its number, or by stepping back and forth. */
function stepper({ id, what, at, count, go }: Stepper): TemplateResult {
  const step = (by: 1 | -1, label: string) =>
    html`<button
      class="button quiet copy-step"
      type="button"
      aria-label=${label}
      title=${label}
      @click=${() => go((at + by + count) % count)}
    >
      ${icon(by === 1 ? 'forward' : 'back')}
    </button>`;
  return html`<div class="copy-person">
    <label for=${id}>${t(`copy.${what}`)}</label>
    ${step(-1, t(`copy.${what}-before`))}
    <input
      id=${id}
      type="number"
      inputmode="numeric"
      data-copy-number=${what}
      ?data-copy-person=${what === 'person'}
      min="1"
      max=${count}
      .value=${live(String(at + 1))}
      @change=${(event: Event) => {
        const wanted = (event.target as HTMLInputElement).valueAsNumber;
        go(Number.isFinite(wanted) ? Math.min(count - 1, Math.max(0, Math.round(wanted) - 1)) : at);
      }}
    />
    <span>${t('copy.person-of', { count })}</span>
    ${step(1, t(`copy.${what}-after`))}
  </div>`;
}

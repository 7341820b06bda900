import { html, nothing, type TemplateResult } from 'lit';
import type { qrCode } from '../room/qr-code.ts';
import { live } from 'lit/directives/live.js';
import { LANGUAGES, t, textOf } from '../../i18n/index.ts';
import type { LevelText } from '../../engine/index.ts';
import type { LevelSummary } from '../../levels/index.ts';
import { icon } from '../parts/icons.ts';
import { told } from '../parts/level-text.ts';
import { topLine } from '../parts/navigation.ts';
import { screenHeading } from '../parts/heading.ts';

export const HOST_LINKS = ['screen', 'room'] as const;
export type HostLink = (typeof HOST_LINKS)[number];

export interface HostModel {
  readonly chapters: readonly { readonly title: LevelText | null; readonly levels: readonly LevelSummary[] }[];
  /** Ids of the link's levels, in the order in which they were chosen; empty for all. */
  readonly chosen: readonly string[];
  readonly lang: string | null;
  /** True for a check before the first level and after the last. */
  readonly check: boolean;
  /**
   * The same session twice: for the projector, with large type and votes, and for the phones of those who play along.
   */
  readonly links: Readonly<Record<HostLink, string>>;
  /** The link that was copied last. */
  readonly copied: HostLink | null;
  /** The link whose QR code fills the screen, for a room to scan. */
  readonly large: HostLink | null;
  /** Draws a QR code; null until it has arrived. */
  readonly drawQr: typeof qrCode | null;
  /** What makes packages for learning platforms; null while it is on its way. */
  readonly maker: TemplateResult | null;
}

export interface HostActions {
  readonly openSettings: () => void;
  readonly choose: (level: string, chosen: boolean) => void;
  readonly setLang: (lang: string | null) => void;
  readonly setCheck: (on: boolean) => void;
  readonly copy: (link: HostLink) => void;
  /** @param link null to close it */
  readonly enlarge: (link: HostLink | null) => void;
}

/**
 * For people who lead a session: makes the link that opens chosen levels, in a chosen language, for a projector or not.
 */
export function hostScreen(model: HostModel, actions: HostActions): TemplateResult {
  return html`<div class="screen side-page" data-page="host">
    ${topLine(actions.openSettings)}
    <main class="sheet side-sheet">
      <header>
        ${screenHeading(t('host.title'))}
        <p class="side-lead">${t('host.lead')}</p>
      </header>
      <form class="host-form" @submit=${(event: Event) => event.preventDefault()}>
        <fieldset>
          <legend>${t('host.levels')}</legend>
          <p class="kept-small">${t('host.levels-text')}</p>
          ${model.chapters.map(
            ({ title, levels }) =>
              html`${title === null ? nothing : html`<h2 class="host-chapter">${told(title)}</h2>`}
                <ul class="host-levels">
                  ${levels.map((level) => levelTick(level, model.chosen.indexOf(level.id), actions))}
                </ul>`,
          )}
        </fieldset>
        <label class="field">
          <span>${t('settings.language')}</span>
          <select
            data-host-lang
            @change=${(event: Event) => actions.setLang((event.target as HTMLSelectElement).value || null)}
          >
            <option value="" ?selected=${model.lang === null}>${t('host.any-language')}</option>
            ${LANGUAGES.map(
              ({ tag, name }) =>
                html`<option value=${tag} lang=${tag} ?selected=${tag === model.lang}>${name}</option>`,
            )}
          </select>
        </label>
        <label class="tick">
          <input
            type="checkbox"
            data-host-check
            .checked=${live(model.check)}
            @change=${(event: Event) => actions.setCheck((event.target as HTMLInputElement).checked)}
          />
          <span>${t('host.check')}<small>${t('host.check-text')}</small></span>
        </label>
        ${HOST_LINKS.map((name) => sessionLink(name, model, actions))}
      </form>
      ${model.large && model.drawQr ? largeCode(model.large, model, actions) : nothing}
      <p>
        <a class="button" href="#/room" data-to-room>${icon('people')}<span>${t('host.to-room')}</span></a>
        <a class="button" href="#/workshop" data-to-workshop>${icon('file')}<span>${t('host.to-workshop')}</span></a>
      </p>
      <section>
        <h2>${t('host.how-title')}</h2>
        <ol class="host-how">
          ${(['screen', 'vote', 'send', 'reveal'] as const).map((step) => html`<li>${t(`host.how.${step}`)}</li>`)}
        </ol>
      </section>
      ${model.maker ?? nothing}
    </main>
  </div>`;
}

/** A link's QR code over the whole screen, so that the last row can scan it. */
function largeCode(name: HostLink, { links, drawQr }: HostModel, { enlarge }: HostActions): TemplateResult {
  return html`<dialog class="sheet qr-large" data-modal aria-labelledby="qr-title" @close=${() => enlarge(null)}>
    <form method="dialog">
      <h2 id="qr-title">${t(`host.link.${name}`)}</h2>
      ${drawQr?.(links[name], t(`host.qr.${name}`))}
      <p class="qr-link" dir="ltr" translate="no">${links[name]}</p>
      <button class="button primary large" data-qr-close>${t('host.qr.close')}</button>
    </form>
  </dialog>`;
}

function sessionLink(
  name: HostLink,
  { links, copied, drawQr }: HostModel,
  { copy, enlarge }: HostActions,
): TemplateResult {
  const primary = name === 'screen';
  return html`<section class="host-session">
    <label class="field host-link">
      <span>${t(`host.link.${name}`)}</span>
      ${primary ? html`<small>${t('settings.presenter-text')}</small>` : nothing}
      <input
        type="text"
        readonly
        dir="ltr"
        data-host-link=${name}
        .value=${live(links[name])}
        @focus=${(event: Event) => (event.target as HTMLInputElement).select()}
      />
    </label>
    ${
      drawQr
        ? html`<button class="qr-button" type="button" data-qr-enlarge=${name} @click=${() => enlarge(name)}>
            ${drawQr(links[name], t(`host.qr.${name}`))}<span>${t('host.qr.large')}</span>
          </button>`
        : nothing
    }
    <p class="host-ways">
      <button
        class=${`button${primary ? ' primary' : ''}`}
        type="button"
        data-host-copy=${name}
        @click=${() => copy(name)}
      >
        ${copied === name ? icon('check') : nothing}${copied === name ? t('host.copied') : t(`host.copy.${name}`)}
      </button>
      ${
        primary
          ? html`<a class="button" href=${links.screen} data-host-open
              ><span>${t('host.open')}</span>${icon('forward')}</a
            >`
          : nothing
      }
    </p>
  </section>`;
}

function levelTick(level: LevelSummary, place: number, actions: HostActions): TemplateResult {
  return html`<li>
    <label class="tick">
      <input
        type="checkbox"
        data-host-level=${level.id}
        .checked=${live(place >= 0)}
        @change=${(event: Event) => actions.choose(level.id, (event.target as HTMLInputElement).checked)}
      />
      <span
        >${textOf(level.title)}${place >= 0 ? html` <b>${t('home.number', { number: place + 1 })}</b>` : nothing}<small
          >${t('home.minutes', { count: level.minutes })}</small
        ></span
      >
    </label>
  </li>`;
}

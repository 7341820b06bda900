import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { formatNumber, t, textOf } from '../i18n/index.ts';
import { copyPages, type CopyPage, type CopyPlace, type Entry, type Looking } from './copy-pages.ts';
import { icon } from './icons.ts';
import { portrait } from './portrait.ts';
import { replayIcon } from './replay-icons.ts';
import type { ReplayScreenActions, ReplayScreenModel } from './replay-model.ts';

type Model = Pick<ReplayScreenModel, 'level' | 'routing' | 'outcome' | 'looking'>;
type Look = Pick<ReplayScreenActions, 'look'>;

/** One recipient's screen, in the browser's own dialog: the mail and its headers exactly as this person gets them. */
export function copyDialog(model: Model, { look }: Look): TemplateResult | typeof nothing {
  const { looking } = model;
  const place = looking ? copyPages(model.level, model.routing, model.outcome, looking) : null;
  if (!looking || !place) return nothing;
  const name = textOf(place.contact.name);
  return html`<dialog
    class="sheet copy"
    data-modal
    data-copy
    aria-labelledby="copy-title"
    @close=${() => look(null)}
    @click=${closeBeside}
  >
    <div class="copy-head">
      ${portrait(place.contact, 56)}
      <h2 id="copy-title">${t(place.people > 1 ? 'copy.title-crowd' : 'copy.title', { name })}</h2>
      <form method="dialog">
        <button class="button quiet copy-x" data-copy-close aria-label=${t('copy.close')} title=${t('copy.close')}>
          ${icon('close')}
        </button>
      </form>
    </div>
    ${choosers(place, looking, { look })}
    ${place.page ? html`${learns(place.page)} ${mailWindow(place.page)}` : html`<p class="copy-none">${t('copy.no-mail')}</p>`}
    <div class="copy-foot">${turn(place.previous, 'previous', { look })} ${turn(place.next, 'next', { look })}</div>
  </dialog>`;
}

/** A click beside the sheet is one on the dialog itself. */
function closeBeside(event: MouseEvent): void {
  const { target, currentTarget } = event;
  if (target !== currentTarget || !(currentTarget instanceof HTMLDialogElement)) return;
  const box = currentTarget.getBoundingClientRect();
  const inside =
    event.clientX >= box.left && event.clientX <= box.right && event.clientY >= box.top && event.clientY <= box.bottom;
  if (!inside) currentTarget.close();
}

function turn(to: CopyPlace['previous'], side: 'previous' | 'next', { look }: Look): TemplateResult | typeof nothing {
  if (!to) return html`<span></span>`;
  const words = html`<span>${textOf(to.name)}</span>`;
  const go = () => look({ contact: to.id, index: 0, mail: null });
  return side === 'previous'
    ? html`<button class="button quiet" type="button" data-copy-previous @click=${go}>${icon('back')}${words}</button>`
    : html`<button class="button quiet" type="button" data-copy-next @click=${go}>${words}${icon('forward')}</button>`;
}

/** Which of a crowd, and which of several mails. */
function choosers(place: CopyPlace, looking: Looking, { look }: Look): TemplateResult | typeof nothing {
  const { people, mails, mail } = place;
  if (people === 1 && mails.length < 2) return nothing;
  return html`<div class="copy-choose">
    ${people > 1 ? personChooser(people, looking, { look }) : nothing}
    ${
      mails.length > 1
        ? html`<label>
            <span>${t('copy.mail')}</span>
            <select
              .value=${live(mail ?? '')}
              @change=${(event: Event) => look({ ...looking, mail: (event.target as HTMLSelectElement).value })}
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
  </div>`;
}

function personChooser(people: number, looking: Looking, { look }: Look): TemplateResult {
  const go = (index: number) => look({ ...looking, index: Math.min(people - 1, Math.max(0, index)) });
  const step = (by: 1 | -1, label: string) =>
    html`<button
      class="button quiet copy-step"
      type="button"
      aria-label=${label}
      title=${label}
      @click=${() => go((looking.index + by + people) % people)}
    >
      ${icon(by === 1 ? 'forward' : 'back')}
    </button>`;
  return html`<div class="copy-person">
    <label for="copy-person">${t('copy.person')}</label>
    ${step(-1, t('copy.person-before'))}
    <input
      id="copy-person"
      type="number"
      inputmode="numeric"
      data-copy-person
      min="1"
      max=${people}
      .value=${live(String(looking.index + 1))}
      @change=${(event: Event) => {
        const wanted = (event.target as HTMLInputElement).valueAsNumber;
        go(Number.isFinite(wanted) ? Math.round(wanted) - 1 : looking.index);
      }}
    />
    <span>${t('copy.person-of', { count: people })}</span>
    ${step(1, t('copy.person-after'))}
  </div>`;
}

function mailWindow(page: CopyPage): TemplateResult {
  const { copy } = page;
  return html`<div class="mail-window">
    <p class="mail-window-bar"><span>${t('copy.unit')}</span><bdi class="address">${copy.recipient.address}</bdi></p>
    <h3 class="mail-subject" data-copy-header="subject">
      <span class="visually-hidden">${t('copy.subject')}: </span>${textOf(copy.subject)}
    </h3>
    <dl class="mail-headers">
      ${header('from', t('copy.from'), mailbox({ ...page.from, stranger: false, self: false }))}
      ${
        copy.toPlaceholder === null
          ? list('to', t('copy.to'), page.to, page.toCount)
          : header('to', t('copy.to'), html`<bdi class="address">${copy.toPlaceholder}</bdi>`)
      }
      ${list('cc', t('copy.cc'), page.cc, page.ccCount)}
      ${
        copy.replyTo === null
          ? nothing
          : header('reply-to', t('copy.reply-to'), html`<bdi class="address">${copy.replyTo}</bdi>`)
      }
      ${header('date', t('copy.date'), t('copy.day', { day: page.day }))}
    </dl>
    <p class="mail-body">${textOf(copy.body)}</p>
  </div>`;
}

/** What this reader can learn, and who can learn of this reader. */
function learns(page: CopyPage): TemplateResult {
  const { copy } = page;
  return html`<div class=${`copy-learns ${page.strangers > 0 ? 'seen' : ''}`} data-copy-learns>
    ${copy.readsOthers > 0 ? icon('eye') : replayIcon('hidden')}
    <div>
      <p>
        <strong>${copy.readsOthers > 0 ? t('copy.reads', { count: copy.readsOthers }) : t('copy.reads-none')}</strong>
        ${strangers(page)}
      </p>
      <p>${ownAddress(page)}</p>
    </div>
  </div>`;
}

function strangers({ copy, strangers: count }: CopyPage): string {
  if (count === 0) return '';
  return t(count === copy.readsOthers ? 'copy.strangers-all' : 'copy.strangers', { count });
}

function ownAddress({ copy, alone, readers }: CopyPage): string {
  if (alone) return t('copy.alone');
  return copy.named ? t('copy.shown', { count: readers }) : t('copy.hidden');
}

function header(name: string, label: string, value: TemplateResult | string): TemplateResult {
  return html`<div data-copy-header=${name}>
    <dt>${label}</dt>
    <dd>${value}</dd>
  </div>`;
}

function list(name: 'to' | 'cc', label: string, entries: readonly Entry[], count: number) {
  if (count === 0) return nothing;
  const more = count - entries.length;
  return header(
    name,
    label,
    html`<ul>
      ${entries.map((entry) => html`<li>${mailbox(entry)}</li>`)}
      ${more > 0 ? html`<li class="mail-more">${t('copy.and-more', { more: formatNumber(more) })}</li>` : nothing}
    </ul>`,
  );
}

function mailbox({ name, address, stranger, self }: Entry): TemplateResult {
  return html`<span class=${stranger ? 'mailbox stranger' : 'mailbox'}>
    ${
      stranger
        ? html`<span class="mailbox-eye" title=${t('copy.stranger')}>${icon('eye')}</span>
            <span class="visually-hidden">${t('copy.stranger')}: </span>`
        : nothing
    }
    ${name === null ? nothing : html`<span>${textOf(name)}</span>`} <bdi class="address">${address}</bdi>
    ${self ? html`<em>${t('copy.self')}</em>` : nothing}
  </span>`;
}

import { html, nothing, type TemplateResult } from 'lit';
import { formatNumber, t, textOf } from '../../i18n/index.ts';
import type { CopyPage, Entry } from './pages.ts';
import { icon } from '../parts/icons.ts';
import { replayIcon } from '../replay/icons.ts';
import { langOf, told } from '../parts/level-text.ts';

/** The window of the mail program. */
export function mailWindow(page: CopyPage): TemplateResult {
  const { copy } = page;
  return html`<div class="mail-window">
    <p class="mail-window-bar">
      <span>${t('copy.unit')}</span><bdi class="address" translate="no">${copy.recipient.address}</bdi>
    </p>
    <h3 class="mail-subject" data-copy-header="subject">
      <span class="visually-hidden">${t('copy.subject')}: </span>${told(copy.subject)}
    </h3>
    <dl class="mail-headers">
      ${header('from', t('copy.from'), mailbox({ ...page.from, stranger: false, self: false }))}
      ${
        copy.toPlaceholder === null
          ? list('to', t('copy.to'), page.to, page.toCount)
          : header('to', t('copy.to'), html`<bdi class="address" translate="no">${copy.toPlaceholder}</bdi>`)
      }
      ${list('cc', t('copy.cc'), page.cc, page.ccCount)}
      ${
        copy.replyTo === null
          ? nothing
          : header('reply-to', t('copy.reply-to'), html`<bdi class="address" translate="no">${copy.replyTo}</bdi>`)
      }
      ${header('date', t('copy.date'), t('copy.day', { day: page.day }))}
    </dl>
    <p class="mail-body" lang=${langOf(copy.body)}>${textOf(copy.body)}</p>
  </div>`;
}

/** Who this reader can see, and who can see this reader. */
export function learns(page: CopyPage): TemplateResult {
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
    <dt translate="no">${label}</dt>
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
    ${name === null ? nothing : html`<span lang=${langOf(name)}>${textOf(name)}</span>`}
    <bdi class="address" translate="no">${address}</bdi>
    ${self ? html`<em>${t('copy.self')}</em>` : nothing}
  </span>`;
}

import { html, type TemplateResult } from 'lit';
import { t } from '../../i18n/index.ts';
import type { PageFiles } from '../../progress/device.ts';
import type { Kept, KeptPart } from '../../progress/kept.ts';
import { icon } from '../parts/icons.ts';
import { topLine } from '../parts/navigation.ts';
import { screenHeading } from '../parts/heading.ts';

export interface PrivacyModel {
  readonly kept: readonly Kept[];
  /** null until the browser has answered. */
  readonly files: PageFiles | null;
  /** Levels that were written here. */
  readonly drafts: number;
  readonly erase: 'offered' | 'asking' | 'erased';
}

export interface PrivacyActions {
  readonly openSettings: () => void;
  readonly save: () => void;
  readonly ask: (asking: boolean) => void;
  readonly erase: () => void;
}

/**
 * Says what is kept on this device, why and for how long, from the list in `progress/kept.ts`, and how to export or
 * erase it.
 */
export function privacyScreen({ kept, files, drafts, erase }: PrivacyModel, actions: PrivacyActions): TemplateResult {
  return html`<div class="screen side-page" data-page="privacy">
    ${topLine(actions.openSettings)}
    <main class="sheet side-sheet">
      <header>
        ${screenHeading(t('privacy.title'))}
        <p class="side-lead">${t('privacy.lead')}</p>
      </header>
      <section>
        <h2>${t('privacy.kept-title')}</h2>
        <p>${t('privacy.kept-text')}</p>
        <ul class="kept-list">
          ${kept.map(({ part, entries }) => keptItem(part, entries, t('privacy.now', { number: entries })))}
          ${keptItem('drafts', drafts, t('privacy.now', { number: drafts }))}
          ${keptItem('files', files?.files ?? 0, t('privacy.now-files', { number: files?.files ?? 0 }))}
        </ul>
      </section>
      <section>
        <h2>${t('privacy.never-title')}</h2>
        <ul class="plain-list">
          ${(['requests', 'cookies', 'account', 'name'] as const).map((never) => html`<li>${icon('check')}<span>${t(`privacy.never.${never}`)}</span></li>`)}
        </ul>
      </section>
      <section class="kept-ways" aria-labelledby="kept-ways">
        <h2 id="kept-ways">${t('privacy.ways-title')}</h2>
        <div class="kept-way">
          <button class="button" type="button" data-export @click=${actions.save}>${t('privacy.export')}</button>
          <p>${t('privacy.export-text')}</p>
        </div>
        <div class="kept-way">${erasing(erase, actions)}</div>
      </section>
    </main>
  </div>`;
}

function keptItem(part: KeptPart | 'drafts' | 'files', entries: number, now: string): TemplateResult {
  return html`<li data-kept=${part} data-entries=${entries}>
    <h3>${t(`privacy.part.${part}.what`)}</h3>
    <p>${t(`privacy.part.${part}.why`)}</p>
    <p class="kept-small">
      <span>${t(`privacy.part.${part}.until`)}</span>
      <span class="kept-now">${entries === 0 ? t('privacy.now-nothing') : now}</span>
    </p>
  </li>`;
}

function erasing(state: PrivacyModel['erase'], actions: PrivacyActions): TemplateResult {
  switch (state) {
    case 'offered':
      return html`<button class="button danger" type="button" data-page-erase @click=${() => actions.ask(true)}>
          ${t('settings.erase')}
        </button>
        <p>${t('privacy.erase-text')}</p>`;
    case 'asking':
      return html`<p class="kept-sure" id="kept-sure">${t('settings.erase-sure')}</p>
        <div class="kept-choices" role="group" aria-labelledby="kept-sure">
          <button class="button danger" type="button" data-page-erase-yes @click=${actions.erase}>
            ${t('settings.erase-yes')}
          </button>
          <button class="button" type="button" data-page-keep @click=${() => actions.ask(false)}>
            ${t('settings.erase-no')}
          </button>
        </div>`;
    case 'erased':
      return html`<p class="kept-sure" data-page-erased tabindex="-1">${icon('check')} ${t('settings.erased')}</p>`;
  }
}

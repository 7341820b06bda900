import { html, type TemplateResult } from 'lit';
import { LANGUAGES, language, t } from '../i18n/index.ts';
import type { Settings } from '../progress/index.ts';
import { icon } from './icons.ts';

export interface SettingsModel {
  readonly settings: Settings;
  /** The question whether to erase everything stands open. */
  readonly asking: boolean;
}

export interface SettingsActions {
  change(change: Partial<Settings>): void;
  ask(asking: boolean): void;
  erase(): void;
  closed(): void;
}

const MOTIONS = ['system', 'full', 'reduced'] as const;

/** The settings, in the browser's own dialog, which keeps the focus and closes with Escape. */
export function settingsDialog({ settings, asking }: SettingsModel, actions: SettingsActions): TemplateResult {
  return html`<dialog class="sheet settings" data-modal aria-labelledby="settings-title" @close=${actions.closed}>
    <h2 id="settings-title">${t('settings.title')}</h2>
    <fieldset>
      <legend>${t('settings.language')}</legend>
      <div class="choices">
        ${LANGUAGES.map(({ tag, name }) =>
          choice('language', name, tag === language(), () => actions.change({ language: tag }), tag),
        )}
      </div>
    </fieldset>
    <fieldset>
      <legend>${t('settings.motion')}</legend>
      <div class="choices">
        ${MOTIONS.map((motion) =>
          choice('motion', t(`settings.motion-${motion}`), motion === settings.motion, () =>
            actions.change({ motion }),
          ),
        )}
      </div>
    </fieldset>
    <fieldset>
      <legend>${t('settings.sound')}</legend>
      <label class="switch">
        <input
          type="checkbox"
          role="switch"
          .checked=${settings.sound}
          @change=${(event: Event) => actions.change({ sound: (event.target as HTMLInputElement).checked })}
        />
        <span class="switch-track" aria-hidden="true"></span>
        <span>${t('settings.sound-on')}<small>${t('settings.sound-text')}</small></span>
      </label>
    </fieldset>
    ${asking ? question(actions) : eraseButton(actions)}
    <form method="dialog" class="settings-close">
      <button class="button primary">${t('settings.close')}</button>
    </form>
  </dialog>`;
}

function choice(group: string, text: string, chosen: boolean, choose: () => void, lang?: string): TemplateResult {
  return html`<label class="choice">
    <input type="radio" name=${group} .checked=${chosen} @change=${choose} />
    <span lang=${lang ?? language()}>${icon('check')}${text}</span>
  </label>`;
}

function eraseButton(actions: SettingsActions): TemplateResult {
  return html`<div class="erase">
    <button class="button quiet danger" type="button" data-erase @click=${() => actions.ask(true)}>
      ${t('settings.erase')}
    </button>
    <small>${t('settings.erase-text')}</small>
  </div>`;
}

function question(actions: SettingsActions): TemplateResult {
  return html`<div class="erase asking" role="group" aria-labelledby="erase-sure">
    <p id="erase-sure">${t('settings.erase-sure')}</p>
    <button class="button danger" type="button" @click=${actions.erase}>${t('settings.erase-yes')}</button>
    <button class="button" type="button" data-keep @click=${() => actions.ask(false)}>${t('settings.erase-no')}</button>
  </div>`;
}

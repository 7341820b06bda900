import { html, nothing, type TemplateResult } from 'lit';
import { language, t, type Language } from '../../i18n/index.ts';
import { packageText } from '../../i18n/package-texts.ts';
import { MOTIONS, TAKE_BACK_TIMES, THEME_CHOICES, type Settings } from '../../progress/index.ts';
import { icon } from '../parts/icons.ts';
import { sideLinks } from '../parts/navigation.ts';

export interface SettingsModel {
  readonly settings: Settings;
  /** The themes on offer. */
  readonly languages: readonly Language[];
  /** How far erasing everything has got. */
  readonly erase: 'offered' | 'asking' | 'erased';
}

export interface SettingsActions {
  readonly change: (change: Partial<Settings>) => void;
  readonly ask: (asking: boolean) => void;
  readonly erase: () => void;
  readonly fullScreen: () => void;
  readonly closed: () => void;
}

/** The settings, in the browser's own dialog, which keeps the focus inside and closes with Escape. */
export function settingsDialog(
  { settings, languages, erase }: SettingsModel,
  actions: SettingsActions,
): TemplateResult {
  return html`<dialog
    class="sheet settings"
    data-modal
    closedby="any"
    aria-labelledby="settings-title"
    @close=${actions.closed}
  >
    <h2 id="settings-title">${t('settings.title')}</h2>
    <fieldset>
      <legend>${t('settings.language')}</legend>
      <div class="choices">
        ${languages.map(({ tag, name }) =>
          choice('language', name, tag === language(), () => actions.change({ language: tag }), tag),
        )}
      </div>
    </fieldset>
    <fieldset>
      <legend>${t('settings.theme')}</legend>
      <div class="choices">
        ${THEME_CHOICES.map((theme) =>
          choice('theme', t(`settings.theme-${theme}`), theme === settings.theme, () => actions.change({ theme })),
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
      <legend>${t('settings.take-back')}</legend>
      <div class="choices">
        ${TAKE_BACK_TIMES.map((time) =>
          choice('take-back', t(`settings.take-back-${time}`), time === settings.takeBack, () =>
            actions.change({ takeBack: time }),
          ),
        )}
      </div>
    </fieldset>
    <fieldset>
      <legend>${t('settings.sound')}</legend>
      ${toggle('sound', settings.sound, (sound) => actions.change({ sound }))}
    </fieldset>
    <fieldset>
      <legend>${t('settings.keys')}</legend>
      ${toggle('keys', settings.singleKeys, (singleKeys) => actions.change({ singleKeys }))}
    </fieldset>
    <fieldset>
      <legend>${t('settings.signs')}</legend>
      ${toggle('signs', settings.fieldSigns, (fieldSigns) => actions.change({ fieldSigns }))}
    </fieldset>
    <fieldset>
      <legend>${t('settings.predictions')}</legend>
      ${toggle('predictions', settings.predictions, (predictions) => actions.change({ predictions }))}
    </fieldset>
    <fieldset>
      <legend>${t('settings.presenter')}</legend>
      <label class="switch">
        <input
          type="checkbox"
          role="switch"
          data-presenter
          .checked=${settings.presenter}
          @change=${(event: Event) => actions.change({ presenter: (event.target as HTMLInputElement).checked })}
        />
        <span class="switch-track" aria-hidden="true"></span>
        <span>${t('settings.presenter-on')}<small>${t('settings.presenter-text')}</small></span>
      </label>
      ${document.fullscreenEnabled ? fullScreenButton(actions) : nothing}
    </fieldset>
    <p class="help-open">
      <button class="button" type="button" data-help aria-haspopup="dialog">
        ${icon('help')}<span>${t('help.open')}</span>
      </button>
    </p>
    ${sideLinks()} ${erase === 'asking' ? question(actions) : eraseButton(actions, erase === 'erased')}
    <form method="dialog" class="settings-close">
      <button class="button primary" data-close>${t('settings.close')}</button>
    </form>
  </dialog>`;
}

function fullScreenButton({ fullScreen }: SettingsActions): TemplateResult {
  return html`<button class="button" type="button" data-full-screen @click=${fullScreen}>
    ${icon('screen')}${t('settings.full-screen')}
  </button>`;
}

function choice(group: string, text: string, chosen: boolean, choose: () => void, lang?: string): TemplateResult {
  return html`<label class="choice">
    <input type="radio" name=${group} .checked=${chosen} @change=${choose} />
    <span lang=${lang ?? language()}>${icon('check')}${text}</span>
  </label>`;
}

function toggle(
  name: 'sound' | 'keys' | 'signs' | 'predictions',
  on: boolean,
  set: (on: boolean) => void,
): TemplateResult {
  return html`<label class="switch">
    <input
      type="checkbox"
      role="switch"
      data-switch=${name}
      .checked=${on}
      @change=${(event: Event) => set((event.target as HTMLInputElement).checked)}
    />
    <span class="switch-track" aria-hidden="true"></span>
    <span>${t(`settings.${name}-on`)}<small>${t(`settings.${name}-text`)}</small></span>
  </label>`;
}

function eraseButton(actions: SettingsActions, erased: boolean): TemplateResult {
  return html`<div class="erase">
    ${
      erased
        ? html`<p class="erased">${icon('check')}${t('settings.erased')}</p>`
        : html`<button class="button danger" type="button" data-erase @click=${() => actions.ask(true)}>
              ${import.meta.env.PACKAGE ? packageText('erase') : t('settings.erase')}
            </button>
            <small>${import.meta.env.PACKAGE ? packageText('erase-text') : t('settings.erase-text')}</small>`
    }
  </div>`;
}

function question(actions: SettingsActions): TemplateResult {
  return html`<div class="erase asking" role="group" aria-labelledby="erase-sure">
    <p id="erase-sure">${import.meta.env.PACKAGE ? packageText('erase-sure') : t('settings.erase-sure')}</p>
    <button class="button danger" type="button" data-erase-yes @click=${actions.erase}>
      ${t('settings.erase-yes')}
    </button>
    <button class="button" type="button" data-keep @click=${() => actions.ask(false)}>${t('settings.erase-no')}</button>
  </div>`;
}

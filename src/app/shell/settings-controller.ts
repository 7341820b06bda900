import { forgetLanguageOfAddress, t, wantedLanguage } from '../../i18n/index.ts';
import { dropRecord, settings } from '../../progress/index.ts';
import type { SettingsActions, SettingsModel } from '../../screens/pages/settings.ts';
import { applySettings } from './apply-settings.ts';
import { announce } from '../../access/announce.ts';
import { toggleFullScreen } from './presenter.ts';

/** The settings while they are open, and what their controls do. */
export interface SettingsController {
  /** null while they are closed. */
  model(): SettingsModel | null;
  readonly actions: SettingsActions;
  open(): void;
  close(): void;
}

/** Where the focus goes on, after a step of the erasing: to the choice that does no harm. */
const FOCUS: Readonly<Record<string, string>> = {
  offered: '[data-erase]',
  asking: '[data-keep]',
  erased: '[data-close]',
};

/**
 * @param draw shows what has changed
 * @param speak changes the language
 * @param erased everything was erased: nothing of the level on the screen may be kept
 * @param languages those that can be chosen
 */
export function settingsController(
  draw: () => void,
  speak: (tag: string) => void,
  erased: () => void,
  languages: () => SettingsModel['languages'],
): SettingsController {
  let state: SettingsModel['erase'] | 'closed' = 'closed';
  const become = (next: typeof state) => {
    if (next === state) return;
    const before = state;
    state = next;
    draw();
    // The button that had the focus is gone; others have taken its place.
    const nextButton = FOCUS[next];
    if (before !== 'closed' && nextButton) document.querySelector<HTMLElement>(nextButton)?.focus();
  };
  return {
    model: () => (state === 'closed' ? null : { settings: settings.get(), languages: languages(), erase: state }),
    open: () => become('offered'),
    close() {
      state = 'closed';
    },
    actions: {
      change(change) {
        settings.set(change);
        applySettings(settings.get());
        if (typeof change.language === 'string') {
          // What was chosen counts from now on, and no longer what the address asked for.
          forgetLanguageOfAddress();
          speak(change.language);
        }
        draw();
      },
      ask: (asking) => become(asking ? 'asking' : 'offered'),
      erase() {
        dropRecord();
        // The rest takes a moment anyway, and few players ever ask for it.
        // In a package there is nothing else, and the origin belongs to the platform.
        if (!import.meta.env.PACKAGE)
          import('../../progress/device.ts').then(({ eraseAll }) => eraseAll()).catch(reportError);
        applySettings(settings.get());
        speak(wantedLanguage(null));
        erased();
        announce(t('settings.erased'));
        become('erased');
      },
      fullScreen: () => toggleFullScreen(),
      closed: () => become('closed'),
    },
  };
}

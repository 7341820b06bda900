import { setSingleKeys } from '../../access/single-keys.ts';
import type { Settings } from '../../progress/index.ts';
import { setSound } from '../../stage/sound-setting.ts';
import { setMotion } from '../../stage/motion.ts';
import { setTheme } from '../../stage/theme.ts';
import { applyPresenting } from './presenter.ts';

/** Applies the settings everywhere: sound, motion, colours and keys. The language follows when its file has loaded. */
export function applySettings({ sound, motion, theme, singleKeys }: Settings): void {
  setSound(sound);
  setMotion(motion);
  setTheme(theme);
  applyPresenting();
  setSingleKeys(singleKeys);
  document.documentElement.dataset['motion'] = motion;
}

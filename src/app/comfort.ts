import { setLanguage } from '../i18n/index.ts';
import type { Settings } from '../progress/index.ts';
import { setMotion } from '../stage/motion.ts';
import { setSound } from '../stage/sound.ts';

/** Lets the settings take effect everywhere: language, sound, motion. */
export async function applySettings({ language, sound, motion }: Settings): Promise<void> {
  setSound(sound);
  setMotion(motion);
  document.documentElement.dataset['motion'] = motion;
  if (language !== null) await setLanguage(language);
}

import type { Settings } from '../progress/index.ts';
import { setMotion } from '../stage/motion.ts';
import { setSound } from '../stage/sound.ts';

/** Lets the settings take effect everywhere: sound and motion. The language comes later, with its file. */
export function applySettings({ sound, motion }: Settings): void {
  setSound(sound);
  setMotion(motion);
  document.documentElement.dataset['motion'] = motion;
}

/** How much may move: what the system says, all, or as little as possible. */
export type MotionSetting = 'system' | 'full' | 'reduced';

let setting: MotionSetting = 'system';
/** Asked for once: it is looked at in each frame, and knows when the system's setting changes. */
let system: MediaQueryList | null = null;

/** Sets how much may move on all stages, from the settings of the page. */
export function setMotion(next: MotionSetting): void {
  setting = next;
}

/** True when things must not fly about: by the settings of the page, else by those of the system. */
export function reducedMotion(): boolean {
  if (setting !== 'system') return setting === 'reduced';
  system ??= globalThis.matchMedia('(prefers-reduced-motion: reduce)');
  return system.matches;
}

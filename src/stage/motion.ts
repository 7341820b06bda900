/** How much may move: as the system says, everything, or as little as possible. */
export type MotionSetting = 'system' | 'full' | 'reduced';

let setting: MotionSetting = 'system';
/**
 * Caches the system's setting, as it is needed in each frame, and asking the browser takes longer than most of a
 * frame's script.
 */
let system: boolean | null = null;

/** Sets how much may move on all stages, from the settings of the page. */
export function setMotion(next: MotionSetting): void {
  setting = next;
}

/** True when motion should be reduced: by the settings of the page, else by the system's. */
export function reducedMotion(): boolean {
  if (setting !== 'system') return setting === 'reduced';
  system ??= follow(globalThis.matchMedia('(prefers-reduced-motion: reduce)'));
  return system;
}

function follow(query: MediaQueryList): boolean {
  query.addEventListener('change', ({ matches }) => {
    system = matches;
  });
  return query.matches;
}

/** How much may move: what the system says, all, or as little as possible. */
export type MotionSetting = 'system' | 'full' | 'reduced';

let setting: MotionSetting = 'system';
/** What the system says, kept: it is asked for in each frame, and to ask the browser takes longer than most of a frame's script. */
let system: boolean | null = null;

/** Sets how much may move on all stages, from the settings of the page. */
export function setMotion(next: MotionSetting): void {
  setting = next;
}

/** True when things must not fly about: by the settings of the page, else by those of the system. */
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

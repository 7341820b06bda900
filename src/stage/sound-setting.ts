/** Whether sounds are on. Separate from the sounds themselves, which load with the levels. */

let wanted = true;
let gesture = false;

if (typeof document !== 'undefined') {
  const heard = () => {
    gesture = true;
    for (const type of GESTURES) document.removeEventListener(type, heard, true);
  };
  const GESTURES = ['pointerdown', 'keydown', 'touchend'] as const;
  for (const type of GESTURES) document.addEventListener(type, heard, true);
}

/** Turns all sounds on or off. */
export function setSound(on: boolean): void {
  wanted = on;
}

/** True when sounds are on and the player has interacted with the page, before which browsers block sound. */
export function mayBeHeard(): boolean {
  return wanted && gesture;
}

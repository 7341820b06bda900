/** The one voice of the page: everything that is read out, and not found by going there, is said here. */

/** What is said at almost the same time is said in one go, so that one sentence does not cut off another. */
const TOGETHER_MS = 80;

/**
 * How long a text stays in the page. Screen readers take it as it comes; what stayed would be said again when a dialog closes,
 * and be found by a reader who walks through the next screen.
 */
const STAY_MS = 1000;

let region: HTMLElement | null = null;
let pending: string[] = [];
let emptying: ReturnType<typeof setTimeout> | undefined;

/**
 * Brings the element that is listened to where it is heard: while a dialog has the page for itself, only what is in it is.
 *
 * @returns true when it had to move
 */
function moveVoice(): boolean {
  region ??= document.querySelector<HTMLElement>('[data-news]');
  const place = [...document.querySelectorAll('dialog:modal')].at(-1) ?? document.body;
  if (!region || region.parentElement === place) return false;
  region.textContent = '';
  place.append(region);
  return true;
}

function speak(): void {
  // A place that comes with its text is not heard.
  if (moveVoice()) {
    setTimeout(speak, TOGETHER_MS);
    return;
  }
  if (region) region.textContent = pending.join(' ');
  pending = [];
  emptying = setTimeout(() => {
    if (region) region.textContent = '';
  }, STAY_MS);
}

/** Reads a text out, politely: after what is being read now. */
export function announce(text: string): void {
  if (pending.length === 0) {
    clearTimeout(emptying);
    moveVoice();
    // The same text twice is news twice.
    if (region) region.textContent = '';
    setTimeout(speak, TOGETHER_MS);
  }
  // Two parts of the page that say the same mean the same.
  if (!pending.includes(text)) pending.push(text);
}

/** The one voice of the page: everything that is read out, and not found by going there, is said here. */

/** What is said at almost the same time is said in one go, so that one sentence does not cut off another. */
const TOGETHER_MS = 80;

/** How long news waits for the heading of a new screen: heard at the same time, the news would be all that is heard. */
const HEADING_MS = 700;

/**
 * How long a text stays in the page. Screen readers take it as it comes; what stayed would be found by a reader who walks
 * through the next screen.
 */
const STAY_MS = 2500;

let region: HTMLElement | null = null;
let pending: string[] = [];
let emptying: ReturnType<typeof setTimeout> | undefined;
let headingUntil = 0;

function empty(): void {
  clearTimeout(emptying);
  if (region) region.textContent = '';
}

/** The element that is listened to. */
function voice(): HTMLElement | null {
  if (region) return region;
  region = document.querySelector<HTMLElement>('[data-news]');
  // What is left in it when a dialog opens or closes would be said again.
  for (const type of ['beforetoggle', 'close']) {
    document.addEventListener(type, ({ target }) => target instanceof HTMLDialogElement && empty(), { capture: true });
  }
  return region;
}

/**
 * Brings the voice where it is heard: while a dialog has the page for itself, only what is in it is.
 *
 * @returns true when it had to move
 */
function moveVoice(): boolean {
  const element = voice();
  const place = [...document.querySelectorAll('dialog:modal')].at(-1) ?? document.body;
  if (!element || element.parentElement === place) return false;
  empty();
  place.append(element);
  return true;
}

function speak(): void {
  const wait = headingUntil - performance.now();
  // A place that comes with its text is not heard.
  if (moveVoice() || wait > 0) {
    setTimeout(speak, Math.max(TOGETHER_MS, wait));
    return;
  }
  if (region) region.textContent = pending.join(' ');
  pending = [];
  emptying = setTimeout(empty, STAY_MS);
}

/** Reads a text out, politely: after what is being read now. */
export function announce(text: string): void {
  if (pending.length === 0) {
    moveVoice();
    // The same text twice is news twice.
    empty();
    setTimeout(speak, TOGETHER_MS);
  }
  // Two parts of the page that say the same mean the same.
  if (!pending.includes(text)) pending.push(text);
}

/** Lets the heading that gets the focus now be heard before any news. What was said on the screen before is gone. */
export function hearHeadingFirst(): void {
  empty();
  const wait = () => (headingUntil = performance.now() + HEADING_MS);
  wait();
  // A new screen may keep the browser busy, and the focus is heard after that.
  requestAnimationFrame(wait);
}

/** The only live region of the page. It announces whatever a screen reader would not come across by moving there. */

/** Messages within this time are announced together, so that one does not cut off another. */
const TOGETHER_MS = 80;

/** How long messages wait for the heading of a new screen: announced at the same time, they would drown it out. */
const HEADING_MS = 700;

/**
 * How long a text stays in the page. Screen readers announce it at once; if it stayed, people who read through the next
 * screen would find it.
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

/** Returns the live region. */
function voice(): HTMLElement | null {
  if (region) return region;
  region = document.querySelector<HTMLElement>('[data-news]');
  // A text left in it would be announced again when a dialog opens or closes.
  for (const type of ['beforetoggle', 'close']) {
    document.addEventListener(type, ({ target }) => target instanceof HTMLDialogElement && empty(), { capture: true });
  }
  return region;
}

/**
 * Moves the live region into the open modal dialog, as screen readers hear nothing outside it.
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
  // A region that is inserted together with its text is not announced.
  if (moveVoice() || wait > 0) {
    setTimeout(speak, Math.max(TOGETHER_MS, wait));
    return;
  }
  if (region) region.textContent = pending.join(' ');
  pending = [];
  emptying = setTimeout(empty, STAY_MS);
}

/** Announces a text politely: after whatever is being read now. */
export function announce(text: string): void {
  if (pending.length === 0) {
    moveVoice();
    // A text must change to be announced twice.
    empty();
    setTimeout(speak, TOGETHER_MS);
  }
  // When two parts of the page announce the same text, once is enough.
  if (!pending.includes(text)) pending.push(text);
}

/** Lets screen readers read the newly focused heading before any message. Drops messages of the previous screen. */
export function hearHeadingFirst(): void {
  empty();
  const wait = () => (headingUntil = performance.now() + HEADING_MS);
  wait();
  // A new screen may keep the browser busy, which delays the reading of the heading.
  requestAnimationFrame(wait);
}

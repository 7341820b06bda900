/** The one voice of the page: everything that is read out, and not found by going there, is said here. */

/** What is said at almost the same time is said in one go, so that one sentence does not cut off another. */
const TOGETHER_MS = 80;

let region: HTMLElement | null = null;
let pending: string[] = [];

/** The element that is listened to. While a dialog has the page for itself, only what is in it is heard. */
function voice(): HTMLElement | null {
  region ??= document.querySelector<HTMLElement>('[data-news]');
  const place = [...document.querySelectorAll('dialog:modal')].at(-1) ?? document.body;
  if (region && region.parentElement !== place) {
    region.textContent = '';
    place.append(region);
  }
  return region;
}

function speak(): void {
  const text = pending.join(' ');
  pending = [];
  const place = voice();
  // The same text twice is news twice.
  if (place) place.textContent = place.textContent === text ? `${text}\u00a0` : text;
}

/** Reads a text out, politely: after what is being read now. */
export function announce(text: string): void {
  if (pending.length === 0) {
    // In its place before it speaks: a place that comes with its text is not heard.
    voice();
    setTimeout(speak, TOGETHER_MS);
  }
  // Two parts of the page that say the same mean the same.
  if (!pending.includes(text)) pending.push(text);
}

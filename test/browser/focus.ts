import type { Page } from '@playwright/test';

/** The focused element, and problems with its visibility. */
export interface Focus {
  /** Describes the focused element in one line; null when nothing has the focus. */
  readonly on: string | null;
  /** True when it had the focus before, since the walk began. */
  readonly again: boolean;
  /** True when it is the element that the walk is looking for. */
  readonly there: boolean;
  readonly faults: readonly string[];
}

/**
 * Checks the focused element: whether it has a ring, whether the whole ring is visible, and whether something covers it
 * (WCAG 2.4.7 and 2.4.11).
 * @param wanted a selector of what is looked for
 */
export async function lookAtFocus(page: Page, wanted = 'html'): Promise<Focus> {
  return page.evaluate(async (selector) => {
    // Waits for fades, so that the final state is checked.
    const moving = document.getAnimations().filter(({ effect, playState }) => {
      return playState === 'running' && Number(effect?.getComputedTiming().endTime) < 2000;
    });
    await Promise.allSettled(moving.map(({ finished }) => finished));
    const active = document.activeElement;
    if (!active || active === document.body) return { on: null, again: false, there: false, faults: [] };
    const again = active.hasAttribute('data-walked');
    active.setAttribute('data-walked', '');
    const there = active.matches(selector);
    const on = active.outerHTML.replace(' data-walked=""', '').replaceAll(/\s+/g, ' ').slice(0, 140);
    const faults: string[] = [];
    const seen = { on, again, there, faults };

    // An invisible radio button is represented by the element beside it.
    const drawn = getComputedStyle(active).opacity !== '0';
    const shown = drawn ? active : active.nextElementSibling;
    if (!shown) return { ...seen, faults: ['is shown by nothing'] };
    // A link that fills its sheet has its ring around the sheet, and a radio button that fills its label around the label.
    const sheets = [shown.closest('article'), drawn ? null : active.closest('label')];
    const ringed = [shown, ...sheets.flatMap((element) => element ?? [])].find((element) => {
      const { outlineStyle, outlineWidth } = getComputedStyle(element);
      return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2;
    });
    if (!ringed) return { ...seen, faults: ['has no ring'] };

    const { outlineOffset, outlineWidth } = getComputedStyle(ringed);
    const out = Math.max(0, Number.parseFloat(outlineOffset) + Number.parseFloat(outlineWidth));
    const box = ringed.getBoundingClientRect();
    const ring = { left: box.left - out, top: box.top - out, right: box.right + out, bottom: box.bottom + out };
    const within = (name: string, left: number, top: number, right: number, bottom: number) => {
      // An element larger than its window is read by scrolling.
      const cut = [
        ...(box.width + 2 * out > right - left + 1 ? [] : [left - ring.left, ring.right - right]),
        ...(box.height + 2 * out > bottom - top + 1 ? [] : [top - ring.top, ring.bottom - bottom]),
      ];
      const most = Math.max(0, ...cut);
      if (most > 1)
        faults.push(`${String(Math.round(most))} of its ring's ${String(out)} pixels are cut off by ${name}`);
    };
    within('the window', 0, 0, innerWidth, innerHeight);
    for (let around = ringed.parentElement; around && around !== document.body; around = around.parentElement) {
      const { overflowX, overflowY, position } = getComputedStyle(around);
      if (overflowX !== 'visible' || overflowY !== 'visible') {
        const { left, top } = around.getBoundingClientRect();
        const x = left + around.clientLeft;
        const y = top + around.clientTop;
        within(around.className || around.tagName, x, y, x + around.clientWidth, y + around.clientHeight);
      }
      if (position === 'fixed') break;
    }

    // The desk's own buttons let the pointer through to the canvas.
    if (active.closest('.twin')) return seen;
    const { left, top, right, bottom } = shown.getBoundingClientRect();
    const mine = (above: Element | null) =>
      above !== null &&
      (shown.contains(above) || above.contains(shown) || above === active || above.closest('label')?.contains(active));
    // Somewhat inside its edges, so that round corners do not count.
    const covered = [0.12, 0.5, 0.88].flatMap((across) =>
      [0.2, 0.5, 0.8].flatMap((down) => {
        const above = document.elementFromPoint(left + (right - left) * across, top + (bottom - top) * down);
        return mine(above) ? [] : [above?.outerHTML.slice(0, 100) ?? 'what is outside the window'];
      }),
    );
    const inside = getComputedStyle(shown).display !== 'inline';
    const large = right - left > innerWidth || bottom - top > innerHeight / 2;
    if (inside && !large && covered[0] !== undefined) faults.push(`lies under ${covered[0]}`);
    return seen;
  }, wanted);
}

/**
 * Presses Tab through all stops of the page, or of the top dialog, once around to where the focus was.
 *
 * @returns the problems: a stop whose focus is not visible, or an element that is never reached
 */
export async function walkFocus(page: Page): Promise<string[]> {
  const found: string[] = [];
  await page.evaluate(() => document.activeElement?.setAttribute('data-walk-start', ''));
  // At most twice around: a walk begins in the middle, and ends where it has been.
  for (let stop = 0, ends = 0; stop < 200 && ends < 2; stop += 1) {
    await page.keyboard.press('Tab');
    const { on, again, faults } = await lookAtFocus(page);
    if (on === null) ends += 1;
    else if (again) break;
    else found.push(...faults.map((fault) => `${on} ${fault}`));
  }
  const missed = await page.evaluate(() => {
    const top = [...document.querySelectorAll('dialog[open]')].at(-1) ?? document;
    const all = top.querySelectorAll<HTMLElement>('a[href], button, input, select, textarea, summary');
    const names = [...all].flatMap((element) => {
      if (element.hasAttribute('data-walked') || element.tabIndex < 0 || element.closest('[inert]')) return [];
      if (!element.checkVisibility({ visibilityProperty: true }) || element.matches(':disabled')) return [];
      // Of a group of radio buttons only one is a stop.
      if (element instanceof HTMLInputElement && element.type === 'radio') return [];
      return [`${element.outerHTML.replaceAll(/\s+/g, ' ').slice(0, 140)} is never reached by Tab`];
    });
    for (const element of document.querySelectorAll('[data-walked]')) element.removeAttribute('data-walked');
    const start = document.querySelector<HTMLElement>('[data-walk-start]');
    start?.removeAttribute('data-walk-start');
    start?.focus({ preventScroll: true });
    return names;
  });
  return [...found, ...missed];
}

import type { BrowserContext, CDPSession } from '@playwright/test';

/** Where the pointer presses, and where it lets go: the same place for a click. In CSS pixels. */
interface Gesture {
  readonly from: { readonly x: number; readonly y: number };
  readonly to: { readonly x: number; readonly y: number };
}

/** When the page was ready for each gesture, and when the last one had its effect: milliseconds since the request. */
export interface Reached {
  readonly ready: readonly number[];
  readonly dragged: number;
}

/**
 * Lets each page of a context look for what a player wants to click, and for the first card and its field. The page
 * looks once a frame, because Playwright's own actions compile their scripts in the page, which takes a slow processor
 * half a second that no player waits for.
 * @param buttons selectors of what is clicked on the way to the desk, in order
 */
export async function lookInPages(context: BrowserContext, buttons: readonly string[]): Promise<void> {
  await context.addInitScript((selectors: readonly string[]) => {
    const ready: number[] = [];
    const left = [...selectors];
    let asked = false;
    let before = '';
    const middle = (element: Element) => {
      const box = element.getBoundingClientRect();
      return { x: Math.round(box.x + box.width / 2), y: Math.round(box.y + box.height / 2) };
    };
    const tell = (message: unknown) =>
      (Reflect.get(globalThis, 'gesture') as (text: string) => void)(JSON.stringify(message));
    // What moves from one frame to the next cannot be clicked yet.
    const ask = (gesture: { readonly from: ReturnType<typeof middle>; readonly to: ReturnType<typeof middle> }) => {
      const now = JSON.stringify(gesture);
      const still = now === before;
      before = now;
      if (!still) return;
      asked = true;
      ready.push(performance.now());
      tell(gesture);
    };
    const lookForButton = (selector: string) => {
      const button = document.querySelector(selector);
      if (!button) return;
      const at = middle(button);
      if (!button.contains(document.elementFromPoint(at.x, at.y))) return;
      ask({ from: at, to: at });
      if (!asked) return;
      const clicked = () => {
        left.shift();
        asked = false;
      };
      button.addEventListener('click', clicked, { capture: true, once: true });
    };
    const lookForCard = () => {
      const card = document.querySelector('.twin-card');
      const field = document.querySelector('[data-tray="to"]');
      if (!card || !field || card.getBoundingClientRect().width === 0) return;
      ask({ from: middle(card), to: middle(field) });
    };
    const look = () => {
      if (document.querySelector('.twin-card[data-field="to"]')) {
        tell({ ready, dragged: performance.now() });
        return;
      }
      requestAnimationFrame(look);
      if (asked) return;
      const [button] = left;
      if (button === undefined) lookForCard();
      else lookForButton(button);
    };
    requestAnimationFrame(look);
  }, buttons);
}

/** Makes the gestures that the page asks for, as real input, as soon as it is ready for each. */
export async function playToFirstCard(devtools: CDPSession, url: string): Promise<Reached> {
  const pointer = (type: string, { x, y }: Gesture['from'], buttons: number) =>
    devtools.send('Input.dispatchMouseEvent', {
      type: type as 'mouseMoved',
      x,
      y,
      buttons,
      button: type === 'mouseMoved' && buttons === 0 ? 'none' : 'left',
      clickCount: 1,
    });
  const make = async ({ from, to }: Gesture) => {
    await pointer('mouseMoved', from, 0);
    await pointer('mousePressed', from, 1);
    if (from.x !== to.x || from.y !== to.y) {
      await pointer('mouseMoved', { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 }, 1);
      await pointer('mouseMoved', to, 1);
    }
    await pointer('mouseReleased', to, 0);
  };
  await devtools.send('Runtime.enable');
  await devtools.send('Runtime.addBinding', { name: 'gesture' });
  return new Promise((resolve, reject) => {
    devtools.on('Runtime.bindingCalled', ({ payload }) => {
      const message = JSON.parse(payload) as Gesture | Reached;
      if ('dragged' in message) resolve(message);
      else make(message).catch(reject);
    });
    devtools.send('Page.navigate', { url }).catch(reject);
  });
}

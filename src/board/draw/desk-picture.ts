import { reducedMotion } from '../../stage/motion.ts';
import { charactersOf } from '../../i18n/index.ts';
import { fontsReady } from '../../stage/fonts.ts';
import { readPalette } from '../../stage/palette.ts';
import { Phaser } from '../../stage/phaser.ts';
import type { Stage } from '../../stage/stage.ts';
import { createCards, type Cards } from './cards.ts';
import { startFlight, type Flight } from './send-animation.ts';
import { createTrays, type Trays } from './trays.ts';
import type { View } from '../view.ts';

/** The picture of the desk. It is drawn when something changes or moves; otherwise the game sleeps. */
export interface Picture {
  /** @param still without a way there: after a new size or language */
  show(view: View, still?: boolean): void;
  /** Animates the letter; resolves when it has left. */
  fly(): Promise<void>;
  /** Returns the letter. */
  land(): void;
  close(): void;
}

/** The drawing may be late or the tab hidden, so nobody waits longer than this for a letter. */
const LONGEST_FLIGHT_MS = 4000;

class DeskScene extends Phaser.Scene {
  readonly #frame: () => void;

  constructor(frame: () => void) {
    super({});
    this.#frame = frame;
  }

  override update(): void {
    this.#frame();
  }
}

/** Every character that may be drawn, so that the right parts of the fonts are fetched. */
function charactersIn({ words, desk, placement }: View): string {
  const cards = [...words.cards.values()].flatMap(({ name, address, people, about }) => [name, address, people, about]);
  const trays = desk.fields.flatMap((field) => {
    const { name, why, people, digit } = words.tray(field, placement);
    return [name, why, people, digit];
  });
  const all = [
    charactersOf('board', 'count', 'mark'),
    words.subject,
    words.body,
    words.from,
    words.thread?.kind,
    words.thread?.below,
    ...cards,
    ...trays,
  ].join('');
  return [...new Set(all)].join('');
}

export function openPicture(stage: Stage): Picture {
  let sampled: { readonly view: View; readonly sample: string } | null = null;
  /** The characters of a view, which stay the same while only the pointer moves. */
  const sampleOf = (view: View) => {
    const same =
      sampled?.view.words === view.words &&
      sampled.view.desk === view.desk &&
      sampled.view.placement === view.placement;
    if (!sampled || !same) sampled = { view, sample: charactersIn(view) };
    return sampled.sample;
  };
  let closed = false;
  let latest: View | null = null;
  let parts: {
    readonly cards: Cards;
    readonly trays: Trays;
    readonly frame: Phaser.GameObjects.Rectangle;
  } | null = null;
  let flight: Flight | null = null;
  let gone: (() => void) | null = null;
  let last = 0;
  let awake = false;
  let fonts = '';
  /** What the next frame must draw; null if nothing has changed. */
  let due: { readonly still: boolean } | null = null;

  const scene = new DeskScene(() => frame());

  const wake = () => {
    if (awake) return;
    awake = true;
    last = performance.now();
    // Waking runs a step at once, which must not happen in the middle of a change.
    requestAnimationFrame(() => {
      if (awake) stage.game.loop.wake();
    });
  };

  const draw = (still: boolean) => {
    due = null;
    if (!parts || !latest) return;
    const palette = readPalette();
    if (parts.trays.show(latest, palette, still)) due = { still: false };
    parts.cards.show(latest, palette, still || reducedMotion());
    const { frame: marquee } = latest;
    parts.frame.setVisible(marquee !== null);
    if (marquee) {
      const ink = Phaser.Display.Color.HexStringToColor(palette.ink).color;
      parts.frame.setPosition(marquee.x, marquee.y).setSize(marquee.width, marquee.height);
      parts.frame.setFillStyle(ink, 0.08).setStrokeStyle(1.5, ink, 0.8);
    }
    wake();
  };

  /** Draws with the next frame, because the pointer moves several times between two frames. */
  const drawSoon = (still: boolean) => {
    due = { still: still || due?.still === true };
    wake();
  };

  const endFlight = () => {
    gone?.();
    gone = null;
  };

  const frame = () => {
    if (!parts || closed) return;
    if (due && !flight) draw(due.still);
    const now = performance.now();
    // A long frame may skip part of the way, but not all of it.
    const passed = Math.min(250, now - last);
    last = now;
    let moving = false;
    if (flight) {
      moving = flight.step(passed);
      if (!moving) endFlight();
      if (flight.landed) {
        flight.destroy();
        flight = null;
        draw(true);
      }
    } else {
      moving = parts.cards.step(passed / 1000);
    }
    // A desk on which nothing moves costs nothing. This frame is still drawn.
    if (!moving && !due && awake) {
      awake = false;
      stage.game.loop.sleep();
    }
  };

  const letter = () => {
    if (!parts || !latest) return [];
    const { cards } = latest.layout;
    const sent = new Set([...cards].flatMap(([contact, { field }]) => (field === 'none' ? [] : [contact])));
    return [...parts.trays.letter(), ...parts.cards.images(sent)];
  };

  const takeOff = (): Flight | null => {
    if (!latest) return null;
    const { layout, words } = latest;
    const parcel = { letter: letter(), sheet: layout.sheet, desk: stage.size(), words, mails: words.mails };
    return startFlight(scene, readPalette(), parcel);
  };

  const redraw = () => {
    if (!closed) draw(true);
  };

  const start = async () => {
    await Promise.all([stage.show(scene), latest && fontsReady((fonts = sampleOf(latest)), redraw)]);
    if (closed) return;
    stage.game.canvas.setAttribute('aria-hidden', 'true');
    const trays = createTrays(scene);
    const cards = createCards(scene);
    const marquee = scene.add.rectangle(0, 0, 1, 1).setOrigin(0, 0).setDepth(1500);
    parts = { cards, trays, frame: marquee.setVisible(false) };
    last = performance.now();
    draw(true);
  };
  // The first view arrives in the same task, and says which letters the fonts need.
  void Promise.resolve().then(start);

  return {
    show(view, still = false) {
      latest = view;
      const sample = sampleOf(view);
      if (parts && sample !== fonts) {
        fonts = sample;
        void fontsReady(sample, redraw).then(redraw);
      }
      if (!flight) {
        drawSoon(still);
        return;
      }
      // A flying letter keeps its textures. It is redrawn when it has landed.
      if (!still) return;
      flight.destroy();
      flight = null;
      draw(true);
      if (view.away) {
        flight = takeOff();
        flight?.skip();
      }
      endFlight();
    },
    fly() {
      if (flight || !parts) return Promise.resolve();
      // Cards that are still moving come to rest first.
      draw(true);
      flight = takeOff();
      if (!flight) return Promise.resolve();
      if (reducedMotion()) flight.skip();
      wake();
      if (reducedMotion()) return Promise.resolve();
      return new Promise((resolve) => {
        const late = setTimeout(() => {
          flight?.skip();
          endFlight();
        }, LONGEST_FLIGHT_MS);
        gone = () => {
          clearTimeout(late);
          resolve();
        };
      });
    },
    land() {
      endFlight();
      flight?.turnBack();
      if (reducedMotion()) flight?.skip();
      wake();
    },
    close() {
      closed = true;
      endFlight();
      flight?.destroy();
      parts?.trays.destroy();
      parts?.cards.destroy();
      parts?.frame.destroy();
      awake = false;
      stage.game.loop.sleep();
    },
  };
}

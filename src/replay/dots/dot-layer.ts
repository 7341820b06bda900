import type { ContactId } from '../../engine/index.ts';
import { readPalette, type Palette } from '../../stage/palette.ts';
import type { Stage } from '../../stage/stage.ts';
import { dotRendererOf } from './dot-renderer.ts';
import { affordable, allot, watchFrames, type Drawn } from './dot-budget.ts';
import {
  crowdOf,
  dotAt,
  dotOf,
  dotsWithin,
  personOf,
  placeOf,
  swiftnessOf,
  turnOf,
  WETTING,
  type Crowd,
  type Point,
} from './crowd.ts';
import { DRY, frontOf, type Front } from './ink-front.ts';
import { lookOf } from './dot-look.ts';
import { MOST_ON_CANVAS } from './canvas-dots.ts';
import type { CrowdPlace } from './crowd-place.ts';
import type { DotColours, DotPainter, ShownCrowd } from './dot-painter.ts';

export type { CrowdPlace } from './crowd-place.ts';

export interface Neighbour extends Point {
  readonly person: number;
  readonly wet: number;
}

/** The dots of all crowds on the table, on a canvas of their own below Phaser's. */
export interface DotLayer {
  /** Places the crowds, in the current colours. Call it again after a resize or a change of theme. */
  lay(places: readonly CrowdPlace[], palette: Palette): void;
  /** @param share of the crowd that was seen so far, from 0 to 1 */
  setInk(contact: ContactId, share: number): void;
  /**
   * Paints the dots. While they move, it skips frames in which the change would be invisible.
   * @param time seconds of play; the picture depends on it and on the ink alone
   * @param moving false while the replay is paused, which gives a slow machine time to draw more people
   * @returns false when nothing has changed visibly since the last painting
   */
  paint(time: number, moving: boolean): boolean;
  /** Returns the person, counted from 0, whose dot is nearest to a place on the table, at the time painted last. */
  personAt(contact: ContactId, x: number, y: number): number;
  /** Returns where a person is on the table; if not drawn, the position of the dot that includes this person. */
  positionOf(contact: ContactId, person: number): Point | null;
  /**
   * Returns everyone near a place on the table, relative to it, and how far the ink is with each: below 0 not yet, then
   * up to 1.
   */
  around(contact: ContactId, x: number, y: number, radius: number): readonly Neighbour[];
  /** Returns the distance between neighbouring dots. */
  pitchOf(contact: ContactId): number;
  drawn(): Drawn;
  /** Copies the current dots to another canvas of the table's size, for the exported picture. */
  copyTo(context: CanvasRenderingContext2D): void;
  close(): void;
}

export interface DotOptions {
  /** The most dots to draw on any machine. Without it, the machine is measured. */
  readonly dots?: number;
  /** Called when the number of dots has changed. */
  onDrawn?(drawn: Drawn): void;
}

interface Laid extends CrowdPlace {
  crowd: Crowd;
  swiftness: number;
  front: Front;
  share: number;
}

/** With fewer people than this, nothing needs to be measured. */
const FEW = 5000;
/** The number of dots in the measurement. */
const PROBE = 50_000;
/** A gap of this many milliseconds is a pause and not a slow frame. */
const PAUSE = 2000;
/** A shorter movement, in CSS pixels, is invisible. */
const SEEN = 0.3;
/** After this many milliseconds without a change the picture rests. */
const REST = 300;

function coloursOf({ hidden, seen, sky, paper }: Palette): DotColours {
  return { plain: hidden, seen, paper: sky, pupil: paper };
}

/** Opens the layer below the stage's canvas. */
export function openDotLayer(stage: Stage, options: DotOptions = {}): DotLayer {
  const renderer = dotRendererOf(stage);
  let colours = coloursOf(readPalette());
  const watch = watchFrames();
  let laid: Laid[] = [];
  let painter: DotPainter | null = null;
  let last = { time: 0, at: 0, moving: false };
  let told: Drawn = { dots: 0, people: 0 };
  let resting: ReturnType<typeof setTimeout> | undefined;
  let slower = Infinity;
  /** The dots were laid out again, or ink was added, since the last painting. */
  let stale = true;
  /** Frames have passed without painting. */
  let idle = false;
  /** What the current number of dots was chosen for; null when it must be chosen again. */
  let settled: 'moving' | 'resting' | null = null;

  const find = (contact: ContactId) => laid.find((each) => each.contact === contact);

  const drawn = (): Drawn => ({
    dots: laid.reduce((sum, { crowd }) => sum + crowd.dots, 0),
    people: laid.reduce((sum, { people }) => sum + people, 0),
  });

  const crowd = (most: number) => {
    const dots = allot(
      laid.map(({ people }) => people),
      most,
    );
    for (const [index, each] of laid.entries()) {
      const count = dots[index] ?? each.people;
      if (each.crowd.dots === count) continue;
      each.crowd = crowdOf(each.contact, each.people, count, each, each.origin);
      each.front = frontOf(each.crowd);
      each.swiftness = swiftnessOf(each.crowd);
    }
  };

  const draw = () => {
    const ratio = renderer.ratio();
    painter?.paint(
      laid.map(({ crowd: one, front, share, left, top }): ShownCrowd => ({
        crowd: one,
        left,
        top,
        front: front(share),
        look: lookOf(one, one.wind > 0, ratio, share * one.dots),
      })),
      colours,
      last.time,
    );
  };

  /**
   * Measures by drawing a few dots and then many. Each is timed the second time, as the first is slow for other
   * reasons.
   */
  const measure = (on: DotPainter) => {
    const timeOf = (dots: number) => {
      crowd(dots);
      let milliseconds = 0;
      for (let run = 0; run < 2; run++) {
        const start = performance.now();
        draw();
        on.finish();
        milliseconds = performance.now() - start;
      }
      return milliseconds;
    };
    const bare = timeOf(1);
    return { bare, each: Math.max(0, timeOf(PROBE) - bare) / PROBE };
  };

  const limit = (on: DotPainter, moving: boolean): number => {
    if (options.dots !== undefined) return options.dots;
    if (on.kind === 'canvas') return MOST_ON_CANVAS;
    if (laid.reduce((sum, { people }) => sum + people, 0) <= FEW) return Infinity;
    const speed = (renderer.speed ??= measure(on));
    return moving ? Math.min(slower, affordable(speed, true)) : affordable(speed, false);
  };

  /** Returns as many dots as there is time for. */
  const settle = (moving: boolean) => {
    settled = moving ? 'moving' : 'resting';
    if (laid.length === 0) return;
    painter = renderer.take();
    if (painter) crowd(limit(painter, moving));
    // The measurement may call for a lower resolution.
    painter = renderer.take();
    const now = drawn();
    if (now.dots === told.dots && now.people === told.people) return;
    told = now;
    options.onDrawn?.(now);
  };

  const rest = () => {
    settle(false);
    draw();
  };

  const watchFrame = (passed: number) => {
    if (!last.moving || passed > PAUSE || options.dots !== undefined || painter?.kind !== 'webgl') return;
    const next = watch.frame(told.dots, passed);
    if (next >= told.dots) return;
    slower = next;
    settled = null;
  };

  /** By then some dots will have moved visibly. */
  const haveMoved = (time: number) => {
    const passed = Math.abs(time - last.time);
    return laid.some(({ swiftness }) => passed * swiftness >= SEEN);
  };

  renderer.changed = () => {
    settle(last.moving);
    draw();
  };

  return {
    lay(places, palette) {
      colours = coloursOf(palette);
      laid = places.map((place) => {
        const one = crowdOf(place.contact, place.people, 1, place, place.origin);
        return { ...place, crowd: one, swiftness: swiftnessOf(one), front: frontOf(one), share: 0 };
      });
      stale = true;
      settle(true);
    },
    setInk(contact, share) {
      const found = find(contact);
      if (!found || found.share === share) return;
      found.share = share;
      stale = true;
    },
    paint(time, moving) {
      if (moving && !stale && !haveMoved(time)) {
        idle = true;
        return false;
      }
      const now = performance.now();
      if (moving && !idle) watchFrame(now - last.at);
      stale = idle = false;
      last = { time, at: now, moving };
      clearTimeout(resting);
      if (!moving) resting = setTimeout(rest, REST);
      if (settled !== 'moving') settle(true);
      draw();
      return true;
    },
    personAt(contact, x, y) {
      const found = find(contact);
      if (!found) return 0;
      return personOf(found.crowd, dotAt(found.crowd, { x: x - found.left, y: y - found.top }, last.time));
    },
    positionOf(contact, person) {
      const found = find(contact);
      if (!found) return null;
      const { x, y } = placeOf(found.crowd, dotOf(found.crowd, person), last.time);
      return { x: found.left + x, y: found.top + y };
    },
    around(contact, x, y, radius) {
      const found = find(contact);
      const near: Neighbour[] = [];
      if (!found) return near;
      const { crowd: one, left, top } = found;
      const front = found.front(found.share);
      dotsWithin(one, { x: x - left, y: y - top }, radius, last.time, (dot, place) => {
        const turn = front === DRY ? Infinity : turnOf(one, dot);
        const wet = turn <= front ? Math.min(1, (front - turn) / WETTING) : -1;
        near.push({ x: place.x + left - x, y: place.y + top - y, person: personOf(one, dot), wet });
      });
      return near;
    },
    pitchOf: (contact) => find(contact)?.crowd.pitch ?? 0,
    drawn,
    copyTo(context) {
      draw();
      const { width, height } = stage.size();
      // At once, because a browser clears a WebGL canvas after showing it.
      if (painter && laid.length > 0) context.drawImage(painter.canvas, 0, 0, width, height);
    },
    close() {
      clearTimeout(resting);
      renderer.leave();
      painter = null;
      laid = [];
    },
  };
}

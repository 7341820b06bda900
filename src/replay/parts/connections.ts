import type { Exposure } from '../../engine/index.ts';
import { t } from '../../i18n/index.ts';
import { ease } from '../../stage/ease.ts';
import { overlapArea, type Seat, type Spot } from '../layout/seat.ts';
import { DEPTH, type TextureCache } from '../draw/texture-cache.ts';
import { tagTexture } from '../draw/name-label.ts';
import { drawSign } from '../draw/icons.ts';
import { drawConnection, type Connection } from '../draw/connection.ts';
import { inkStrength, poolStrength } from '../timeline/highlight.ts';
import type { Pool } from '../timeline/beat-exposures.ts';
import { cuesOf, type Part, type PartInput } from './part.ts';

/** Draws the disclosures between people: a thread with an eye for each, or one pool when there are too many. */
export function inkParts(input: PartInput): Part[] {
  const { cache, timeline, layout } = input;
  const size = Math.max(17, Math.min(28, layout.measure.stamp * 0.24));
  const taken: Spot[] = [...layout.seats.values()].flatMap(({ stamp, inbox, letter, label }) => [
    stamp,
    inbox,
    letter,
    label,
  ]);
  const threads = cuesOf(timeline, 'thread').flatMap(({ index, cue }) => {
    const viewer = layout.seats.get(cue.exposure.viewer);
    const subject = layout.seats.get(cue.exposure.subject);
    if (!viewer || !subject) return [];
    const thread = drawConnection(cache, anchor(viewer), anchor(subject), cue.hidden, 'seen');
    const spot = eyeSpot(thread, size, taken);
    taken.push(spot);
    return [threadPart(cache, index, cue, thread, spot)];
  });
  const pools = cuesOf(timeline, 'pool').map(({ index, cue }) =>
    poolPart(input, index, cue.beat, cue.pool, cue.hidden),
  );
  return [...threads, ...pools];
}

/** A stamp and the words below it; threads begin and end outside both. */
function anchor({ stamp, label }: Seat): Spot {
  const top = stamp.y - stamp.height / 2;
  const bottom = label.y + label.height / 2;
  return { x: stamp.x, y: (top + bottom) / 2, width: stamp.width, height: bottom - top };
}

/** The points of a thread where its eye can be, from the middle outwards: parts of its length. */
const EYE_PLACES = Array.from({ length: 17 }, (_, step) => 0.5 + Math.ceil(step / 2) * (step % 2 === 0 ? 0.04 : -0.04));

/** Finds the point on a thread where its eye covers least, near the middle if possible. */
function eyeSpot(thread: Connection, size: number, taken: readonly Spot[]): Spot {
  const spots = EYE_PLACES.map((share) => ({
    ...thread.at(share),
    width: size,
    height: size,
  }));
  const covers = spots.map((spot) => taken.reduce((sum, other) => sum + overlapArea(spot, other), 0));
  const least = covers.indexOf(Math.min(...covers));
  return spots[least] ?? { ...thread.at(0.5), width: size, height: size };
}

function eyeTexture(cache: TextureCache, size: number): string {
  return cache.texture(`eye-${String(Math.round(size))}`, size, size, (context) => {
    drawSign(context, 'open-eye', size, cache.palette);
  });
}

function threadPart(
  cache: TextureCache,
  index: number,
  { beat, exposure }: { readonly beat: number; readonly exposure: Exposure },
  thread: Connection,
  spot: Spot,
): Part {
  const eye = cache.image(eyeTexture(cache, spot.width), DEPTH.sign).setPosition(spot.x, spot.y);
  return {
    cues: [index],
    minds: 'light',
    paint([progress = 0], light) {
      const grown = ease.inOutCubic(progress);
      const strength = inkStrength(light, beat, exposure);
      thread.paint(grown, strength);
      const open = Math.min(1, Math.max(0, (grown - 0.45) / 0.4));
      eye
        .setVisible(open > 0)
        .setAlpha(Math.max(0.4, strength))
        .setScale(Math.max(0.01, ease.outBack(open)) / cache.scale);
      return true;
    },
  };
}

/** All threads run into one pool of ink: everyone in it sees everyone in it. */
function poolPart(input: PartInput, index: number, beat: number, pool: Pool, hidden: ReadonlySet<string>): Part {
  const { cache, layout, level } = input;
  const { pool: spot, measure } = layout;
  const reach = spot.width;
  const all = [...new Set([...pool.viewers, ...pool.subjects])];
  const threads = all.flatMap((id) => {
    const seat = layout.seats.get(id);
    return seat ? [drawConnection(cache, anchor(seat), spot, hidden.has(id), 'seen', 2)] : [];
  });
  const people = all.reduce((sum, id) => sum + (level.contacts.find((contact) => contact.id === id)?.people ?? 1), 0);
  const blot = cache.image(blotTexture(cache, reach), DEPTH.inbox).setPosition(spot.x, spot.y);
  const eye = cache.image(eyeTexture(cache, reach * 0.55), DEPTH.sign).setPosition(spot.x, spot.y);
  // On a crowded table only the list beside the picture gives the number.
  const words = reach < 60 ? [] : [t('replay.pool', { count: people })];
  const tags = words.map((word) =>
    cache
      .image(tagTexture(cache, [word], 'open-eye', measure.text, layout.middle.width), DEPTH.label)
      .setPosition(spot.x, spot.y + reach * 0.62),
  );
  return {
    cues: [index],
    minds: 'light',
    paint([progress = 0], light) {
      const strength = poolStrength(light, beat, all);
      for (const thread of threads) thread.paint(Math.min(1, progress * 1.6), strength);
      const spread = Math.min(1, Math.max(0, (progress - 0.35) / 0.65));
      const size = Math.max(0.01, ease.outCubic(spread)) / cache.scale;
      for (const image of [blot, eye, ...tags]) image.setVisible(spread > 0).setScale(size);
      return true;
    },
  };
}

function blotTexture(cache: TextureCache, reach: number): string {
  return cache.texture(`blot-${String(Math.round(reach))}`, reach * 1.5, reach * 1.5, (context) => {
    context.translate(reach * 0.75, reach * 0.75);
    context.fillStyle = cache.palette.seen;
    for (const [alpha, size] of [
      [0.25, 0.6],
      [0.9, 0.5],
    ] as const) {
      context.globalAlpha = alpha;
      context.beginPath();
      for (let point = 0; point < 72; point++) {
        const angle = (point / 72) * Math.PI * 2;
        const wave =
          1 + 0.07 * Math.sin(angle * 3 + 0.6) + 0.05 * Math.sin(angle * 7 + 2) + 0.03 * Math.sin(angle * 13);
        context.lineTo(Math.cos(angle) * reach * size * wave, Math.sin(angle) * reach * size * wave);
      }
      context.closePath();
      context.fill();
    }
  });
}

import type { Beat } from '../../engine/index.ts';
import { ease } from '../../stage/ease.ts';
import type { Spot } from './seat.ts';
import type { Layout } from './layout.ts';
import type { Moment, Timeline } from '../timeline/timeline.ts';

/** The part of the table that is seen: the point in the middle, and how much larger it is than when all is seen. */
export interface View {
  readonly x: number;
  readonly y: number;
  readonly zoom: number;
}

/** On a small table people are small, and worth going closer to. */
const CLOSE = 1.22;
const CLOSE_ON_SMALL = 1.6;
const SMALL = 430;
/** Those whom it is about take up no more than so much of the view. */
const FILL = 0.82;
/** A smaller move would only be restless. */
const WORTHWHILE = 1.05;
/** Shares of a beat: the camera has come closer, goes back, and sees all again before the beat has settled. */
const CAME = 0.22;
const LEAVES = 0.74;
const GONE = 0.96;

/**
 * Where the camera is at a moment: it goes closer to those whom a beat is about, and comes back before the beat is over, so
 * that every beat comes to rest with the whole table in sight. A function of the time alone, as all of the picture.
 */
export function viewAt({ segments }: Timeline, layout: Layout, beats: readonly Beat[], moment: Moment): View {
  const all: View = { x: layout.width / 2, y: layout.height / 2, zoom: 1 };
  const segment = segments[moment.segment];
  const beat = beats[moment.beat];
  if (!segment || !beat) return all;
  const target = closeUp(layout, beat);
  if (!target) return all;
  const near = nearness((moment.time - segment.start) / segment.seconds);
  const zoom = 1 + (target.zoom - 1) * near;
  // The middle goes along in such a way that the edges of the table are never left.
  const hold = (middle: number, wanted: number, size: number) => {
    const half = size / (2 * zoom);
    return Math.min(size - half, Math.max(half, middle + (wanted - middle) * near));
  };
  return { x: hold(all.x, target.x, layout.width), y: hold(all.y, target.y, layout.height), zoom };
}

function nearness(share: number): number {
  if (share <= 0 || share >= GONE) return 0;
  if (share < CAME) return ease.inOutCubic(share / CAME);
  return share < LEAVES ? 1 : 1 - ease.inOutCubic((share - LEAVES) / (GONE - LEAVES));
}

/** Beats that bring a paper to the desk are read in the middle, and one that goes to all is seen as a whole. */
const SEEN_AS_A_WHOLE: ReadonlySet<Beat['kind']> = new Set([
  'sent',
  'complaint',
  'press',
  'referred',
  'notified',
  'recorded',
  'apology-due',
  'decided',
  'authored',
  'warning-ignored',
  'nobody-exposed',
  'apology-repeats',
]);

/** The view that shows everybody whom a beat is about, as large as it may be; null when that is hardly larger. */
function closeUp({ width, height, seats }: Layout, { kind, viewers, subjects }: Beat): View | null {
  if (SEEN_AS_A_WHOLE.has(kind)) return null;
  const spots = [...new Set([...viewers, ...subjects])].flatMap((id) => {
    const seat = seats.get(id);
    return seat ? [seat.box, seat.letter] : [];
  });
  if (spots.length === 0) return null;
  const box = around(spots);
  const most = Math.min(width, height) < SMALL ? CLOSE_ON_SMALL : CLOSE;
  const zoom = Math.min(most, (width * FILL) / box.width, (height * FILL) / box.height);
  return zoom < WORTHWHILE ? null : { x: box.x, y: box.y, zoom };
}

function around(spots: readonly Spot[]): Spot {
  const left = Math.min(...spots.map(({ x, width }) => x - width / 2));
  const right = Math.max(...spots.map(({ x, width }) => x + width / 2));
  const top = Math.min(...spots.map(({ y, height }) => y - height / 2));
  const bottom = Math.max(...spots.map(({ y, height }) => y + height / 2));
  return { x: (left + right) / 2, y: (top + bottom) / 2, width: right - left, height: bottom - top };
}

/** A view as a style sheet says it, for an element of the table's size whose transformations start at the upper left. */
export function transformOf({ x, y, zoom }: View, { width, height }: Pick<Layout, 'width' | 'height'>): string {
  if (zoom === 1) return 'none';
  const [left, top] = [width / 2 - x * zoom, height / 2 - y * zoom];
  return `translate(${left.toFixed(2)}px, ${top.toFixed(2)}px) scale(${zoom.toFixed(4)})`;
}

import type { Beat } from '../../engine/index.ts';
import { ease } from '../../stage/ease.ts';
import type { Spot } from './seat.ts';
import type { Layout } from './layout.ts';
import type { Moment, Timeline } from '../timeline/timeline.ts';

/** The visible part of the table: the point in the middle, and the magnification. */
export interface View {
  readonly x: number;
  readonly y: number;
  readonly zoom: number;
}

/** On a small table people are small, so the camera goes closer. */
const CLOSE = 1.22;
const CLOSE_ON_SMALL = 1.6;
const SMALL = 430;
/** The people of the beat take up at most this share of the view. */
const FILL = 0.82;
/** A smaller move would only be restless. */
const WORTHWHILE = 1.05;
/** Shares of a beat: when the camera has come closer, when it starts to go back, and when it shows everything again. */
const CAME = 0.22;
const LEAVES = 0.74;
const GONE = 0.96;

/**
 * Returns the camera's view at a moment. It moves closer to the people of a beat and back before the beat is over, so
 * that every beat ends with the whole table in view. Like the whole picture, it depends on the time alone.
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
  // Moves the middle without showing anything beyond the edges of the table.
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

/** A beat with a paper is read in the middle, and a beat about everyone is shown as a whole. */
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

/** Returns the largest view that shows everyone in a beat; null when that is hardly larger than the table. */
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

/** Writes a view as a CSS transform, for an element of the table's size with its origin at the upper left. */
export function transformOf({ x, y, zoom }: View, { width, height }: Pick<Layout, 'width' | 'height'>): string {
  if (zoom === 1) return 'none';
  const [left, top] = [width / 2 - x * zoom, height / 2 - y * zoom];
  return `translate(${left.toFixed(2)}px, ${top.toFixed(2)}px) scale(${zoom.toFixed(4)})`;
}

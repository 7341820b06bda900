import type { Crowd } from './crowd.ts';

/** How large the dots of a crowd are and how densely they are inked; in CSS pixels. */
export interface Look {
  /** Diameter of the dot of somebody who was not seen, and of somebody who was: larger, and a ring. */
  readonly plain: number;
  readonly seen: number;
  readonly plainAlpha: number;
  readonly seenAlpha: number;
}

/** Paper that dust covers where it lies evenly: so much that gusts are seen as light and dark. */
const COVER = 0.58;
const SEEN_COVER = 0.7;

/**
 * @param ratio device pixels for each CSS pixel: no dot can be smaller than one of the device's
 * @param inked how many dots the ink has reached
 */
export function lookOf({ pitch }: Crowd, dust: boolean, ratio: number, inked: number): Look {
  if (!dust)
    return { plain: Math.min(9, pitch * 0.54), seen: Math.min(15, pitch * 0.9), plainAlpha: 0.8, seenAlpha: 1 };
  const plain = Math.max(1 / ratio, Math.min(2, pitch * 0.8));
  // A few who spoke up among a million are a drop that can be seen; a crowd of them is dust again.
  const drop = inked > 0 ? 5 / Math.max(1, inked / 40) ** 0.5 : 0;
  const seen = Math.max(plain + 0.5 / ratio, plain * 1.35, drop);
  const each = (size: number, cover: number) =>
    Math.min(0.92, Math.max(0.035, 1 - (1 - cover) ** (Math.min(1, pitch / size) ** 2)));
  return { plain, seen, plainAlpha: each(plain, COVER), seenAlpha: each(seen, SEEN_COVER) };
}

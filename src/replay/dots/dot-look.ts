import type { Crowd } from './crowd.ts';

/** The size of a crowd's dots in CSS pixels, and how densely they are inked. */
export interface Look {
  /** Diameter of the dot of someone who was not seen, and of someone who was: that is larger, and a ring. */
  readonly plain: number;
  readonly seen: number;
  readonly plainAlpha: number;
  readonly seenAlpha: number;
}

/** The share of the paper that even dust covers: enough for gusts to show as light and dark. */
const COVER = 0.58;
const SEEN_COVER = 0.7;

/**
 * @param ratio device pixels for each CSS pixel, because no dot can be smaller than a device pixel
 * @param inked how many dots the ink has reached
 */
export function lookOf({ pitch }: Crowd, dust: boolean, ratio: number, inked: number): Look {
  if (!dust)
    return { plain: Math.min(9, pitch * 0.54), seen: Math.min(15, pitch * 0.9), plainAlpha: 0.8, seenAlpha: 1 };
  const plain = Math.max(1 / ratio, Math.min(2, pitch * 0.8));
  // A few who spoke up among a million make a visible drop; a crowd of them is dust again.
  const drop = inked > 0 ? 5 / Math.max(1, inked / 40) ** 0.5 : 0;
  const seen = Math.max(plain + 0.5 / ratio, plain * 1.35, drop);
  const each = (size: number, cover: number) =>
    Math.min(0.92, Math.max(0.035, 1 - (1 - cover) ** (Math.min(1, pitch / size) ** 2)));
  return { plain, seen, plainAlpha: each(plain, COVER), seenAlpha: each(seen, SEEN_COVER) };
}

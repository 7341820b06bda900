/** How fast one connection may send, as a token bucket. */
export interface RateLimit {
  /** How much it may send at once. */
  readonly burst: number;
  /** How much it may send in each second after that. */
  readonly perSecond: number;
}

/** Messages of one phone, which sends only a few for each level. */
export const MESSAGE_RATE: RateLimit = { burst: 40, perSecond: 10 };

/** Bytes of one connection. Frames are not counted, because an MQTT message may be split into any number of them. */
export const BYTE_RATE: RateLimit = { burst: 64 * 1024, perSecond: 16 * 1024 };

/**
 * @param now returns the time in milliseconds, from any start
 * @returns a function that says whether an amount is within the limit, and counts it if so
 */
export function rateLimiter({ burst, perSecond }: RateLimit, now: () => number): (amount: number) => boolean {
  let left = burst;
  let at = now();
  return (amount) => {
    const time = now();
    left = Math.min(burst, left + ((time - at) / 1000) * perSecond);
    at = time;
    if (left < amount) return false;
    left -= amount;
    return true;
  };
}

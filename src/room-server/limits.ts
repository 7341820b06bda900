/** How fast one connection may send: a bucket that fills steadily, and that each message takes from. */
export interface RateLimit {
  /** How much may come at once. */
  readonly burst: number;
  /** How much may come in each second after that. */
  readonly perSecond: number;
}

/** Messages of one phone, which sends a handful for each level. */
export const MESSAGE_RATE: RateLimit = { burst: 40, perSecond: 10 };

/** Bytes of one connection. MQTT over WebSockets splits a message into frames as it likes, so frames tell nothing. */
export const BYTE_RATE: RateLimit = { burst: 64 * 1024, perSecond: 16 * 1024 };

/**
 * @param now the time in milliseconds, from any start
 * @returns a function that takes an amount, and says whether it may come
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

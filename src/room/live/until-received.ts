/** The longest wait between two tries, as a multiple of the first. */
const LONGEST = 8;

/**
 * Repeats a message until its receiver has answered, at first after a short wait and then ever more rarely, because a broker
 * under attack may drop what it has confirmed.
 *
 * @param send sends the message
 * @param wait milliseconds before the first repetition
 */
export function untilReceived(
  send: () => void,
  wait: number,
): { readonly start: () => void; readonly stop: () => void } {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const stop = () => clearTimeout(timer);
  const repeat = (factor: number) => {
    timer = setTimeout(() => {
      send();
      repeat(Math.min(LONGEST, factor * 2));
    }, wait * factor);
  };
  return {
    start() {
      stop();
      repeat(1);
    },
    stop,
  };
}

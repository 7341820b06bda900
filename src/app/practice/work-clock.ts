const START_OF_DAY = 9 * 60;
const END_OF_DAY = 17 * 60;
/** A working day goes by in so many minutes of the player's time. */
const MINUTES_OF_PLAY = 5;

/** The time of the working day, in minutes after midnight, when a player has been at it for some milliseconds. It stops at its end. */
export function storyMinutes(milliseconds: number): number {
  const gone = Math.max(0, milliseconds) / (MINUTES_OF_PLAY * 60_000);
  return Math.min(END_OF_DAY, START_OF_DAY + Math.floor(gone * (END_OF_DAY - START_OF_DAY)));
}

const START_OF_DAY = 9 * 60;
const END_OF_DAY = 17 * 60;
/** How many minutes of the player's time a working day takes. */
const MINUTES_OF_PLAY = 5;

/** Returns the time of the working day in minutes after midnight. The clock stops at the end of the day. @param milliseconds of play */
export function storyMinutes(milliseconds: number): number {
  const gone = Math.max(0, milliseconds) / (MINUTES_OF_PLAY * 60_000);
  return Math.min(END_OF_DAY, START_OF_DAY + Math.floor(gone * (END_OF_DAY - START_OF_DAY)));
}

/** Easing functions: they map a time from 0 to 1 to a progress from 0 to 1. */
export const ease = {
  outCubic: (time: number): number => 1 - (1 - time) ** 3,
  inCubic: (time: number): number => time ** 3,
  inOutCubic: (time: number): number => (time < 0.5 ? 4 * time ** 3 : 1 - (-2 * time + 2) ** 3 / 2),
  outBack: (time: number): number => 1 + 2.2 * (time - 1) ** 3 + 1.2 * (time - 1) ** 2,
} as const;

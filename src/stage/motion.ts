/** How much may move: what the system says, all, or as little as possible. */
export type MotionSetting = 'system' | 'full' | 'reduced';

let setting: MotionSetting = 'system';
/** Asked for once: it is looked at in each frame, and knows when the system's setting changes. */
let system: MediaQueryList | null = null;

/** Sets how much may move on all stages, from the settings of the page. */
export function setMotion(next: MotionSetting): void {
  setting = next;
}

/** True when things must not fly about: by the settings of the page, else by those of the system. */
export function reducedMotion(): boolean {
  if (setting !== 'system') return setting === 'reduced';
  system ??= globalThis.matchMedia('(prefers-reduced-motion: reduce)');
  return system.matches;
}

/** A number that follows its target as if a spring pulled it. */
export interface Spring {
  value: number;
  velocity: number;
  target: number;
}

export interface SpringForce {
  readonly stiffness: number;
  readonly damping: number;
}

/** A card that settles on the desk: quick, with a hint of give. */
export const SETTLE: SpringForce = { stiffness: 300, damping: 28 };
/** A card held by the pointer: close behind it. */
export const FOLLOW: SpringForce = { stiffness: 900, damping: 52 };

export function springAt(value: number): Spring {
  return { value, velocity: 0, target: value };
}

/** Puts a spring on a value, at rest. */
export function snap(spring: Spring, value: number): void {
  spring.value = value;
  spring.target = value;
  spring.velocity = 0;
}

const STEP = 1 / 240;
/** After a hidden tab or a long task a spring goes on from where it was, instead of leaping. */
const LONGEST = 1 / 20;

/**
 * Moves a spring on.
 *
 * @param rest the distance from the target below which it lies still
 * @returns true while it still moves
 */
export function stepSpring(spring: Spring, seconds: number, force: SpringForce, rest = 0.05): boolean {
  if (spring.value === spring.target && spring.velocity === 0) return false;
  for (let left = Math.min(seconds, LONGEST); left > 0; left -= STEP) {
    const dt = Math.min(STEP, left);
    const pull = (spring.target - spring.value) * force.stiffness - spring.velocity * force.damping;
    spring.velocity += pull * dt;
    spring.value += spring.velocity * dt;
  }
  if (Math.abs(spring.target - spring.value) < rest && Math.abs(spring.velocity) < rest * 20) {
    snap(spring, spring.target);
    return false;
  }
  return true;
}

/** Easings: from 0 to 1 for a time from 0 to 1. */
export const ease = {
  outCubic: (time: number): number => 1 - (1 - time) ** 3,
  inCubic: (time: number): number => time ** 3,
  inOutCubic: (time: number): number => (time < 0.5 ? 4 * time ** 3 : 1 - (-2 * time + 2) ** 3 / 2),
  outBack: (time: number): number => 1 + 2.2 * (time - 1) ** 3 + 1.2 * (time - 1) ** 2,
} as const;

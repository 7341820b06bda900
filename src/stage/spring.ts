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

/** A card that settles on the desk: quick, and slightly elastic. */
export const SETTLE: SpringForce = { stiffness: 300, damping: 28 };
/** A card held by the pointer: close behind it. */
export const FOLLOW: SpringForce = { stiffness: 900, damping: 52 };

export function springAt(value: number): Spring {
  return { value, velocity: 0, target: value };
}

/** Creates a spring at rest on a value. */
export function snap(spring: Spring, value: number): void {
  spring.value = value;
  spring.target = value;
  spring.velocity = 0;
}

const STEP = 1 / 240;
/** After a hidden tab or a long task a spring continues from where it was, instead of jumping. */
const LONGEST = 1 / 20;

/**
 * Advances a spring.
 * @param rest the distance from the target below which it stops
 * @returns true while it is still moving
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
